import type { EpochMs, EventRef, Row, Span } from '../base/units.ts';
import type { Credentials } from '../correlate/credentials.ts';
import { tiesWith } from '../correlate/ties.ts';
import { firstPlace, placesBetween } from '../query/rows-between.ts';
import { type EventTable, textAt } from '../table/event-table.ts';
import { laneAt, lanesOfRows, noLane } from './lane-of-row.ts';
import type { LaneValues } from './lane-rows.ts';
import type { LaneFields, LaneKey } from './marks.ts';

/** So many lines can be told apart. */
export const mostLinks = 40;

/** An event that shares something with the chosen one. */
export interface Link {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Place of its lane in the request. */
  readonly lane: number;
  /** The bits of what it shares (see `tieBit`). */
  readonly ties: number;
}

/** What the chosen event leads to. */
export interface Links {
  /** The nearest in time of those in the lanes and the span, at most {@link mostLinks}. */
  readonly tied: readonly Link[];
  /** The first use of the key that it hands out, where the selection has it, in whatever lane. */
  readonly firstUse:
    { readonly ref: EventRef; readonly time: EpochMs; readonly lane: LaneValues } | undefined;
}

export interface LinksRequest extends LaneFields {
  readonly ref: EventRef;
  readonly lanes: readonly LaneKey[];
  readonly span: Span<EpochMs>;
}

/**
 * The links of the event at `row` to selected ones, `rows` being in time order. Goes from it to
 * either side and ends with the last link wanted: at worst one pass over the rows in the span.
 */
export function buildLinks(
  { table, rows }: { readonly table: EventTable; readonly rows: Uint32Array },
  row: Row,
  request: LinksRequest,
  credentials: Pick<Credentials, 'handedOutBy'>,
): Links {
  const laneOf = lanesOfRows(table, request);
  const tiesOf = tiesWith(table, row);
  const inSpan = placesBetween(table.time, rows, request.span);
  const here = table.time[row] ?? 0;
  const timeAt = (place: number): EpochMs => table.time[rows[place] ?? 0] ?? 0;
  const tied: Link[] = [];
  const take = (place: number): void => {
    const other = rows[place] ?? 0;
    const ties = other === row ? 0 : tiesOf(other);
    const lane = ties === 0 ? noLane : laneAt(laneOf, other);
    if (lane === noLane) return;
    tied.push({ ref: table.ref[other] ?? 0, time: table.time[other] ?? 0, lane, ties });
  };
  const own = firstPlace(rows.length, (place) => (rows[place] ?? 0) >= row);
  let after = Math.max(own, inSpan.start);
  let before = Math.min(own, inSpan.end) - 1;
  while (tied.length < mostLinks) {
    const isBefore = before >= inSpan.start;
    const isAfter = after < inSpan.end;
    if (!isBefore && !isAfter) break;
    if (isBefore && (!isAfter || here - timeAt(before) < timeAt(after) - here)) take(before--);
    else take(after++);
  }
  return { tied, firstUse: firstUse({ table, rows }, row, request, credentials) };
}

function firstUse(
  { table, rows }: { readonly table: EventTable; readonly rows: Uint32Array },
  row: Row,
  { field, nested }: LaneFields,
  credentials: Pick<Credentials, 'handedOutBy'>,
): Links['firstUse'] {
  const use = credentials.handedOutBy(row)?.firstUse;
  const used = use === undefined ? undefined : table.rowOfRef[use.ref];
  if (use === undefined || used === undefined) return undefined;
  const place = firstPlace(rows.length, (at) => (rows[at] ?? 0) >= used);
  if (rows[place] !== used) return undefined;
  const inner = nested === undefined ? undefined : textAt(table, nested, used);
  return { ...use, lane: { outer: textAt(table, field, used), inner } };
}
