import type { EpochMs, TextId } from '../base/units.ts';
import type { Sums } from '../query/facets.ts';
import { blockText, type TextBlocks } from './text-blocks.ts';

/** One value of a lane field, and its sums over the selection. */
export interface Lane extends Sums {
  readonly id: TextId;
  /** The whole text; empty: not in the record. */
  readonly value: string;
}

/**
 * Lanes in their order, a column for each member of {@link Lane}: a large case has hundreds of
 * thousands, which take longer to hand over one by one than to count.
 */
export interface LaneColumns {
  readonly id: Uint32Array;
  readonly value: TextBlocks;
  readonly count: Uint32Array;
  readonly writes: Uint32Array;
  readonly failed: Uint32Array;
  readonly denied: Uint32Array;
  readonly firstSeen: Float64Array;
  readonly lastSeen: Float64Array;
}

/** Lanes, and in each of them the lanes of a nested field. */
export interface Lanes {
  readonly outer: LaneColumns;
  /** The nested lanes of the first lane, then those of the second …; undefined: nothing is nested. */
  readonly inner: LaneColumns | undefined;
  /** Those nested in lane `n` stand from `innerStarts[n]` up to `innerStarts[n + 1]`. */
  readonly innerStarts: Uint32Array;
}

/** The lane at a place that there is. */
export function laneIn(lanes: LaneColumns, place: number): Lane {
  const time = (times: Float64Array): EpochMs => times[place] ?? 0;
  return {
    id: lanes.id[place] ?? 0,
    value: blockText(lanes.value, place),
    count: lanes.count[place] ?? 0,
    writes: lanes.writes[place] ?? 0,
    failed: lanes.failed[place] ?? 0,
    denied: lanes.denied[place] ?? 0,
    firstSeen: time(lanes.firstSeen),
    lastSeen: time(lanes.lastSeen),
  };
}

/** Lanes one by one: for few. */
export function lanesIn(lanes: LaneColumns): readonly Lane[] {
  return Array.from(lanes.id, (_, place) => laneIn(lanes, place));
}

/** The lanes nested in the one at a place, one by one. */
export function innerLanesIn({ inner, innerStarts }: Lanes, place: number): readonly Lane[] {
  if (inner === undefined) return [];
  const start = innerStarts[place] ?? 0;
  const count = (innerStarts[place + 1] ?? start) - start;
  return Array.from({ length: count }, (_, at) => laneIn(inner, start + at));
}
