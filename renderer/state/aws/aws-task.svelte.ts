import type { AwsProblem, Told } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import { reasonOf } from '../latest.ts';

/** Carries a problem to where all asking of AWS ends. */
class AwsFailure extends Error {
  readonly problem: AwsProblem;

  constructor(problem: AwsProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

/** The answer; throws where there is none what {@link AwsTask.run} shows as a problem. */
export function answered<T>(told: Told<T>): T {
  if (told.kind === 'problem') throw new AwsFailure(told.problem);
  return told.answer;
}

/** What is asked of AWS at the moment: one thing at a time, which can be stopped. */
export class AwsTask {
  #work: string | undefined = $state.raw();
  #problem: AwsProblem | undefined = $state.raw();
  #running = new AbortController();

  /** What is under way, in words; undefined: nothing. */
  get work(): string | undefined {
    return this.#work;
  }

  /** What stood in the way of the last work. */
  get problem(): AwsProblem | undefined {
    return this.#problem;
  }

  /**
   * Stops what is under way, and does this. Never rejects: what fails is {@link problem}. Its end ends
   * whatever it still had under way: of several requests, the others where one failed.
   */
  async run(
    work: string,
    step: (signal: AbortSignal, tell: (work: string) => void) => Promise<void>,
  ): Promise<void> {
    this.stop();
    const { signal } = this.#running;
    this.#work = work;
    this.#problem = undefined;
    try {
      await step(signal, (words) => {
        if (!signal.aborted) this.#work = words;
      });
    } catch (error) {
      if (!signal.aborted) this.#problem = problemIn(error);
    }
    if (!signal.aborted) this.stop();
  }

  /** Stops what is under way: its answer, when it comes, is of no interest any more. */
  stop(): void {
    this.#running.abort();
    this.#running = new AbortController();
    this.#work = undefined;
  }

  /** Stops, and forgets what stood in the way. */
  clear(): void {
    this.stop();
    this.#problem = undefined;
  }
}

function problemIn(error: unknown): AwsProblem {
  if (error instanceof AwsFailure) return error.problem;
  return { scope: 'connection', reason: reasonOf(error), wayOut: message('aws.tryAgain') };
}
