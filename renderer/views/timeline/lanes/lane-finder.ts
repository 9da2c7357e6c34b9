import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import { Latest } from '../../../state/latest.ts';
import {
  eventBeside,
  eventNearest,
  gravestEvent,
  type LaneEvent,
  type LaneSearch,
} from './lane-steps.ts';

type Find = (signal: AbortSignal) => Promise<LaneEvent | undefined>;

/** Finds events of a lane one at a time and hands them over; a newer search ends the one before. */
export class LaneFinder {
  readonly #latest = new Latest();
  readonly #onFound: (ref: EventRef) => void;

  constructor(onFound: (ref: EventRef) => void) {
    this.#onFound = onFound;
  }

  beside(search: LaneSearch, from: LaneEvent, direction: 'next' | 'previous'): void {
    void this.#find((signal) => eventBeside(search, from, direction, signal));
  }

  nearest(search: LaneSearch, time: EpochMs): void {
    void this.#find((signal) => eventNearest(search, time, signal));
  }

  /** The gravest event of a stretch; where there are too many to tell apart, `otherwise`. */
  gravest(search: LaneSearch, span: Span<EpochMs>, otherwise: () => void): void {
    void this.#find((signal) => gravestEvent(search, span, signal), otherwise);
  }

  async #find(find: Find, otherwise?: () => void): Promise<void> {
    const outcome = await this.#latest.ask(find);
    if (outcome.kind !== 'answer') return;
    if (outcome.value === undefined) otherwise?.();
    else this.#onFound(outcome.value.ref);
  }
}
