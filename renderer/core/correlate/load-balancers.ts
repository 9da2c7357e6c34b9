import type { Row, TextId } from '../base/units.ts';
import { phrase, type Phrase } from '../words/phrase.ts';
import { flag, resourceRuleMask, resourceRules, resourceRuleShift } from '../table/columns.ts';
import type { ElbColumns } from './elb-columns.ts';
import { LoadBalancerLives } from './load-balancer-lives.ts';
import { LoadBalancerPlans, type Plan } from './load-balancer-plans.ts';

/** The derived `loadBalancer` column. */
export interface AssignedLoadBalancers {
  /** Ids into `texts`, one a row; 0 where the event belongs to no load balancer. */
  readonly loadBalancer: Uint32Array;
  /** `texts[0]` is empty; several load balancers of one event are joined by a line feed. */
  readonly texts: readonly string[];
  /** How the load balancer of a row was found; undefined for events of other services. */
  readonly reason: (row: Row) => Phrase | undefined;
}

/**
 * Works out the load balancer of every ELB event over the whole case:
 * - an ARN stands for itself; a listener's and a rule's are the load balancer's already;
 * - a classic load balancer made again after its deletion is another one: `ARN #2`;
 * - a name stands for the only load balancer of that name that lives at that time;
 * - a target group stands for the load balancers it is linked to: those linked at or before the
 *   event and not deleted since, else those deleted since, else those of the next link.
 *
 * Plans once per different resource and then walks the rows: linear in both.
 */
export function assignLoadBalancers(columns: ElbColumns): AssignedLoadBalancers {
  const lives = new LoadBalancerLives(columns);
  const plans = new LoadBalancerPlans(columns, lives);
  const texts = new TextList();
  const assigned = new Uint32Array(columns.resource.length);
  const cursors: (Cursor | undefined)[] = [];
  const { resource } = columns;
  for (let row = 0; row < resource.length; row++) {
    const id = resource[row] ?? 0;
    if (id === 0) continue;
    let cursor = cursors[id];
    if (cursor === undefined) {
      cursor = new Cursor(plans.of(id), texts);
      cursors[id] = cursor;
    }
    assigned[row] = cursor.at(row);
  }
  return {
    loadBalancer: assigned,
    texts: texts.list,
    reason: (row) => reasonOf(columns, plans, row),
  };
}

/** A plan with its texts as ids, asked for by rows that only grow. */
class Cursor {
  readonly #starts: readonly Row[];
  readonly #values: readonly TextId[];
  #place = 0;

  constructor(plan: Plan, texts: TextList) {
    this.#starts = plan.map(({ start }) => start);
    this.#values = plan.map(({ loadBalancers }) => texts.idOf(loadBalancers.join('\n')));
  }

  at(row: Row): TextId {
    while ((this.#starts[this.#place + 1] ?? Infinity) <= row) this.#place += 1;
    return this.#values[this.#place] ?? 0;
  }
}

class TextList {
  readonly list: string[] = [''];
  readonly #ids = new Map<string, TextId>([['', 0]]);

  idOf(text: string): TextId {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.list.push(text) - 1;
      this.#ids.set(text, id);
    }
    return id;
  }
}

function reasonOf(columns: ElbColumns, plans: LoadBalancerPlans, row: Row): Phrase | undefined {
  const flags = columns.flags[row] ?? 0;
  if ((flags & flag.elb) === 0) return undefined;
  const id = columns.resource[row] ?? 0;
  if (id === 0) {
    return (flags & flag.denied) === 0
      ? phrase('found.accountWide')
      : phrase('found.deniedUnnamed');
  }
  const name = resourceRules[(flags >>> resourceRuleShift) & resourceRuleMask] ?? 'none';
  const rule = phrase(`rule.${name}`);
  const segment = plans.of(id).findLast(({ start }) => start <= row);
  const why = segment?.why();
  return why === undefined
    ? phrase('found.from', { rule })
    : phrase('found.fromBecause', { rule, why });
}
