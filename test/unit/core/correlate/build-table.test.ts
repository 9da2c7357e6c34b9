import { describe, expect, it } from 'vitest';
import { buildTable } from '../../../../renderer/core/correlate/build-table.ts';
import { detailsOf } from '../../../../renderer/core/correlate/details.ts';
import { principalLabel } from '../../../../renderer/core/record/identity.ts';
import { toolLabel } from '../../../../renderer/core/record/tool.ts';
import { resourceRules, resourceRuleShift } from '../../../../renderer/core/table/columns.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { sortColumns } from '../../../../renderer/core/table/sort-columns.ts';
import { plainEvents, storedColumns, type PlainEvent } from '../../../fixtures/events.ts';

const lb =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188';
const role = 'arn:aws:sts::111122223333:assumed-role/Admin/alice';
const boto = 'Boto3/1.34.11 md/Botocore#1.34.11 ua/2.0 os/linux#6.1 lang/python#3.12';
const byArn = resourceRules.indexOf('load balancer ARN in the request') << resourceRuleShift;

const events: readonly PlainEvent[] = plainEvents(`
  time | is  | eventName            | userAgent | identity | identityType | resource
  2000 | elb | DeleteLoadBalancer   | ${boto}   | ${role}  | AssumedRole  | ${lb}
  1000 |     | AssumeRole           |           | odd      | IAMUser      |
  3000 | elb | DescribeLoadBalancers| ${boto}   | odd      | AWSService   |
  4000 |     | RunInstances         | ${boto}   | odd      | IAMUser      |
`).map((event, place) => (place === 0 ? { ...event, flags: (event.flags ?? 0) | byArn } : event));

const { columns, dictionaries } = storedColumns(events);
const built = buildTable(sortColumns(undefined, [columns]), dictionaries, [], new Uint32Array());
const { table } = built;

describe('buildTable', () => {
  it('derives tool and principal from the texts of each event', () => {
    for (let row = 0; row < table.rows; row++) {
      const identity = textAt(table, 'identity', row);
      const identityType = textAt(table, 'identityType', row);
      expect(textAt(table, 'tool', row)).toBe(toolLabel(textAt(table, 'userAgent', row)));
      expect(textAt(table, 'principal', row)).toBe(principalLabel(identity, identityType));
    }
    expect(textAt(table, 'principal', 1)).toContain('role Admin');
  });

  it('derives the load balancer, and says how', () => {
    expect(textAt(table, 'loadBalancer', 1)).toBe(lb);
    const rule = { key: 'rule.load balancer ARN in the request', values: {} };
    expect(built.loadBalancerReason(1)).toEqual({ key: 'found.from', values: { rule } });
    expect(built.loadBalancerReason(0)).toBeUndefined();
  });

  it('has the empty text first in every derived dictionary', () => {
    const { tool, principal, loadBalancer } = table.dictionaries;
    expect([tool, principal, loadBalancer].map(({ texts }) => texts[0])).toEqual(['', '', '']);
  });
});

describe('detailsOf', () => {
  it('tells everything that the columns know of an event', () => {
    const details = detailsOf(built, 1, []);
    expect(details).toMatchObject({
      ref: 0,
      time: 2000,
      outcome: 'write',
      resourceRule: 'load balancer ARN in the request',
      source: 1,
      recordIndex: 0,
      offset: 0,
      byteLength: 100,
    });
    expect(details.text).toMatchObject({
      eventName: 'DeleteLoadBalancer',
      loadBalancer: lb,
      region: '',
    });
    expect(details.loadBalancerReason).toEqual(built.loadBalancerReason(1));
  });
});
