import type { EpochMs, Span } from '../../../core/base/units.ts';
import type { Histogram } from '../../../core/layout/marks.ts';
import { Latest } from '../../../state/latest.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** The whole case's histogram; the one before stays until the next is there. */
export class OverviewHistogram {
  readonly #latest = new Latest();
  #histogram: Histogram | undefined = $state.raw();

  get histogram(): Histogram | undefined {
    return this.#histogram;
  }

  async look(data: TimelineData, span: Span<EpochMs>, bins: number): Promise<void> {
    if (bins <= 0 || span.end <= span.start) return;
    const outcome = await this.#latest.ask((signal) => data.histogram(span, bins, signal));
    if (outcome.kind === 'answer') this.#histogram = outcome.value;
  }
}
