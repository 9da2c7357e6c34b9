import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import type { Histogram, Lane, Marks, MarksRequest } from '../../core/layout/marks.ts';

/**
 * What the timeline draws from. A new object says that the selection has changed: everything
 * drawn from the old one is asked for again.
 */
export interface TimelineData {
  /** Every lane of the selection, top first. */
  readonly lanes: readonly Lane[];
  marks(request: MarksRequest, signal: AbortSignal): Promise<Marks>;
  histogram(span: Span<EpochMs>, bins: number, signal: AbortSignal): Promise<Histogram>;
}

/** The event that is selected everywhere. */
export interface SelectedEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Its value in the lane field, whole. */
  readonly lane: string;
}

/** For each ref not 0 where the event shares a key, an address or a tool with the selected one. */
export type FindTied = (refs: Uint32Array, signal: AbortSignal) => Promise<Uint8Array>;
