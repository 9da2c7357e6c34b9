/** Waiting between two runs is at least this long, in milliseconds. */
const leastPause = 1000;
/** A pause is so many times as long as the run before it: work takes a tenth of the time at most. */
const pauseShare = 9;

/** A step that is asked for again and again, and takes at most a tenth of the time. */
export class Paced {
  readonly #step: () => Promise<void>;
  readonly #now: () => number;
  #asked = false;
  #running = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(step: () => Promise<void>, now: () => number = () => performance.now()) {
    this.#step = step;
    this.#now = now;
  }

  /** Runs the step now or, where it ran just before, once it may run again. */
  ask(): void {
    this.#asked = true;
    if (!this.#running && this.#pause === undefined) void this.#run();
  }

  /** Forgets what was asked for and has not begun. */
  drop(): void {
    this.#asked = false;
  }

  async #run(): Promise<void> {
    this.#asked = false;
    this.#running = true;
    const started = this.#now();
    try {
      await this.#step();
    } finally {
      this.#running = false;
      const pause = Math.max(leastPause, pauseShare * (this.#now() - started));
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        if (this.#asked) void this.#run();
      }, pause);
    }
  }
}
