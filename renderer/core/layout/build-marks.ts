import type { Row, Span } from '../base/units.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { placesBetween } from '../query/rows-between.ts';
import { flag } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { Marks, MarksRequest } from './marks.ts';

/** In place of a lane: the event is in none of those asked for. */
const noLane = 0xffff;

/**
 * What to paint of a selection in time order: the events themselves where few enough lie in these
 * lanes and this span, their density otherwise. One or two passes over the rows in the span.
 */
export function buildMarks(table: EventTable, rows: Uint32Array, request: MarksRequest): Marks {
  const inSpan = placesBetween(table.time, rows, request.span);
  const laneOf = lanesById(table, request);
  const values = table.text[request.field];
  const count = countInLanes(values, laneOf, rows, inSpan, request.maxEvents);
  return count > request.maxEvents
    ? density(table, rows, inSpan, request, laneOf)
    : singleEvents(table, rows, inSpan, request, laneOf, count);
}

function lanesById(table: EventTable, { field, lanes }: MarksRequest): Uint16Array {
  const laneOf = new Uint16Array(table.dictionaries[field].texts.length).fill(noLane);
  for (const [lane, id] of lanes.entries()) laneOf[id] = lane;
  return laneOf;
}

/** Stops counting once there are more than `most`. */
function countInLanes(
  values: Uint32Array,
  laneOf: Uint16Array,
  rows: Uint32Array,
  { start, end }: Span<number>,
  most: number,
): number {
  let count = 0;
  for (let place = start; place < end && count <= most; place++) {
    if (laneOf[values[rows[place] ?? 0] ?? 0] !== noLane) count++;
  }
  return count;
}

function density(
  table: EventTable,
  rows: Uint32Array,
  { start, end }: Span<number>,
  { field, lanes, span, bins }: MarksRequest,
  laneOf: Uint16Array,
): Marks {
  const counts = new Uint32Array(lanes.length * bins);
  const gravest = new Uint8Array(lanes.length * bins);
  const { time, flags } = table;
  const values = table.text[field];
  const length = span.end - span.start;
  for (let place = start; place < end; place++) {
    const row = rows[place] ?? 0;
    const lane = laneOf[values[row] ?? 0] ?? noLane;
    if (lane === noLane) continue;
    const bin = Math.min((((time[row] ?? 0) - span.start) * bins) / length, bins - 1) | 0;
    const cell = lane * bins + bin;
    counts[cell] = (counts[cell] ?? 0) + 1;
    const outcome = outcomeByFlags[(flags[row] ?? 0) & outcomeMask] ?? 0;
    if (outcome > (gravest[cell] ?? 0)) gravest[cell] = outcome;
  }
  return { kind: 'density', span, bins, lanes: lanes.length, counts, gravest };
}

function singleEvents(
  table: EventTable,
  rows: Uint32Array,
  { start, end }: Span<number>,
  { field, span }: MarksRequest,
  laneOf: Uint16Array,
  count: number,
): Marks {
  const marks = {
    time: new Float64Array(count),
    lane: new Uint16Array(count),
    outcome: new Uint8Array(count),
    byService: new Uint8Array(count),
    ref: new Uint32Array(count),
  };
  const values = table.text[field];
  let at = 0;
  for (let place = start; place < end; place++) {
    const row: Row = rows[place] ?? 0;
    const lane = laneOf[values[row] ?? 0] ?? noLane;
    if (lane === noLane) continue;
    const flags = table.flags[row] ?? 0;
    marks.time[at] = table.time[row] ?? 0;
    marks.lane[at] = lane;
    marks.outcome[at] = outcomeByFlags[flags & outcomeMask] ?? 0;
    marks.byService[at] = (flags & flag.byService) === 0 ? 0 : 1;
    marks.ref[at] = table.ref[row] ?? 0;
    at++;
  }
  return { kind: 'events', span, ...marks };
}
