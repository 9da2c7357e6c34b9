import type { Row, Span } from '../base/units.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { placesBetween } from '../query/rows-between.ts';
import { flag } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { laneAt, type LaneOfRow, lanesOfRows, noLane } from './lane-of-row.ts';
import type { Marks, MarksRequest } from './marks.ts';
import { binEdges } from './time-bins.ts';

/**
 * What to paint of a selection in time order: the events themselves where few enough lie in these
 * lanes and this span, their density otherwise. One or two passes over the rows in the span.
 */
export function buildMarks(table: EventTable, rows: Uint32Array, request: MarksRequest): Marks {
  const inSpan = placesBetween(table.time, rows, request.span);
  const laneOf = lanesOfRows(table, request);
  const count = countInLanes(laneOf, rows, inSpan, request.maxEvents);
  return count > request.maxEvents
    ? density(table, rows, request, laneOf)
    : singleEvents(table, rows, inSpan, request, laneOf, count);
}

/** Stops counting once there are more than `most`. */
function countInLanes(
  laneOf: LaneOfRow,
  rows: Uint32Array,
  { start, end }: Span<number>,
  most: number,
): number {
  let count = 0;
  for (let place = start; place < end && count <= most; place++) {
    if (laneAt(laneOf, rows[place] ?? 0) !== noLane) count++;
  }
  return count;
}

function density(
  { time, flags }: EventTable,
  rows: Uint32Array,
  { lanes, span, bins }: MarksRequest,
  laneOf: LaneOfRow,
): Marks {
  const counts = new Uint32Array(lanes.length * bins);
  const gravest = new Uint8Array(lanes.length * bins);
  const edges = binEdges(time, rows, span, bins);
  for (let bin = 0; bin < bins; bin++) {
    const end = edges[bin + 1] ?? 0;
    for (let place = edges[bin] ?? 0; place < end; place++) {
      const row = rows[place] ?? 0;
      const lane = laneAt(laneOf, row);
      if (lane === noLane) continue;
      const cell = lane * bins + bin;
      counts[cell] = (counts[cell] ?? 0) + 1;
      const outcome = outcomeByFlags[(flags[row] ?? 0) & outcomeMask] ?? 0;
      if (outcome > (gravest[cell] ?? 0)) gravest[cell] = outcome;
    }
  }
  return { kind: 'density', span, bins, lanes: lanes.length, counts, gravest };
}

function singleEvents(
  table: EventTable,
  rows: Uint32Array,
  { start, end }: Span<number>,
  { span }: MarksRequest,
  laneOf: LaneOfRow,
  count: number,
): Marks {
  const marks = {
    time: new Float64Array(count),
    lane: new Uint16Array(count),
    outcome: new Uint8Array(count),
    byService: new Uint8Array(count),
    ref: new Uint32Array(count),
  };
  let at = 0;
  for (let place = start; place < end; place++) {
    const row: Row = rows[place] ?? 0;
    const lane = laneAt(laneOf, row);
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
