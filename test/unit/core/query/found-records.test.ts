import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, type Term } from '../../../../renderer/core/query/filter.ts';
import {
  withFound,
  withoutFound,
  withRoom,
  type FoundRecords,
} from '../../../../renderer/core/query/found-records.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const none: FoundRecords = new Map();

const randomTerm = fc.record({
  field: fc.constant('record' as const),
  value: fc.constantFrom('Redirect', 'rEdirect', 'a*', 'unknown'),
  exclude: fc.boolean(),
});

function passes(ref: number, terms: readonly Term[], refsOf: (text: string) => readonly number[]) {
  return terms.every(({ value, exclude }) => refsOf(value.toLowerCase()).includes(ref) !== exclude);
}

describe('conditions on whole records', () => {
  it('select what was found, together with every other condition', () => {
    const refs = fc.uniqueArray(fc.nat(30));
    const terms = fc.array(randomTerm, { maxLength: 3 });
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        terms,
        refs,
        refs,
        (events, filter, own, one, other) => {
          const table = tableOf(events);
          const inCase = (all: readonly number[]) => all.filter((ref) => ref < table.rows);
          let found = withFound(none, 'redirect', Uint32Array.from(inCase(one)), table.rows);
          found = withFound(found, 'A*', Uint32Array.from(inCase(other)), table.rows);
          const selections = new Selections(table);
          selections.setFound(found);
          const rows = selections.rows({ ...filter, terms: [...filter.terms, ...own] });
          const refsOf = (text: string) => (text === 'redirect' ? one : text === 'a*' ? other : []);
          expect([...rows]).toEqual(
            plainRows(table, events, filter).filter((row) =>
              passes(table.ref[row] ?? 0, own, refsOf),
            ),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('select more as more is found, and nothing when it is forgotten', () => {
    const table = tableOf([{ time: 1 }, { time: 2 }, { time: 3 }]);
    const selections = new Selections(table);
    const filter = {
      ...everything,
      terms: [{ field: 'record', value: 'X', exclude: false } as const],
    };
    const rows = (found: FoundRecords): readonly number[] => {
      selections.setFound(found);
      return [...selections.rows(filter)];
    };
    expect(rows(none)).toEqual([]);
    const some = withFound(none, 'x', Uint32Array.of(2), 3);
    expect(rows(some)).toEqual([2]);
    const more = withFound(some, 'x', Uint32Array.of(0), 3);
    expect(rows(more)).toEqual([0, 2]);
    expect(rows(withoutFound(more, 'X'))).toEqual([]);
  });

  it('keep what was found when the case grows', () => {
    const grown = withRoom(withFound(none, 'x', Uint32Array.of(1), 2), 4);
    expect([...(grown.get('x') ?? [])]).toEqual([0, 1, 0, 0]);
    expect([...(withFound(grown, 'x', Uint32Array.of(3), 4).get('x') ?? [])]).toEqual([0, 1, 0, 1]);
  });
});
