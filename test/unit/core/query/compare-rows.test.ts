import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRows } from '../../../../renderer/core/query/compare-rows.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

describe('compareRows', () => {
  it('tells what is in one selection only, and what is not as often in the other', () => {
    const table = eventTable(`
      time | eventName  | sourceIp    | accessKey
      1000 | CreateRule | 203.0.113.9 | AKIA1
      2000 | CreateRule | 203.0.113.9 | AKIA1
      3000 | DeleteRule | 203.0.113.9 | AKIA2
      4000 | CreateRule | 198.51.1.1  |
    `);
    const { first, second, fields } = compareRows(
      table,
      Uint32Array.of(0, 1),
      Uint32Array.of(2, 3),
    );
    expect([first.count, second.count]).toEqual([2, 2]);
    const of = (field: string) => fields.find((one) => one.field === field);
    expect(of('eventName')).toMatchObject({
      onlyFirst: { values: [], distinct: 0 },
      onlySecond: { values: [{ value: 'DeleteRule', first: 0, second: 1 }], distinct: 1 },
      changed: { values: [{ value: 'CreateRule', first: 2, second: 1 }], distinct: 1 },
      same: 0,
    });
    expect(of('accessKey')?.onlyFirst.values).toEqual([{ value: 'AKIA1', first: 2, second: 0 }]);
    expect(of('accessKey')?.onlySecond.values).toEqual([{ value: 'AKIA2', first: 0, second: 1 }]);
  });

  it('counts as the facets of each selection count', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, randomFilter, (events, one, other) => {
        const table = tableOf(events);
        const selections = new Selections(table);
        const { fields } = compareRows(table, selections.rows(one), selections.rows(other));
        for (const { field, onlyFirst, onlySecond, changed, same } of fields) {
          // A facet leaves its own field's terms out.
          const hasTerms = [one, other].some(({ terms }) =>
            terms.some((term) => term.field === field),
          );
          if (hasTerms) continue;
          const choice = { limit: 1000, containing: '', presentOnly: true };
          const countsOf = (filter: typeof one) => {
            const { values } = selections.facet(filter, field, choice);
            return new Map(values.map(({ value, count }) => [value, count]));
          };
          const a = countsOf(one);
          const b = countsOf(other);
          const all = new Set([...a.keys(), ...b.keys()]);
          const where = (test: (x: number, y: number) => boolean) =>
            [...all].filter((value) => test(a.get(value) ?? 0, b.get(value) ?? 0));
          expect(onlyFirst.distinct).toBe(where((x, y) => x > 0 && y === 0).length);
          expect(onlySecond.distinct).toBe(where((x, y) => x === 0 && y > 0).length);
          expect(changed.distinct).toBe(where((x, y) => x > 0 && y > 0 && x !== y).length);
          expect(same).toBe(where((x, y) => x === y).length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
