/** A run of lanes, counted from the first lane of the list. */
export interface LaneRun {
  readonly first: number;
  readonly count: number;
}

/** vis-timeline measures every lane on every frame: over 50 it cannot keep 60 frames a second. */
export const mostLanes = 50;

/** How many lanes of this height fit, at least one, at most {@link mostLanes}. */
export function lanesThatFit(height: number, laneHeight: number): number {
  return Math.min(mostLanes, Math.max(1, Math.floor(height / laneHeight)));
}

/** The lanes on the screen when `wanted` is to be the first: never scrolled past the end. */
export function lanesInView(total: number, fit: number, wanted: number): LaneRun {
  const count = Math.min(total, fit);
  const first = Math.min(Math.max(0, Math.round(wanted)), total - count);
  return { first, count };
}

/** As little scrolling as brings a lane into view: the new first lane. */
export function firstToShow(lane: number, view: LaneRun): number {
  if (lane < view.first) return lane;
  if (lane >= view.first + view.count) return lane - view.count + 1;
  return view.first;
}

/** Whether all of a run's lanes are in another one. */
export function reachesOver(outer: LaneRun, inner: LaneRun): boolean {
  return outer.first <= inner.first && inner.first + inner.count <= outer.first + outer.count;
}

/** The run with half of it above and below, of at most {@link mostLanes} lanes in all. */
export function withMargin(view: LaneRun, total: number): LaneRun {
  const spare = Math.max(0, Math.min(mostLanes, 2 * view.count, total) - view.count);
  const first = Math.max(
    0,
    Math.min(view.first - Math.floor(spare / 2), total - view.count - spare),
  );
  return { first, count: view.count + spare };
}
