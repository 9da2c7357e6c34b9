import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import { firstToShow, lanesInView } from '../../core/layout/lanes-in-view.ts';
import type { LaneValues } from '../../core/layout/lane-rows.ts';
import { marksRequest } from './marks/fetch-marks.svelte.ts';
import type { ChosenLane } from './lanes/lane-scroll.svelte.ts';
import { lanesNear } from './lanes/lanes-near.ts';
import type { TimelineData } from '../../state/timeline/timeline-data.ts';

/** What the timeline shows as other lanes are about to come. */
export interface Standing {
  /** Pixels of the window. */
  readonly width: number;
  /** So many lanes fit, and this one is scrolled to the top. */
  readonly fit: number;
  readonly first: number;
  /** The chosen event's lane as it was last brought into view. */
  readonly brought: Partial<ChosenLane>;
  readonly ref: EventRef | undefined;
  /** The chosen event's values in the lanes that come. */
  readonly values: LaneValues | undefined;
}

/** Asks lanes that are about to come for what is drawn first: marks, coverage gaps and links. */
export function askFirst(
  data: TimelineData,
  window: Span<EpochMs>,
  { width, fit, first, brought, ref, values }: Standing,
  signal: AbortSignal,
): void {
  const lane = data.lanes.placeOfEvent(values);
  const run = lanesInView(data.lanes.length, fit, first);
  const isBrought = lane >= 0 && (data.filter !== brought.filter || lane !== brought.lane);
  const inView = isBrought ? lanesInView(data.lanes.length, fit, firstToShow(lane, run)) : run;
  if (inView.count === 0 || width <= 0) return;
  const { keys: lanes } = lanesNear(data, inView);
  void data.marks(marksRequest({ data, window, width, lanes: inView }), signal);
  void data.coverage(lanes, signal);
  if (ref !== undefined) void data.links({ ref, lanes, span: window }, signal);
}
