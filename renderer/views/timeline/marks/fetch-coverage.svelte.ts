import type { EpochMs, Span } from '../../../core/base/units.ts';
import type { CoverageGap } from '../../../core/correlate/coverage.ts';
import { mergedSpans } from '../../../core/layout/lane-gaps.ts';
import { type LaneRun, reachesOver } from '../../../core/layout/lanes-in-view.ts';
import { Latest } from '../../../state/latest.ts';
import { lanesNear } from '../lanes/lanes-near.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** The coverage gaps of some lanes. */
export interface HeldCoverage {
  readonly lanes: LaneRun;
  /** By lane, counted from the first of `lanes`. */
  readonly gaps: readonly (readonly CoverageGap[])[];
  /** The same as spans that do not overlap: to be painted. */
  readonly spans: readonly (readonly Span<EpochMs>[])[];
}

/** Keeps the coverage gaps of the lanes in view and a margin of lanes at hand. */
export class CoverageFetcher {
  readonly #latest = new Latest();
  #held: HeldCoverage | undefined = $state.raw();
  #all: readonly CoverageGap[] = $state.raw([]);
  #asked: { readonly data: TimelineData; readonly lanes: LaneRun } | undefined;

  get held(): HeldCoverage | undefined {
    return this.#held;
  }

  /** All gaps of the case, in whatever lane. */
  get all(): readonly CoverageGap[] {
    return this.#all;
  }

  /** These lanes are on the screen now. Cheap where they were before. */
  async look(data: TimelineData, inView: LaneRun): Promise<void> {
    const asked = this.#asked;
    if (inView.count === 0) return;
    if (asked?.data === data && reachesOver(asked.lanes, inView)) return;
    if (asked?.data !== data) this.#held = undefined;
    const { run: lanes, keys } = lanesNear(data, inView);
    this.#asked = { data, lanes };
    const outcome = await this.#latest.ask((signal) => data.coverage(keys, signal));
    // Where it fails, the marks say so: the same worker answers both.
    if (outcome.kind !== 'answer') return;
    const { gaps: all, ofLane } = outcome.value;
    const gaps = ofLane.map((places) => places.flatMap((place) => all[place] ?? []));
    const spans = gaps.map((ofOne) => mergedSpans(ofOne.map(({ span }) => span)));
    this.#held = { lanes, gaps, spans };
    this.#all = all;
  }
}

/** The gaps of a lane, counted from the list's first, at a time. */
export function gapsAt(
  held: HeldCoverage | undefined,
  lane: number,
  time: EpochMs,
): readonly CoverageGap[] {
  const gaps = held?.gaps[lane - held.lanes.first] ?? [];
  return gaps.filter(({ span }) => time >= span.start && time < span.end);
}
