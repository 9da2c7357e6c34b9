import type { EpochMs, Span } from '../../core/base/units.ts';
import type { Links, LinksRequest } from '../../core/layout/build-links.ts';
import type { LaneCoverage } from '../../core/layout/lane-gaps.ts';
import type { LaneList } from '../../core/layout/lane-list.ts';
import type {
  Histogram,
  LaneFields,
  LaneKey,
  Marks,
  MarksRequest,
} from '../../core/layout/marks.ts';
import type { CellSummary } from '../../core/layout/summarise-cell.ts';
import type { Filter } from '../../core/query/filter.ts';
import type { Around } from './events-around.ts';

/**
 * What the timeline draws from. A new object stands for another selection, grown evidence, or lanes
 * arranged otherwise: everything drawn from the old one is asked for again.
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

/** Asks lanes that are about to be shown, in this window, for what will be shown of them first. */
export type AskAhead = (data: TimelineData, window: Span<EpochMs>, signal: AbortSignal) => void;
