/** Calls back once when nothing was reported for a while, so that a script never waits for ever. */
export class Watchdog {
  readonly #patienceMs: number;
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(patienceMs: number, onSilence: () => void) {
    this.#patienceMs = patienceMs;
    this.#onSilence = onSilence;
  }

  /** Something moved: the time starts anew. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onSilence, this.#patienceMs);
  }

  /** Nobody is waited for any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
