import type { QueryPort } from '../query-port.ts';

/** Runs a step once the page has had a moment to follow up on what just ended. */
export type Settle = (step: () => void) => void;

const afterAMoment: Settle = (step) => {
  setTimeout(step, 16);
};

/**
 * Whether anything is under way: a question, an import, an export. It turns idle a moment after the
 * last work ended, since an answer often leads to the next question.
 */
export class Activity {
  readonly #settle: Settle;
  #running = 0;
  #idle = $state(true);

  constructor(settle: Settle = afterAMoment) {
    this.#settle = settle;
  }

  get idle(): boolean {
    return this.#idle;
  }

  /** Counts the work as under way until it ends; hands its result on. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#running += 1;
    this.#idle = false;
    try {
      return await work;
    } finally {
      this.#running -= 1;
      this.#settle(() => {
        this.#idle = this.#running === 0;
      });
    }
  }
}

/** The same port, whose questions count as activity. */
export function trackedQueries(port: QueryPort, activity: Activity): QueryPort {
  return { ask: (call, request, signal) => activity.track(port.ask(call, request, signal)) };
}
