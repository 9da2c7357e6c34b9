import { Latest } from '../../../state/latest.ts';
import type { HeldMarks } from './held-marks.ts';
import type { FindTied } from '../timeline-actions.ts';

/** Which of the drawn events share something with the selected one. */
export class TiesFetcher {
  readonly #latest = new Latest();
  #held: HeldMarks | undefined;
  #tied: Uint8Array | undefined = $state.raw();
  /** The marks that {@link tied} is about. */
  #of: HeldMarks | undefined = $state.raw();

  /** By place in the events of these marks; undefined while not known or nothing is selected. */
  tiedOf(held: HeldMarks | undefined): Uint8Array | undefined {
    return held !== undefined && held === this.#of ? this.#tied : undefined;
  }

  /** These marks are drawn now; `find` is undefined while no event is selected. */
  async look(held: HeldMarks | undefined, find: FindTied | undefined): Promise<void> {
    this.#held = held;
    if (held?.marks.kind !== 'events' || find === undefined) {
      this.#latest.drop();
      this.#of = undefined;
      return;
    }
    const { ref } = held.marks;
    // A copy: what is sent to a worker may be transferred, and these refs are still drawn.
    const outcome = await this.#latest.ask((signal) => find(ref.slice(), signal));
    if (outcome.kind !== 'answer' || this.#held !== held) return;
    this.#tied = outcome.value;
    this.#of = held;
  }
}
