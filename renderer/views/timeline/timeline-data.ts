import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import type { LaneList } from '../../core/layout/lane-list.ts';
import type { LaneRow, LaneValues } from '../../core/layout/lane-rows.ts';
import type { CoverageGap } from '../../core/correlate/coverage.ts';
import type { Links, LinksRequest } from '../../core/layout/build-links.ts';
import type { LaneCoverage } from '../../core/layout/lane-gaps.ts';
import type {
  Histogram,
  LaneFields,
  LaneKey,
  Marks,
  MarksRequest,
} from '../../core/layout/marks.ts';
import type { CellSummary } from '../../core/layout/summarise-cell.ts';
import type { Filter } from '../../core/query/filter.ts';
import type { Around } from '../../state/timeline/events-around.ts';
import type { MarkOf } from './lanes/lane-names.ts';

/**
 * What the timeline draws from. A new object says that the selection, or its lanes, have changed: everything
 * drawn from the old one is asked for again.
 */
export interface TimelineData {
  /** The selection: the same object while only its evidence grows. */
  readonly filter: Filter;
  readonly fields: LaneFields;
  /** Every row of the timeline, top first: all events of the selection are in them. */
  readonly lanes: LaneList;
  marks(request: MarksRequest, signal: AbortSignal): Promise<Marks>;
  /** Spans from which events of these lanes may be missing. */
  coverage(lanes: readonly LaneKey[], signal: AbortSignal): Promise<LaneCoverage>;
  /** What an event shares with others of these lanes in a span. */
  links(request: Pick<LinksRequest, 'ref' | 'lanes' | 'span'>, signal: AbortSignal): Promise<Links>;
  /** Counts and top values of a stretch of a lane. */
  cell(lane: LaneKey, span: Span<EpochMs>, signal: AbortSignal): Promise<CellSummary>;
  histogram(span: Span<EpochMs>, bins: number, signal: AbortSignal): Promise<Histogram>;
  /** What is selected in a stretch of time, and next to it on either side, in whatever lane. */
  around(span: Span<EpochMs>, signal: AbortSignal): Promise<Around>;
}

/** The event that is selected everywhere. */
export interface SelectedEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Undefined where the filter leaves the event out. */
  readonly lane: LaneValues | undefined;
}

/** For each ref not 0 where the event shares a key, an address or a tool with the selected one. */
export type FindTied = (refs: Uint32Array, signal: AbortSignal) => Promise<Uint8Array>;

/** Asks lanes that are about to be shown, in this window, for what will be shown of them first. */
export type AskAhead = (data: TimelineData, window: Span<EpochMs>, signal: AbortSignal) => void;

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
