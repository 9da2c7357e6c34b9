import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBalancerLabel } from '../../../../renderer/core/correlate/load-balancer-label.ts';
import { assignLoadBalancers } from '../../../../renderer/core/correlate/load-balancers.ts';
import { flag } from '../../../../renderer/core/record/flags.ts';
import { elbColumns, type ElbEvent } from './elb-case.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';

const prefix = 'arn:aws:elasticloadbalancing:us-west-2:123456789012:';
const lb = `${prefix}loadbalancer/app/web/50dc6c495c0c9188`;
const sameName = `${prefix}loadbalancer/net/web/1111111111111111`;
const other = `${prefix}loadbalancer/net/api/0123456789abcdef`;
const classic = `${prefix}loadbalancer/old`;
const group = `${prefix}targetgroup/tg/73e2d6bc24d8a067`;
const name = 'name:123456789012/us-west-2/web';
const unknown = ' (load balancer unknown)';

const start = Date.parse('2026-05-01T10:00:00Z');
const at = (minute: number) => start + minute * 60_000;
const failed = flag.elb | flag.failed;
const denied = failed | flag.denied;
/** Event `minute` minutes after the start. */
const event = (
  minute: number,
  eventName: string,
  resource: string,
  more: Partial<ElbEvent> = {},
): ElbEvent => ({ time: at(minute), eventName, resource, ...more });
const linking = (minute: number, loadBalancer: string, eventName = 'CreateListener') =>
  event(minute, eventName, loadBalancer, { links: [{ targetGroup: group, loadBalancer }] });

function assign(events: readonly ElbEvent[]) {
  const { loadBalancer, texts, reason } = assignLoadBalancers(elbColumns(events));
  return {
    values: Array.from(loadBalancer, (id) => texts[id]),
    reasons: events.map((_, row) => {
      const why = reason(row);
      return why === undefined ? '' : inEnglish(why);
    }),
    texts,
  };
}

