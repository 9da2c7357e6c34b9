import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import type { CoverageGap } from '../../../core/correlate/coverage.ts';
import { fanReach, fanX, fanY } from '../../../core/layout/mark-fan.ts';
import type { Marks } from '../../../core/layout/marks.ts';
import { pixelsPerMs, timeAt, type TimeScale, xOf } from '../../../core/layout/time-scale.ts';
import { firstPlace } from '../../../core/query/rows-between.ts';
import { type Outcome, outcomes } from '../../../core/table/columns.ts';
import { gapsAt, type HeldCoverage } from './fetch-coverage.svelte.ts';
import type { HeldMarks } from './held-marks.ts';

/** What lies under a place of the rows. `lane` counts from the list's first. */
export type Hit =
  | {
      readonly kind: 'event';
      readonly ref: EventRef;
      readonly time: EpochMs;
      readonly outcome: Outcome;
      readonly byService: boolean;
      readonly lane: number;
    }
  | {
      readonly kind: 'gap';
      readonly gaps: readonly CoverageGap[];
      readonly time: EpochMs;
      readonly lane: number;
    }
  | {
      readonly kind: 'cell';
      readonly span: Span<EpochMs>;
      readonly count: number;
      readonly gravest: Outcome;
      readonly lane: number;
    };

/** Where the marks stand on the screen. */
export interface HitScene {
  readonly scale: TimeScale;
  readonly laneHeight: number;
  readonly firstLane: number;
  readonly held: HeldMarks | undefined;
  readonly coverage: HeldCoverage | undefined;
}

type EventMarks = Extract<Marks, { readonly kind: 'events' }>;
type DensityMarks = Extract<Marks, { readonly kind: 'density' }>;

/** How far from a mark a pointer may be, in pixels. */
const reach = 6;

/**
 * The mark nearest to a place, within six pixels; the gravest of those as near. Where there is none,
 * the coverage gaps there.
 */
export function hitTest(scene: HitScene, x: number, y: number): Hit | undefined {
  return nearestMark(scene, x, y) ?? gapsUnder(scene, x, y);
}

function nearestMark(scene: HitScene, x: number, y: number): Hit | undefined {
  const { held } = scene;
  if (held === undefined) return undefined;
  return held.marks.kind === 'events'
    ? nearestEvent(scene, held, held.marks, x, y)
    : nearestCell(scene, held, held.marks, x, y);
}

function gapsUnder(
  { coverage, scale, laneHeight, firstLane }: HitScene,
  x: number,
  y: number,
): Hit | undefined {
  const lane = Math.floor(y / laneHeight) + firstLane;
  const time = timeAt(scale, x);
  const gaps = gapsAt(coverage, lane, time);
  return gaps.length === 0 ? undefined : { kind: 'gap', gaps, time, lane };
}

function nearestEvent(
  { scale, laneHeight, firstLane }: HitScene,
  { lanes, fan }: HeldMarks,
  marks: EventMarks,
  x: number,
  y: number,
): Hit | undefined {
  const secondWidth = pixelsPerMs(scale) * 1000;
  const middleOfFirst = (lanes.first - firstLane + 0.5) * laneHeight;
  // Fans stand to the right of their time: none reaches further than the largest there is.
  const furthest = fanReach(largest(fan.size), secondWidth);
  const until = timeAt(scale, x + reach);
  let best: number | undefined;
  let bestDistance = reach;
  const from = timeAt(scale, x - reach - furthest);
  const first = firstPlace(marks.time.length, (i) => (marks.time[i] ?? 0) >= from);
  for (let i = first; ; i++) {
    const time = marks.time[i];
    if (time === undefined || time > until) break;
    const place = fan.place[i] ?? 0;
    const size = fan.size[i] ?? 1;
    const distance = Math.hypot(
      xOf(scale, time) + fanX(place, size, secondWidth) - x,
      middleOfFirst + (marks.lane[i] ?? 0) * laneHeight + fanY(place, size) - y,
    );
    if (distance > bestDistance) continue;
    const isGraver = (marks.outcome[i] ?? 0) >= (marks.outcome[best ?? i] ?? 0);
    if (distance === bestDistance && !isGraver) continue;
    best = i;
    bestDistance = distance;
  }
  return best === undefined ? undefined : eventAt(marks, best, lanes.first);
}

function eventAt(marks: EventMarks, i: number, firstLane: number): Hit {
  return {
    kind: 'event',
    ref: marks.ref[i] ?? 0,
    time: marks.time[i] ?? 0,
    outcome: outcomes[marks.outcome[i] ?? 0] ?? 'read',
    byService: marks.byService[i] === 1,
    lane: firstLane + (marks.lane[i] ?? 0),
  };
}

function nearestCell(
  { scale, laneHeight, firstLane }: HitScene,
  { lanes, span }: HeldMarks,
  { bins, counts, gravest }: DensityMarks,
  x: number,
  y: number,
): Hit | undefined {
  const lane = Math.floor(y / laneHeight) + firstLane - lanes.first;
  if (lane < 0 || lane >= lanes.count) return undefined;
  const perBin = (span.end - span.start) / bins;
  const binPixels = perBin * pixelsPerMs(scale);
  const bin = Math.floor((timeAt(scale, x) - span.start) / perBin);
  const steps = Math.ceil(reach / Math.max(binPixels, 0.1));
  for (let step = 0; step <= steps; step++) {
    for (const near of step === 0 ? [bin] : [bin - step, bin + step]) {
      if (near < 0 || near >= bins) continue;
      const count = counts[lane * bins + near] ?? 0;
      if (count === 0) continue;
      const start = span.start + near * perBin;
      return {
        kind: 'cell',
        span: { start, end: start + perBin },
        count,
        gravest: outcomes[gravest[lane * bins + near] ?? 0] ?? 'read',
        lane: lanes.first + lane,
      };
    }
  }
  return undefined;
}

function largest(values: Uint16Array): number {
  return values.reduce((most, value) => Math.max(most, value), 1);
}
