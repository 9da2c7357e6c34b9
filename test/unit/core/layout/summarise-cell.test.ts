import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseCell } from '../../../../renderer/core/layout/summarise-cell.ts';
import { laneFields } from '../../../../renderer/core/layout/marks.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { outcomeOf } from '../../../../renderer/core/table/columns.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { tableOf } from '../../../fixtures/events.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

describe('summariseCell', () => {
  it('counts outcomes and values of the lane’s events in the span', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.constantFrom(...laneFields),
        fc.nat(3),
        fc.nat(30),
        (events, filter, field, id, from) => {
          const table = tableOf(events);
          if (id >= table.dictionaries[field].texts.length) return;
          const span = { start: 1_000_000 + from * 1000, end: 1_000_000 + (from + 10) * 1000 };
          const rows = new Selections(table).rows(filter);
          const own = [...rows].filter((row) => {
            const time = table.time[row] ?? 0;
            return table.text[field][row] === id && time >= span.start && time < span.end;
          });
          const request = { field, lane: { kind: 'value', id }, span } as const;
          const { counts, fields } = summariseCell(table, rows, request);
          expect(counts).toEqual(
            [0, 1, 2, 3].map(
              (outcome) => own.filter((row) => outcomeOf(table.flags[row] ?? 0) === outcome).length,
            ),
          );
          expect(fields).toHaveLength(3);
          for (const told of fields) {
            expect(told.field).not.toBe(field);
            const values = own.flatMap((row) => textAt(table, told.field, row).split('\n'));
            for (const { value, count } of told.values) {
              expect(value).not.toBe('');
              expect(values.filter((one) => one === value)).toHaveLength(count);
            }
            expect(told.distinct).toBe(new Set(values.filter((one) => one !== '')).size);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
