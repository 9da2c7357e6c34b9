import type { ElbColumns } from '../../../../renderer/core/correlate/elb-columns.ts';
import type { ElbLink } from '../../../../renderer/core/record/elb-links.ts';
import { flag, resourceRules, resourceRuleShift } from '../../../../renderer/core/record/flags.ts';
import type { ResourceRule } from '../../../../renderer/core/record/flags.ts';

/** One event of a small case: only what the load balancer follows from. */
export interface ElbEvent {
  readonly time: number;
  readonly eventName: string;
  readonly resource: string;
  readonly flags?: number;
  readonly rule?: ResourceRule;
  readonly links?: readonly ElbLink[];
}

/** Columns of events that are given in time order. */
export function elbColumns(events: readonly ElbEvent[]): ElbColumns {
  const eventNames = dictionary();
  const resources = dictionary();
  return {
    time: Float64Array.from(events, ({ time }) => time),
    flags: Uint32Array.from(events, ({ flags = flag.elb, rule = 'none' }) => {
      return flags | (resourceRules.indexOf(rule) << resourceRuleShift);
    }),
    eventName: Uint32Array.from(events, ({ eventName }) => eventNames.idOf(eventName)),
    eventNames: eventNames.texts,
    resource: Uint32Array.from(events, ({ resource }) => resources.idOf(resource)),
    resources: resources.texts,
    links: events.flatMap(({ time, links = [] }) =>
      links.map((link) => ({
        time,
        targetGroup: resources.idOf(link.targetGroup),
        loadBalancer: resources.idOf(link.loadBalancer),
      })),
    ),
  };
}

function dictionary() {
  const texts = [''];
  return {
    texts,
    idOf(text: string) {
      const id = texts.indexOf(text);
      return id < 0 ? texts.push(text) - 1 : id;
    },
  };
}
