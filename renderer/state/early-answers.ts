import type { QueryCall, QueryReply, QueryRequest } from '../workers/query/query.ts';
import type { QueryPort } from './query-port.ts';

/**
 * Questions that are asked before what asks them is on the screen: asked once more later, each is
 * answered at once, one time. All else goes on to the query worker.
 */
export class EarlyAnswers implements QueryPort {
  readonly #query: QueryPort;
  readonly #answers = new Map<string, Promise<unknown>>();
  #isEarly = true;

  constructor(query: QueryPort) {
    this.#query = query;
  }

  ask<C extends QueryCall>(
    call: C,
    request: QueryRequest<C>,
    signal?: AbortSignal,
  ): Promise<QueryReply<C>> {
    if (!this.#isEarly && this.#answers.size === 0) return this.#query.ask(call, request, signal);
    const question = JSON.stringify([call, request]);
    const known = this.#answers.get(question);
    this.#answers.delete(question);
    // The same call has the same kind of reply.
    if (known !== undefined) return known as Promise<QueryReply<C>>;
    const answer = this.#query.ask(call, request, signal);
    if (this.#isEarly) this.#answers.set(question, answer);
    return answer;
  }

  /** Waits for what was asked so far; what is asked from now on is not early any more. */
  async arrive(): Promise<void> {
    this.#isEarly = false;
    await Promise.allSettled(this.#answers.values());
  }
}
