import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noveltyOf } from '../../../../renderer/core/correlate/novelty.ts';
import type { TextColumn } from '../../../../renderer/core/table/columns.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

describe('noveltyOf', () => {
  it('tells what an entity is seen with for the first time, and since when it is known', () => {
    const table = eventTable(`
      time | accessKey | principal  | sourceIp    | tool    | eventName
      1000 | AKIA1     | user alice | 203.0.113.9 | aws-cli | DescribeRules
      2000 | AKIA1     | user alice | 203.0.113.9 | aws-cli | DeleteRule
      3000 | AKIA1     | user alice | 198.51.1.1  | Boto3   | DeleteRule
      4000 | ASIA1     | user alice | 198.51.1.1  | Boto3   | DeleteRule
      5000 |           |            | 198.51.1.1  | curl    | DeleteRule
    `);
    const pairs = (row: number) => noveltyOf(table, row).map((one) => `${one.of} ${one.with}`);
    expect(pairs(0)).toEqual([]);
    expect(noveltyOf(table, 1)).toEqual([{ of: 'principal', with: 'eventName', since: 1000 }]);
    expect(pairs(2)).toEqual([
      'accessKey sourceIp',
      'accessKey tool',
      'principal sourceIp',
      'principal tool',
    ]);
    expect(pairs(3)).toEqual([]);
    expect(pairs(4)).toEqual([]);
  });

  it('finds what looking at all events before finds', () => {
    const pairs: readonly (readonly [TextColumn, TextColumn])[] = [
      ['accessKey', 'sourceIp'],
      ['accessKey', 'tool'],
      ['principal', 'sourceIp'],
      ['principal', 'tool'],
      ['principal', 'eventName'],
    ];
    fc.assert(
      fc.property(randomEvents, (events) => {
        const table = tableOf(events);
        for (let row = 0; row < table.rows; row++) {
          const before = Array.from({ length: row }, (_, one) => one);
          const slow = pairs.filter(([of, other]) => {
            const value = textAt(table, of, row);
            const owned = before.filter((one) => textAt(table, of, one) === value);
            const known = owned.some(
              (one) => textAt(table, other, one) === textAt(table, other, row),
            );
            return value !== '' && textAt(table, other, row) !== '' && owned.length > 0 && !known;
          });
          expect(noveltyOf(table, row).map((one) => [one.of, one.with])).toEqual(slow);
        }
      }),
      { numRuns: 60 },
    );
  });
});
