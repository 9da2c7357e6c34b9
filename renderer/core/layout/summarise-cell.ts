import type { EpochMs, Span } from '../base/units.ts';
import { countFacet } from '../query/count-facet.ts';
import type { Facet } from '../query/facets.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { placesBetween } from '../query/rows-between.ts';
import { outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { laneAt, lanesOfRows } from './lane-of-row.ts';
import type { LaneFields, LaneKey } from './marks.ts';

/** What is in a stretch of a lane. */
export interface CellSummary {
  /** By place in `outcomes`. */
  readonly counts: readonly number[];
  /** The most frequent values of some fields, those of the lanes left out. */
  readonly fields: readonly Facet<(typeof toldFields)[number]>[];
}

export interface CellRequest extends LaneFields {
  readonly lane: LaneKey;
  readonly span: Span<EpochMs>;
}

const toldFields = ['eventName', 'principal', 'sourceIp', 'accessKey', 'loadBalancer'] as const;
const mostFields = 3;
const mostValues = 3;

/** Counts and top values of the selected events of a lane in a span. A pass over those in the span. */
export function summariseCell(
  table: EventTable,
  rows: Uint32Array,
  request: CellRequest,
): CellSummary {
  const { field, nested, lane, span } = request;
  const laneOf = lanesOfRows(table, { field, nested, lanes: [lane] });
  const places = placesBetween(table.time, rows, span);
  const inCell = rows.subarray(places.start, places.end).filter((row) => laneAt(laneOf, row) === 0);
  const counts = outcomes.map(() => 0);
  for (const row of inCell) {
    const outcome = outcomeByFlags[(table.flags[row] ?? 0) & outcomeMask] ?? 0;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const told = toldFields.filter((one) => one !== field && one !== nested).slice(0, mostFields);
  const choice = { limit: mostValues, containing: '', presentOnly: true };
  return { counts, fields: told.map((one) => countFacet(table, inCell, one, choice)) };
}
