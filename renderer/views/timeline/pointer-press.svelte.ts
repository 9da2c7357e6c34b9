import type { EpochMs, Span } from '../../core/base/units.ts';
import { spanBetween, timeAt, type TimeScale } from '../../core/layout/time-scale.ts';

/** A place in the rows, in pixels from their upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A press that moves further than this, in pixels, is a drag. */
const dragThreshold = 4;

/** From a press of the pointer to its release: a click, a drag of the window or of a span. */
export class PointerPress {
  #start: Place | undefined;
  #isChoosing = false;
  #wasDragged = false;
  #chosen: Span<EpochMs> | undefined = $state.raw();

  get isDown(): boolean {
    return this.#start !== undefined;
  }
  /** Whether the last press was a drag, so that the click after it is none. */
  get wasDragged(): boolean {
    return this.#wasDragged;
  }
  /** The span chosen so far. */
  get chosen(): Span<EpochMs> | undefined {
    return this.#chosen;
  }

  begin(place: Place, isChoosing: boolean): void {
    this.#start = place;
    this.#isChoosing = isChoosing;
    this.#wasDragged = false;
  }

  moveTo({ x, y }: Place, scale: TimeScale): void {
    const start = this.#start;
    if (start === undefined) return;
    if (Math.hypot(x - start.x, y - start.y) > dragThreshold) this.#wasDragged = true;
    if (!this.#isChoosing || !this.#wasDragged) return;
    const to = Math.min(Math.max(0, x), scale.width);
    this.#chosen = spanBetween(timeAt(scale, start.x), timeAt(scale, to));
  }

  /** Ends the press; gives the span that it chose. */
  end(): Span<EpochMs> | undefined {
    const chosen = this.#chosen;
    this.cancel();
    return chosen;
  }

  cancel(): void {
    this.#start = undefined;
    this.#chosen = undefined;
  }
}
