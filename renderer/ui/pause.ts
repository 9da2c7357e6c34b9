/** Runs a step once nothing has gone on for a while. */
export class Pause {
  readonly #lengthMs: number;
  readonly #step: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(lengthMs: number, step: () => void) {
    this.#lengthMs = lengthMs;
    this.#step = step;
  }

  /** Something went on: the while begins anew. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(this.#step, this.#lengthMs);
  }

  /** The step is not wanted any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
