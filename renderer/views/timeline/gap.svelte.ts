import type { EpochMs, Span } from '../../core/base/units.ts';
import type { Around } from '../../state/timeline/events-around.ts';
import { Latest } from '../../state/latest.ts';
import type { TimelineData } from '../../state/timeline/timeline-data.ts';

/** A stretch of time in which no mark is on the screen, and what is selected in and around it. */
export interface Gap {
  readonly window: Span<EpochMs>;
  readonly around: Around;
}

/** Looks around a window that shows nothing, so that the way to the nearest events can be shown. */
export class GapFinder {
  readonly #latest = new Latest();
  #gap: Gap | undefined = $state.raw();

  /** Undefined while something is on the screen, and until it is known what lies around. */
  get gap(): Gap | undefined {
    return this.#gap;
  }

  /** `window`: the one that shows nothing, where one does. */
  async look(data: TimelineData, window: Span<EpochMs> | undefined): Promise<void> {
    this.#gap = undefined;
    if (window === undefined) {
      this.#latest.drop();
      return;
    }
    const outcome = await this.#latest.ask((signal) => data.around(window, signal));
    if (outcome.kind === 'answer') this.#gap = { window, around: outcome.value };
  }
}
