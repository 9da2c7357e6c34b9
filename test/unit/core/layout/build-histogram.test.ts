import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistogram } from '../../../../renderer/core/layout/build-histogram.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { outcomeOf } from '../../../../renderer/core/table/columns.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

describe('buildHistogram', () => {
  it('agrees with counting event by event', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.integer({ min: 1, max: 9 }),
        fc.nat(50_000),
        fc.integer({ min: 1, max: 50_000 }),
        (events, filter, bins, from, length) => {
          const table = tableOf(events);
          const span = { start: 990_000 + from, end: 990_000 + from + length };
          const expected = new Uint32Array(4 * bins);
          for (const row of plainRows(table, events, filter)) {
            const time = table.time[row] ?? 0;
            if (time < span.start || time >= span.end) continue;
            const bin = Math.floor(((time - span.start) * bins) / length);
            const cell = outcomeOf(table.flags[row] ?? 0) * bins + bin;
            expected[cell] = (expected[cell] ?? 0) + 1;
          }
          const rows = new Selections(table).rows(filter);
          expect(buildHistogram(table, rows, span, bins).counts).toEqual(expected);
        },
      ),
    );
  });

  it('puts the last millisecond into the last bin and leaves out the end', () => {
    const table = eventTable(`
      time | is
      0    | readOnly
      999  | denied
      1000 |
    `);
    const rows = new Selections(table).rows(everything);
    const { counts } = buildHistogram(table, rows, { start: 0, end: 1000 }, 2);
    expect([...counts]).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is empty for an empty span', () => {
    const table = eventTable(`
      time | is
      1000 |
    `);
    const { counts } = buildHistogram(table, Uint32Array.of(0), { start: 1000, end: 1000 }, 3);
    expect([...counts]).toEqual(Array(12).fill(0));
  });
});
