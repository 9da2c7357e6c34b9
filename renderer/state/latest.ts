/** What came of a question: its answer, nothing since a newer one was asked, or a failure. */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One question at a time: a new one aborts the one before it, whose late answer is dropped. */
export class Latest {
  #running = new AbortController();

  async ask<T>(question: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
    this.drop();
    const { signal } = this.#running;
    try {
      const value = await question(signal);
      return signal.aborted ? { kind: 'late' } : { kind: 'answer', value };
    } catch (error) {
      return signal.aborted ? { kind: 'late' } : { kind: 'failed', reason: reasonOf(error) };
    }
  }

  /** Forgets the question that is under way. */
  drop(): void {
    this.#running.abort();
    this.#running = new AbortController();
  }
}

/** The message of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
