import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarks } from '../../../../renderer/core/layout/build-marks.ts';
import { laneFields, type MarksRequest } from '../../../../renderer/core/layout/marks.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { flag, outcomeOf } from '../../../../renderer/core/table/columns.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const randomRequest = fc.record({
  field: fc.constantFrom(...laneFields),
  lanes: fc.uniqueArray(fc.nat(4), { maxLength: 4 }),
  span: fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({
    start: 1_000_000 + start * 1000,
    end: 1_000_000 + (start + length) * 1000,
  })),
  bins: fc.integer({ min: 1, max: 7 }),
  maxEvents: fc.nat(20),
});

describe('buildMarks', () => {
  it('agrees with placing event by event', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, randomRequest, (events, filter, random) => {
        const table = tableOf(events);
        const ids = table.dictionaries[random.field].texts.length;
        const request: MarksRequest = { ...random, lanes: random.lanes.filter((id) => id < ids) };
        const { field, lanes, span, bins, maxEvents } = request;
        const rows = plainRows(table, events, filter).filter((row) => {
          const time = table.time[row] ?? 0;
          const inLanes = lanes.includes(table.text[field][row] ?? 0);
          return inLanes && time >= span.start && time < span.end;
        });
        const lane = (row: number): number => lanes.indexOf(table.text[field][row] ?? 0);
        const outcome = (row: number): number => outcomeOf(table.flags[row] ?? 0);
        const marks = buildMarks(table, new Selections(table).rows(filter), request);
        if (rows.length <= maxEvents) {
          expect(marks).toEqual({
            kind: 'events',
            span,
            time: Float64Array.from(rows, (row) => table.time[row] ?? 0),
            lane: Uint16Array.from(rows, lane),
            outcome: Uint8Array.from(rows, outcome),
            byService: Uint8Array.from(rows, (row) =>
              ((table.flags[row] ?? 0) & flag.byService) === 0 ? 0 : 1,
            ),
            ref: Uint32Array.from(rows, (row) => table.ref[row] ?? 0),
          });
          return;
        }
        const counts = new Uint32Array(lanes.length * bins);
        const gravest = new Uint8Array(lanes.length * bins);
        for (const row of rows) {
          const sinceStart = (table.time[row] ?? 0) - span.start;
          const bin = Math.floor((sinceStart * bins) / (span.end - span.start));
          const cell = lane(row) * bins + bin;
          counts[cell] = (counts[cell] ?? 0) + 1;
          gravest[cell] = Math.max(gravest[cell] ?? 0, outcome(row));
        }
        expect(marks).toEqual({
          kind: 'density',
          span,
          bins,
          lanes: lanes.length,
          counts,
          gravest,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('sends the events themselves up to the limit, and density beyond', () => {
    const table = eventTable(`
      time | sourceIp
      1000 | 10.0.0.1
      2000 | 10.0.0.1
      3000 | 10.0.0.2
    `);
    const rows = new Selections(table).rows(everything);
    const request = {
      field: 'sourceIp',
      lanes: [1],
      span: { start: 0, end: 9000 },
      bins: 3,
    } as const;
    expect(buildMarks(table, rows, { ...request, maxEvents: 2 }).kind).toBe('events');
    expect(buildMarks(table, rows, { ...request, maxEvents: 1 }).kind).toBe('density');
  });
});