describe('assignLoadBalancers', () => {
  it('takes a load balancer ARN as it stands and says where it was found', () => {
    const { values, reasons, texts } = assign([
      event(0, 'CreateLoadBalancer', lb, { rule: 'load balancer ARN in the response' }),
      event(1, 'CreateRule', lb, { rule: 'listener ARN' }),
      event(2, 'DeleteLoadBalancer', lb, { rule: 'load balancer ARN in the request' }),
    ]);
    expect(values).toEqual([lb, lb, lb]);
    expect(texts).toEqual(['', lb]);
    expect(reasons).toEqual([
      'from load balancer ARN in the response',
      'from listener ARN',
      'from load balancer ARN in the request',
    ]);
  });

  it('gives none to a call that names none, and says why', () => {
    const { values, reasons } = assign([
      event(0, 'DescribeLoadBalancers', ''),
      event(1, 'DescribeLoadBalancers', '', { flags: denied }),
      event(2, 'RunInstances', '', { flags: 0 }),
      event(3, 'DeleteLoadBalancer', 'what I typed', { rule: 'other resource ARN' }),
    ]);
    expect(values).toEqual(['', '', '', '']);
    expect(reasons).toEqual([
      'none: the call names no load balancer (account-wide)',
      'unknown: the denied call names no resource',
      '',
      'from other resource ARN: the call names “what I typed”, which is no load balancer',
    ]);
  });

  describe('of a classic load balancer', () => {
    it('begins another one where it is made again after its deletion', () => {
      const { values, reasons } = assign([
        event(0, 'CreateLoadBalancer', classic),
        event(1, 'DescribeInstanceHealth', classic),
        event(2, 'DeleteLoadBalancer', classic),
        event(3, 'DescribeLoadBalancers', classic, { flags: failed }),
        event(4, 'CreateLoadBalancer', classic),
        event(5, 'DeleteLoadBalancer', classic),
        event(6, 'DeleteLoadBalancer', classic),
        event(7, 'CreateLoadBalancer', classic),
      ]);
      expect(values).toEqual([
        classic,
        classic,
        classic,
        classic,
        `${classic} #2`,
        `${classic} #2`,
        `${classic} #2`,
        `${classic} #3`,
      ]);
      expect(reasons[4]).toContain('made again at 2026-05-01T10:04:00Z, after it had been deleted');
    });

    it('does not part where either call failed, nor where it is made twice', () => {
      const { texts } = assign([
        event(0, 'CreateLoadBalancer', classic),
        event(1, 'CreateLoadBalancer', classic),
        event(2, 'DeleteLoadBalancer', classic, { flags: denied }),
        event(3, 'CreateLoadBalancer', classic),
        event(4, 'DeleteLoadBalancer', classic),
        event(5, 'CreateLoadBalancer', classic, { flags: denied }),
        event(6, 'DescribeInstanceHealth', classic),
      ]);
      expect(texts).toEqual(['', classic]);
    });

    it('keeps a made-up name from passing for a later life', () => {
      const { values } = assign([
        event(0, 'DescribeInstanceHealth', `${classic} #2`, { flags: failed }),
      ]);
      expect(values).toEqual(['']);
    });
  });

  describe('of a name', () => {
    it('is the only load balancer of that name', () => {
      const { values, reasons } = assign([
        event(0, 'DescribeLoadBalancers', name, { rule: 'load balancer name in the request' }),
        event(1, 'DescribeListeners', lb),
      ]);
      expect(values).toEqual([lb, lb]);
      expect(reasons[0]).toBe(
        'from load balancer name in the request: the only load balancer of this name at that time',
      );
    });

    it('is the one that lives at that time, else the name', () => {
      const { values } = assign([
        event(0, 'CreateLoadBalancer', name, { flags: denied }),
        event(1, 'CreateLoadBalancer', lb),
        event(2, 'DescribeLoadBalancers', name),
        event(3, 'DeleteLoadBalancer', lb),
        event(4, 'DescribeLoadBalancers', name),
        event(5, 'CreateLoadBalancer', sameName),
        event(6, 'DescribeLoadBalancers', name),
      ]);
      expect(values).toEqual([name, lb, lb, lb, name, sameName, sameName]);
    });

    it('is the name where several of it live, or none is known', () => {
      const two = assign([
        event(0, 'DescribeListeners', lb),
        event(1, 'DescribeListeners', sameName),
        event(2, 'DescribeLoadBalancers', name),
      ]);
      expect(two.values[2]).toBe(name);
      expect(two.reasons[2]).toContain('more than one load balancer of this name');
      const none = assign([event(0, 'DescribeLoadBalancers', name)]);
      expect(none.values).toEqual([name]);
      expect(none.reasons[0]).toContain('no load balancer of this name is known');
    });

    it('is not one of another account or region', () => {
      const { values } = assign([
        event(0, 'DescribeListeners', lb),
        event(1, 'DescribeLoadBalancers', 'name:123456789012/eu-west-1/web'),
        event(2, 'DescribeLoadBalancers', 'name:999999999999/us-west-2/web'),
      ]);
      expect(values.slice(1)).toEqual([
        'name:123456789012/eu-west-1/web',
        'name:999999999999/us-west-2/web',
      ]);
    });

    it('takes a create that repeats an earlier one for no birth', () => {
      const { values } = assign([
        event(0, 'DescribeLoadBalancers', name),
        event(1, 'DescribeListeners', lb),
        event(2, 'CreateLoadBalancer', lb),
      ]);
      expect(values[0]).toBe(lb);
    });
  });

  describe('of a target group', () => {
    it('is the load balancer linked before, and says by which call and when', () => {
      const { values, reasons } = assign([
        linking(0, lb),
        event(1, 'RegisterTargets', group, { rule: 'target group ARN' }),
      ]);
      expect(values[1]).toBe(lb);
      expect(reasons[1]).toBe(
        'from target group ARN: target group linked by CreateListener at 2026-05-01T10:00:00Z',
      );
    });

    it('is the one of the next link where none came before', () => {
      const { values, reasons } = assign([
        event(0, 'CreateTargetGroup', group),
        event(1, 'RegisterTargets', group),
        linking(2, lb, 'ModifyRule'),
        linking(3, other),
      ]);
      expect(values.slice(0, 2)).toEqual([lb, lb]);
      expect(reasons[1]).toBe(
        'from none: target group linked by ModifyRule at 2026-05-01T10:02:00Z (after this event)',
      );
    });

    it('is all that are linked, until one is deleted', () => {
      const { values, reasons } = assign([
        linking(0, lb),
        linking(1, other, 'CreateRule'),
        event(2, 'DeregisterTargets', group),
        event(3, 'DeleteLoadBalancer', lb),
        event(4, 'DeregisterTargets', group),
        event(5, 'DeleteLoadBalancer', other),
        event(6, 'DeleteTargetGroup', group),
      ]);
      expect(values[2]).toBe(`${lb}\n${other}`);
      expect(values[4]).toBe(other);
      expect(values[6]).toBe(`${lb}\n${other}`);
      expect(reasons[6]).toContain('(since deleted)');
    });

    it('counts a link of the same second as before', () => {
      const { reasons } = assign([event(0, 'RegisterTargets', group), linking(0, lb)]);
      expect(reasons[0]).not.toContain('after this event');
    });

    it('says of an unlinked one that its load balancer is unknown', () => {
      const named = 'targetgroup-name:123456789012/us-west-2/nobody';
      const { values, reasons } = assign([
        event(0, 'RegisterTargets', group),
        event(1, 'DescribeTargetGroups', named),
      ]);
      expect(values).toEqual([group + unknown, named + unknown]);
      expect(reasons[0]).toContain('no event of the case links it to a load balancer');
    });

    it('is found by its name where only one has it', () => {
      const named = 'targetgroup-name:123456789012/us-west-2/tg';
      const { values } = assign([linking(0, lb), event(1, 'DescribeTargetGroups', named)]);
      expect(values[1]).toBe(lb);
    });

    it('is told by links in any order of time', () => {
      const columns = elbColumns([
        linking(0, lb),
        linking(5, other),
        event(1, 'RegisterTargets', group),
      ]);
      const turned = { ...columns, links: columns.links.toReversed() };
      expect(assignLoadBalancers(turned).texts).toEqual(assignLoadBalancers(columns).texts);
    });
  });

  it('joins the load balancers of an event that names several things', () => {
    const { values, reasons } = assign([
      linking(0, lb),
      event(1, 'AddTags', `${other}\n${group}\n${lb}`),
    ]);
    expect(values[1]).toBe(`${other}\n${lb}`);
    expect(reasons[1]).toContain('linked by CreateListener');
  });

  it('agrees with a slow reading of every event on its own', () => {
    const names = ['CreateLoadBalancer', 'DeleteLoadBalancer', 'DescribeTags'];
    const events = fc.array(
      fc.record({
        minute: fc.nat(5),
        eventName: fc.constantFrom(...names),
        resource: fc.constantFrom(classic, `${prefix}loadbalancer/older`, lb, ''),
        flags: fc.constantFrom(flag.elb, denied),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(events, (drawn) => {
        const inOrder = drawn.toSorted((a, b) => a.minute - b.minute);
        const { values } = assign(
          inOrder.map((one) => event(one.minute, one.eventName, one.resource, one)),
        );
        expect(values).toEqual(inOrder.map((_, row) => livesSlowly(inOrder.slice(0, row + 1))));
      }),
    );
  });
});

/** The load balancer of the last event, by counting deletions that a creation followed. */
function livesSlowly(
  events: readonly { eventName: string; resource: string; flags: number }[],
): string | undefined {
  const resource = events.at(-1)?.resource;
  if (resource === undefined || resource === '' || resource === lb) return resource;
  const story = events
    .filter((one) => one.resource === resource && one.flags === flag.elb)
    .map(({ eventName }) => ({ CreateLoadBalancer: 'C', DeleteLoadBalancer: 'X' })[eventName] ?? '')
    .join('');
  const lives = [...story.matchAll(/X+C/g)].length;
  return lives === 0 ? resource : `${resource} #${lives + 1}`;
}

describe('loadBalancerLabel', () => {
  it.each([
    ['', ''],
    [lb, 'app/web/50dc6c495c0c9188'],
    [classic, 'classic old (us-west-2)'],
    [`${classic} #2`, 'classic old #2 (us-west-2)'],
    [name, 'web (name only, us-west-2)'],
    [group + unknown, 'tg (target group)'],
    [`targetgroup-name:1/us-west-2/tg${unknown}`, 'tg (target group)'],
    [`${prefix}truststore/ts/73e2d6bc24d8a063${unknown}`, 'ts (trust store)'],
    [`truststore-name:1/us-west-2/ts${unknown}`, 'ts (trust store)'],
    [`${lb}\n${classic}`, 'app/web/50dc6c495c0c9188 + classic old (us-west-2)'],
    [
      `${lb}\n${classic}\n${other}\n${group}`,
      'app/web/50dc6c495c0c9188 + classic old (us-west-2) + 2 more',
    ],
    ['anything else', 'anything else'],
  ])('of %j is %s', (value, label) => {
    expect(loadBalancerLabel(value)).toBe(label);
  });
});
