import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import type { Histogram, Lane, Marks, MarksRequest } from '../../core/layout/marks.ts';
import type { Filter } from '../../core/query/filter.ts';
import type { Around } from '../../state/events-around.ts';

/**
 * What the timeline draws from. A new object says that the selection has changed: everything
 * drawn from the old one is asked for again.
 */
export interface TimelineData {
  /** The selection: the same object while only its evidence grows. */
  readonly filter: Filter;
  /** Every lane of the selection, top first. */
  readonly lanes: readonly Lane[];
  marks(request: MarksRequest, signal: AbortSignal): Promise<Marks>;
  histogram(span: Span<EpochMs>, bins: number, signal: AbortSignal): Promise<Histogram>;
  /** What is selected in a stretch of time, and next to it on either side, in whatever lane. */
  around(span: Span<EpochMs>, signal: AbortSignal): Promise<Around>;
}

/** The event that is selected everywhere. */
export interface SelectedEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Its value in the lane field, whole; undefined where the filter leaves the event out. */
  readonly lane: string | undefined;
}

/** For each ref not 0 where the event shares a key, an address or a tool with the selected one. */
export type FindTied = (refs: Uint32Array, signal: AbortSignal) => Promise<Uint8Array>;
