import type { Sums } from '../query/facets.ts';
import type { LaneField, LaneKey } from './marks.ts';

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

/** True where both rows hold the events of the same values, whatever else is selected. */
export function isSameRow(one: LaneRow | undefined, other: LaneRow | undefined): boolean {
  return one?.kind === other?.kind && one?.value === other?.value && one?.outer === other?.outer;
}
