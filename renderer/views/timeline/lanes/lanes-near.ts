import { type LaneRun, withMargin } from '../../../core/layout/lanes-in-view.ts';
import type { LaneKey } from '../../../core/layout/marks.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** The lanes in view and a margin of lanes, which are asked about together. */
export function lanesNear(
  { lanes }: TimelineData,
  inView: LaneRun,
): { readonly run: LaneRun; readonly keys: readonly LaneKey[] } {
  const run = withMargin(inView, lanes.length);
  return { run, keys: lanes.slice(run.first, run.count).map(({ key }) => key) };
}
