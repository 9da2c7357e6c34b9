import { setTimeout as wait } from 'node:timers/promises';

const second = 1000;

/**
 * Two requests in any second and no more, as CloudTrail allows for an account and region. A request
 * waits for a second after the answer to the last but one, so that it holds however late one arrives:
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export class Pace {
  /** When the last two requests were answered, as of `performance.now`. */
  #answered: readonly [Promise<number>, Promise<number>] = [
    Promise.resolve(-Infinity),
    Promise.resolve(-Infinity),
  ];

  /** Does the work when its turn has come. Rejects where the signal aborts before. */
  take<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const [lastButOne, last] = this.#answered;
    const done = lastButOne
      .then((at) => wait(Math.max(0, at + second - performance.now()), undefined, { signal }))
      .then(work);
    const now = (): number => performance.now();
    this.#answered = [last, done.then(now, now)];
    return done;
  }
}
