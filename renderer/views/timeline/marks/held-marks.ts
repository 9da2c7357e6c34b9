import type { EpochMs, Span } from '../../../core/base/units.ts';
import { type LaneRun, reachesOver } from '../../../core/layout/lanes-in-view.ts';
import type { Fan } from '../../../core/layout/mark-fan.ts';
import { isSameRow } from '../../../core/layout/lane-rows.ts';
import type { Marks } from '../../../core/layout/marks.ts';
import { covers } from '../../../core/layout/time-scale.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** What the screen shows, and so what it needs marks of. */
export interface MarksView {
  readonly data: TimelineData;
  readonly window: Span<EpochMs>;
  /** Pixels of the window. */
  readonly width: number;
  readonly lanes: LaneRun;
}

/** Marks that were fetched, and what for. */
export interface HeldMarks {
  readonly view: MarksView;
  /** The lanes they are of: `marks` counts lanes from its first. */
  readonly lanes: LaneRun;
  readonly span: Span<EpochMs>;
  /** Asked for while moving: densities have fewer cells. */
  readonly isCoarse: boolean;
  readonly marks: Marks;
  /** Of events that stand near; empty for densities. */
  readonly fan: Fan;
}

/** What is held or under way, as far as the question goes whether it will do. */
export type Coverage = Pick<HeldMarks, 'view' | 'lanes' | 'span' | 'isCoarse'>;

/** How far a texture may be stretched or squeezed. */
const mostStretch = 3;
/** Share of the window that must be left on each side once it stands still. */
const leastMargin = 0.25;

/** True where the marks can be drawn at all: they are of the same selection and lanes. */
export function isOfSame(coverage: Coverage, view: MarksView): boolean {
  return coverage.view.data === view.data;
}

/**
 * True where marks of another selection may stay on the screen until the new ones are there: each
 * of their lanes is still at its place. Else they would stand, if only for a moment, at values
 * that they are not of.
 */
export function mayStay({ view, lanes }: Coverage, next: MarksView): boolean {
  const { field, nested } = view.data.fields;
  if (field !== next.data.fields.field || nested !== next.data.fields.nested) return false;
  const rowsIn = ({ lanes: rows }: TimelineData) => rows.slice(lanes.first, lanes.count);
  const nextRows = rowsIn(next.data);
  return rowsIn(view.data).every(
    (row, place) => isSameRow(row, nextRows[place]) && row.fold === nextRows[place]?.fold,
  );
}

/** True where the marks do while the window moves: they reach over it, not stretched too far. */
export function suffices(coverage: Coverage, view: MarksView): boolean {
  if (!isOfSame(coverage, view) || !reachesOver(coverage.lanes, view.lanes)) return false;
  const stretch = lengthOf(coverage.view.window) / lengthOf(view.window);
  return covers(coverage.span, view.window) && stretch <= mostStretch && stretch >= 1 / mostStretch;
}

/** True where the marks are as good as can be: neither coarse nor stretched, with room on each side. */
export function isSharp(coverage: Coverage, view: MarksView): boolean {
  const room = lengthOf(view.window) * leastMargin;
  const { start, end } = view.window;
  return (
    suffices(coverage, view) &&
    !coverage.isCoarse &&
    lengthOf(coverage.view.window) === lengthOf(view.window) &&
    coverage.view.width === view.width &&
    covers(coverage.span, { start: start - room, end: end + room })
  );
}

/** True where the marks are of all that the screen shows, and there are none in it. */
export function showsNothing(held: HeldMarks, view: MarksView): boolean {
  if (!suffices(held, view)) return false;
  const { marks } = held;
  const first = view.lanes.first - held.lanes.first;
  const isInView = (lane: number) => lane >= first && lane < first + view.lanes.count;
  const { start, end } = view.window;
  if (marks.kind === 'events') {
    return !marks.time.some(
      (time, i) => time >= start && time < end && isInView(marks.lane[i] ?? 0),
    );
  }
  const { bins, counts } = marks;
  const perBin = lengthOf(held.span) / bins;
  const firstBin = Math.max(0, Math.floor((start - held.span.start) / perBin));
  const endBin = Math.min(bins, Math.ceil((end - held.span.start) / perBin));
  for (let lane = first; lane < first + view.lanes.count; lane++) {
    const cells = counts.subarray(lane * bins + firstBin, lane * bins + endBin);
    if (cells.some((count) => count > 0)) return false;
  }
  return true;
}

function lengthOf(span: Span<EpochMs>): number {
  return span.end - span.start;
}
