import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tieBit, ties } from '../../../../renderer/core/correlate/correlation.ts';
import { correlate, tied } from '../../../../renderer/core/correlate/ties.ts';
import { sumRows } from '../../../../renderer/core/query/sum-rows.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { textAt, type EventTable } from '../../../../renderer/core/table/event-table.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

const table = eventTable(`
  time | is           | eventName    | sourceIp    | accessKey | userAgent | principal  | loadBalancer
  1000 | elb readOnly | DescribeLBs  | 203.0.113.9 | AKIA1     | Boto3     | user alice |
  2000 | elb          | DeleteLB     | 203.0.113.9 | AKIA1     | Boto3     | user alice | lb-a
  3000 |              | AssumeRole   | 203.0.113.9 | AKIA1     | aws-cli   | user alice |
  4000 | elb denied   | DeleteLB     | 203.0.113.9 | AKIA2     | curl      | user bob   | lb-b
  5000 |              | RunInstances |             |           | Boto3     | role Admin |
  6000 |              | GetObject    |             |           |           |            |
`);

function bitsOf(of: EventTable, row: number, other: number): number {
  return ties.reduce((bits, tie) => {
    const value = textAt(of, tie, row);
    return value !== '' && value === textAt(of, tie, other) ? bits | tieBit[tie] : bits;
  }, 0);
}

describe('correlate', () => {
  it('sums up what shares each tie, and what else was seen with it', () => {
    const [byIp, byKey, byAgent] = correlate(table, 1).ties;
    expect(byIp).toMatchObject({
      tie: 'sourceIp',
      value: '203.0.113.9',
      all: { count: 4, writes: 2, denied: 1, firstSeen: 1000, lastSeen: 4000 },
      elb: { count: 3, firstSeen: 1000, lastSeen: 4000 },
    });
    expect(byKey).toMatchObject({ value: 'AKIA1', all: { count: 3 }, elb: { count: 2 } });
    expect(byAgent).toMatchObject({ value: 'Boto3', all: { count: 3 } });
    expect(byIp?.seenWith).toEqual([
      {
        field: 'accessKey',
        values: [
          { value: 'AKIA1', count: 3 },
          { value: 'AKIA2', count: 1 },
        ],
        distinct: 2,
      },
      {
        field: 'userAgent',
        values: [
          { value: 'Boto3', count: 2 },
          { value: 'aws-cli', count: 1 },
          { value: 'curl', count: 1 },
        ],
        distinct: 3,
      },
      {
        field: 'principal',
        values: [
          { value: 'user alice', count: 3 },
          { value: 'user bob', count: 1 },
        ],
        distinct: 2,
      },
      {
        field: 'loadBalancer',
        values: [
          { value: 'lb-a', count: 1 },
          { value: 'lb-b', count: 1 },
        ],
        distinct: 2,
      },
      {
        field: 'eventName',
        values: [
          { value: 'AssumeRole', count: 1 },
          { value: 'DeleteLB', count: 2 },
          { value: 'DescribeLBs', count: 1 },
        ].toSorted((a, b) => b.count - a.count),
        distinct: 3,
      },
    ]);
  });

  it('leaves the event itself out of those that share, and counts it in the sums', () => {
    const { sharing, allThree } = correlate(table, 1);
    expect(sharing).toEqual({ one: 2, two: 1, three: 1 });
    expect(allThree).toMatchObject({ count: 2, firstSeen: 1000, lastSeen: 2000 });
  });

  it('ties nothing by what the record does not have', () => {
    const { ties: sums, sharing, allThree } = correlate(table, 5);
    expect(sums.map(({ value, all }) => [value, all.count])).toEqual([
      ['', 0],
      ['', 0],
      ['', 0],
    ]);
    expect(sharing).toEqual({ one: 0, two: 0, three: 0 });
    expect(allThree.count).toBe(0);
  });

  it('agrees with comparing event by event', () => {
    fc.assert(
      fc.property(randomEvents, fc.nat(60), (events, place) => {
        const random = tableOf(events);
        fc.pre(random.rows > 0);
        const row = place % random.rows;
        const rows = [...random.ref.keys()];
        const found = correlate(random, row);
        for (const { tie, all, elb } of found.ties) {
          const own = rows.filter((other) => (bitsOf(random, row, other) & tieBit[tie]) !== 0);
          const ofElb = own.filter((other) => ((random.flags[other] ?? 0) & flag.elb) !== 0);
          expect(all).toEqual(sumRows(random, Uint32Array.from(own)));
          expect(elb).toEqual(sumRows(random, Uint32Array.from(ofElb)));
        }
        const sharing = (many: number): number =>
          rows.filter((other) => {
            const bits = bitsOf(random, row, other);
            return (
              other !== row && ties.filter((tie) => (bits & tieBit[tie]) !== 0).length === many
            );
          }).length;
        expect(found.sharing).toEqual({ one: sharing(1), two: sharing(2), three: sharing(3) });
        const withAll = rows.filter((other) => bitsOf(random, row, other) === 7);
        expect(found.allThree).toEqual(sumRows(random, Uint32Array.from(withAll)));
      }),
    );
  });
});

describe('tied', () => {
  it('names the ties that each event shares', () => {
    const refs = Uint32Array.of(0, 1, 2, 3, 4, 5, 99);
    expect([...tied(table, 1, refs)]).toEqual([7, 7, 3, 1, 4, 0, 0]);
  });
});
