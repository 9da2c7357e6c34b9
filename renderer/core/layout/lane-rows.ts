import type { Sums } from '../query/facets.ts';
import type { Lane, LaneField, LaneKey, OuterLane } from './marks.ts';

/** What is remembered of how the lanes of a case are arranged. */
export interface LanesView {
  /** The values whose lanes stand on top, by the field they are of. */
  readonly pinned: readonly { readonly field: LaneField; readonly values: readonly string[] }[];
  readonly gathers: boolean;
}

/** How the investigator has arranged the lanes. */
export interface Arrangement {
  /** Values whose lanes stand on top, in this order. */
  readonly pinned: readonly string[];
  /** Values whose nested lanes are not shown. */
  readonly folded: ReadonlySet<string>;
  /** All lanes that are not pinned are one. */
  readonly gathers: boolean;
}

/** A row of the timeline, and its sums. */
export interface LaneRow extends Sums {
  readonly key: LaneKey;
  readonly kind: 'outer' | 'inner' | 'others';
  /** The whole text of its own field; empty: not in the record, or the row of all others. */
  readonly value: string;
  /** The text of the first field; for nested rows that of the row they are under. */
  readonly outer: string;
  /** How many lanes the row stands for. */
  readonly lanes: number;
  /** Whether the rows nested under it are shown; `none`: there are none. */
  readonly fold: 'open' | 'closed' | 'none';
  readonly isPinned: boolean;
}

/** An event's values in the lane fields; `inner` is undefined where nothing is nested. */
export interface LaneValues {
  readonly outer: string;
  readonly inner: string | undefined;
}

/**
 * The rows that show these lanes, each event in one of them: pinned ones first, the others in their
 * order or all in one row, and nested ones under theirs. Where none that is pinned has events, the
 * lanes are not gathered: there would be nothing to tell from the rest. Linear in the lanes.
 */
export function arrangeLanes(
  lanes: readonly OuterLane[],
  { pinned, folded, gathers }: Arrangement,
): readonly LaneRow[] {
  const placeOf = new Map(pinned.map((value, place) => [value, place]));
  const isPinned = ({ value }: OuterLane): boolean => placeOf.has(value);
  const onTop = lanes
    .filter(isPinned)
    .sort((a, b) => (placeOf.get(a.value) ?? 0) - (placeOf.get(b.value) ?? 0));
  const rest = onTop.length === 0 ? lanes : lanes.filter((lane) => !isPinned(lane));
  const rowsOf = (of: readonly OuterLane[], arePinned: boolean): readonly LaneRow[] =>
    of.flatMap((lane) => outerRows(lane, arePinned, folded.has(lane.value)));
  const top = rowsOf(onTop, true);
  if (!gathers || onTop.length === 0) return [...top, ...rowsOf(rest, false)];
  return rest.length === 0 ? top : [...top, othersRow(onTop, rest)];
}

/** The place of the row that an event with these values is in, -1 where there is none. */
export function rowOfEvent(rows: readonly LaneRow[], { outer, inner }: LaneValues): number {
  let place = -1;
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'inner' && row.outer === outer && row.value === inner) return at;
    if (row.kind === 'outer' && row.value === outer) place = at;
    if (row.kind === 'others' && place < 0) place = at;
  }
  return place;
}

/** True where both rows hold the events of the same values, whatever else is selected. */
export function isSameRow(one: LaneRow | undefined, other: LaneRow | undefined): boolean {
  return one?.kind === other?.kind && one?.value === other?.value && one?.outer === other?.outer;
}

function outerRows(lane: OuterLane, isPinned: boolean, isFolded: boolean): readonly LaneRow[] {
  const { id, inner, value, ...sums } = lane;
  const isOpen = inner.length > 0 && !isFolded;
  const row: LaneRow = {
    ...sums,
    key: isOpen ? { kind: 'heading', id } : { kind: 'value', id },
    kind: 'outer',
    value,
    outer: value,
    lanes: 1,
    fold: inner.length === 0 ? 'none' : isOpen ? 'open' : 'closed',
    isPinned,
  };
  return isOpen ? [row, ...inner.map((nested) => innerRow(nested, lane))] : [row];
}

function innerRow({ id: inner, value, ...sums }: Lane, { id, value: outer }: OuterLane): LaneRow {
  const key = { kind: 'nested', id, inner } as const;
  return { ...sums, key, kind: 'inner', value, outer, lanes: 1, fold: 'none', isPinned: false };
}

function othersRow(shown: readonly OuterLane[], rest: readonly OuterLane[]): LaneRow {
  const sum = (of: (lane: OuterLane) => number): number =>
    rest.reduce((all, lane) => all + of(lane), 0);
  return {
    key: { kind: 'others', except: shown.map(({ id }) => id) },
    kind: 'others',
    value: '',
    outer: '',
    lanes: rest.length,
    fold: 'none',
    isPinned: false,
    count: sum(({ count }) => count),
    writes: sum(({ writes }) => writes),
    failed: sum(({ failed }) => failed),
    denied: sum(({ denied }) => denied),
    firstSeen: rest.reduce((least, { firstSeen }) => Math.min(least, firstSeen ?? least), Infinity),
    lastSeen: rest.reduce((most, { lastSeen }) => Math.max(most, lastSeen ?? most), -Infinity),
  };
}
