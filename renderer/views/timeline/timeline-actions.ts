import type { CoverageGap } from '../../core/correlate/coverage.ts';
import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import type { LaneRow, LaneValues } from '../../core/layout/lane-rows.ts';
import type { LaneFields } from '../../core/layout/marks.ts';
import type { AskAhead } from '../../state/timeline/timeline-data.ts';
import type { MarkOf } from './lanes/lane-names.ts';

/** The event that is selected everywhere. */
export interface SelectedEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Undefined where the filter leaves the event out. */
  readonly lane: LaneValues | undefined;
}

/** For each ref not 0 where the event shares a key, an address or a tool with the selected one. */
export type FindTied = (refs: Uint32Array, signal: AbortSignal) => Promise<Uint8Array>;

/** What the timeline asks of the window. */
export interface TimelineActions {
  /** To be called with lanes that are about to be shown; answers how to stop that. */
  readonly askingAhead: (ask: AskAhead) => () => void;
  /** The selected event's values in lane fields; undefined where the filter leaves it out. */
  readonly laneOf: (fields: LaneFields) => LaneValues | undefined;
  readonly visible: (window: Span<EpochMs>) => void;
  /** Show this many times as much time, around a moment where one is given. */
  readonly zoom: (factor: number, around?: EpochMs) => void;
  /** Show the selected events, or the whole case where they are shown already. */
  readonly fit: () => void;
  readonly fitWhole: () => void;
  readonly select: (ref: EventRef) => void;
  readonly span: (span: Span<EpochMs>) => void;
  /** Bars are drawn now, or single marks. */
  readonly drawing: (hasBars: boolean) => void;
  /** The case has these coverage gaps. */
  readonly gaps: (gaps: readonly CoverageGap[]) => void;
  /** The label of a lane was clicked. */
  readonly lane: (row: LaneRow) => void;
  /** Show what is nested in a lane, or hide it. */
  readonly fold: (row: LaneRow) => void;
  /** Pin a lane to the top, or unpin it. */
  readonly pin: (row: LaneRow) => void;
  /** Open the card of a lane's entity. */
  readonly card: (row: LaneRow) => void;
  /** What the investigator put to the entity of a lane. */
  readonly markOf: MarkOf;
  /** Show all lanes that are not pinned as one, or each by itself. */
  readonly gather: (gathers: boolean) => void;
}
