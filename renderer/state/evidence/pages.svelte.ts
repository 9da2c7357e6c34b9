import type { Span } from '../../core/base/units.ts';
import { Latest } from '../latest.ts';

/** Rows fetched with those in view, above and below, so that scrolling meets them loaded. */
const margin = 60;

/** A part of a list that lies in a worker: what is in view and some around it, as the view moves. */
export class Pages<T> {
  readonly #ask: (places: Span<number>, signal: AbortSignal) => Promise<readonly T[]>;
  readonly #failed: (reason: string) => void;
  readonly #latest = new Latest();
  #inView: Span<number> = { start: 0, end: 50 };
  #fetched: { readonly places: Span<number>; readonly rows: readonly T[] } = $state.raw({
    places: { start: 0, end: 0 },
    rows: [],
  });

  /** `ask` answers fewer than asked for only where the list ends before. */
  constructor(
    ask: (places: Span<number>, signal: AbortSignal) => Promise<readonly T[]>,
    failed: (reason: string) => void,
  ) {
    this.#ask = ask;
    this.#failed = failed;
  }

  /** The row at a place; undefined while it is being fetched. */
  at(place: number): T | undefined {
    return this.#fetched.rows[place - this.#fetched.places.start];
  }

  /** The view shows these places now. */
  show(inView: Span<number>): void {
    this.#inView = inView;
    const { places, rows } = this.#fetched;
    const isAtEnd = rows.length < places.end - places.start;
    const isCovered = inView.start >= places.start && (isAtEnd || inView.end <= places.end);
    if (!isCovered) void this.fetch();
  }

  /** Asks anew for what is in view. The rows of before stay until the new ones are there. */
  async fetch(): Promise<void> {
    const places = {
      start: Math.max(0, this.#inView.start - margin),
      end: this.#inView.end + margin,
    };
    const outcome = await this.#latest.ask((signal) => this.#ask(places, signal));
    if (outcome.kind === 'answer') this.#fetched = { places, rows: outcome.value };
    if (outcome.kind === 'failed') this.#failed(outcome.reason);
  }
}
