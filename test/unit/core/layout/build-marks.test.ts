import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMarks } from '../../../../renderer/core/layout/build-marks.ts';
import {
  type LaneKey,
  laneFields,
  type MarksRequest,
} from '../../../../renderer/core/layout/marks.ts';
import type { EventTable } from '../../../../renderer/core/table/event-table.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { flag, outcomeOf } from '../../../../renderer/core/table/columns.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const randomRequest = fc.record({
  field: fc.constantFrom(...laneFields),
  nested: fc.option(fc.constantFrom(...laneFields), { nil: undefined }),
  lanes: fc.uniqueArray(
    fc.oneof(
      fc.record({ kind: fc.constant('value' as const), id: fc.nat(4) }),
      fc.record({ kind: fc.constant('nested' as const), id: fc.nat(4), inner: fc.nat(3) }),
      fc.record({ kind: fc.constant('heading' as const), id: fc.nat(4) }),
      fc.record({ kind: fc.constant('others' as const), except: fc.array(fc.nat(4)) }),
    ),
    { maxLength: 6, selector: (key) => (key.kind === 'others' ? '' : JSON.stringify(key)) },
  ),
  span: fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({
    start: 1_000_000 + start * 1000,
    end: 1_000_000 + (start + length) * 1000,
  })),
  bins: fc.integer({ min: 1, max: 7 }),
  maxEvents: fc.nat(20),
});

/** Without lanes of values that the table does not have, and nested ones where nothing is nested. */
function withKnownLanes(table: EventTable, request: MarksRequest): MarksRequest {
  const { field, nested } = request;
  const ids = table.dictionaries[field].texts.length;
  const inners = nested === undefined ? 0 : table.dictionaries[nested].texts.length;
  const lanes = request.lanes.flatMap((key): readonly LaneKey[] => {
    if (key.kind === 'others') return [{ ...key, except: key.except.filter((id) => id < ids) }];
    return key.id < ids && (key.kind !== 'nested' || key.inner < inners) ? [key] : [];
  });
  return { ...request, lanes };
}

/** The plain slow way to tell which lane an event is in; -1: none. */
function plainLane(table: EventTable, { field, nested, lanes }: MarksRequest, row: number): number {
  const id = table.text[field][row];
  const inner = nested === undefined ? undefined : table.text[nested][row];
  if (lanes.some((key) => key.kind === 'nested' && key.id === id)) {
    return lanes.findIndex((key) => key.kind === 'nested' && key.id === id && key.inner === inner);
  }
  const own = lanes.findIndex((key) => key.kind === 'value' && key.id === id);
  if (own >= 0) return own;
  return lanes.findIndex((key) => key.kind === 'others' && !key.except.includes(id ?? 0));
}

describe('buildMarks', () => {
  it('agrees with placing event by event', () => {
    fc.assert(
      fc.property(randomEvents, randomFilter, randomRequest, (events, filter, random) => {
        const table = tableOf(events);
        const request = withKnownLanes(table, random);
        const { lanes, span, bins, maxEvents } = request;
        const lane = (row: number): number => plainLane(table, request, row);
        const rows = plainRows(table, events, filter).filter((row) => {
          const time = table.time[row] ?? 0;
          return lane(row) >= 0 && time >= span.start && time < span.end;
        });
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
      { numRuns: 800 },
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
      lanes: [{ kind: 'value', id: 1 }],
      span: { start: 0, end: 9000 },
      bins: 3,
    } as const;
    expect(buildMarks(table, rows, { ...request, maxEvents: 2 }).kind).toBe('events');
    expect(buildMarks(table, rows, { ...request, maxEvents: 1 }).kind).toBe('density');
  });
});
