import type { EpochMs, Span } from '../../../core/base/units.ts';
import { mergedSpans } from '../../../core/layout/lane-gaps.ts';
import { Latest } from '../../../state/latest.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** The coverage gaps of the whole case, in whatever lane; those before stay until the next are there. */
export class OverviewGaps {
  readonly #latest = new Latest();
  #spans: readonly Span<EpochMs>[] = $state.raw([]);

  /** Spans that do not overlap. */
  get spans(): readonly Span<EpochMs>[] {
    return this.#spans;
  }

  async look(data: TimelineData): Promise<void> {
    const outcome = await this.#latest.ask((signal) => data.coverage([], signal));
    // Where it fails, the lanes say so: the same worker answers both.
    if (outcome.kind !== 'answer') return;
    this.#spans = mergedSpans(outcome.value.gaps.map(({ span }) => span));
  }
}
