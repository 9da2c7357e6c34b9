import { Latest } from './latest.ts';

/** What a question has come to. */
export type Loaded<T> =
  | { readonly phase: 'none' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'done'; readonly value: T }
  | { readonly phase: 'failed'; readonly reason: string };

/** The answer to the latest of the questions asked here. */
export class LatestAnswer<T> {
  readonly #latest = new Latest();
  #current: Loaded<T> = $state.raw({ phase: 'none' });

  get current(): Loaded<T> {
    return this.#current;
  }

  /** The answer; undefined while there is none. */
  get value(): T | undefined {
    return this.#current.phase === 'done' ? this.#current.value : undefined;
  }

  /** Asks; an answer that is there stays until the new one has come. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    if (this.#current.phase !== 'done') this.#current = { phase: 'loading' };
    const outcome = await this.#latest.ask(question);
    if (outcome.kind === 'answer') this.#current = { phase: 'done', value: outcome.value };
    if (outcome.kind === 'failed') this.#current = { phase: 'failed', reason: outcome.reason };
  }

  /** Drops the question under way, and leaves the answer. */
  drop(): void {
    this.#latest.drop();
  }

  /** Drops question and answer. */
  forget(): void {
    this.#latest.drop();
    this.#current = { phase: 'none' };
  }
}
