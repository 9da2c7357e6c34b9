import type { QueryAnswer, QueryAsk, QueryCall, QueryReply, QueryRequest } from './query.ts';
import { Together } from '../together.ts';

/** The page's end of a query worker. */
export interface QueryPipe {
  postMessage(asks: readonly QueryAsk[]): void;
}

/** Starts a query worker that answers to `hear`; `died` says that it ended by itself, and why. */
export type StartQueries = (
  hear: (answers: readonly QueryAnswer[]) => void,
  died: (reason: string) => void,
) => QueryPipe;

/** What to do with the answer to a question. */
type Settle = (answer: QueryAnswer) => void;

/**
 * Asks the query worker. What is asked in one go is sent, and where it can be answered, together, so
 * that the window shows a change in few frames. Where the worker ends by itself, what it was asked
 * fails and another one stands in for it, which has no case open. Each answered question leaves a
 * `query:CALL` measure in the performance timeline, the last of each call only; its
 * `detail.milliseconds` is the worker's own part.
 */
export class QueryClient {
  readonly #start: StartQueries;
  readonly #asks: Together<QueryAsk>;
  readonly #waiting = new Map<number, Settle>();
  readonly #lostListeners = new Set<(reason: string) => void>();
  #pipe: QueryPipe;
  #lastNumber = 0;

  constructor(start: StartQueries) {
    this.#start = start;
    this.#pipe = this.#begin();
    this.#asks = new Together(
      (asks) => {
        const wanted = asks.filter(({ number }) => this.#waiting.has(number));
        if (wanted.length > 0) this.#pipe.postMessage(wanted);
      },
      (run) => {
        queueMicrotask(run);
      },
    );
  }

  /** Calls back when another worker stands in for one that ended by itself. */
  onLost(listener: (reason: string) => void): void {
    this.#lostListeners.add(listener);
  }

  /**
   * Rejects with the reason where the worker has no answer, and with `AbortError` as soon as the
   * signal says so: the answer is then dropped when it comes.
   */
  ask<C extends QueryCall>(
    call: C,
    request: QueryRequest<C>,
    signal?: AbortSignal,
  ): Promise<QueryReply<C>> {
    const number = ++this.#lastNumber;
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#waiting.delete(number);
        reject(new DOMException(`${call} is not wanted any more`, 'AbortError'));
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.set(number, (answer) => {
        this.#waiting.delete(number);
        signal?.removeEventListener('abort', abort);
        if (answer.kind === 'failed') {
          reject(new Error(answer.reason));
          return;
        }
        measure(call, start, answer.milliseconds);
        // The worker answers a call with that call's reply: `QueryServer` is typed so.
        resolve(answer.reply as QueryReply<C>);
      });
      this.#asks.add({ number, call, request });
    });
  }

  #begin(): QueryPipe {
    return this.#start(
      (answers) => {
        for (const answer of answers) this.#waiting.get(answer.number)?.(answer);
      },
      (why) => {
        this.#pipe = this.#begin();
        const reason = `The query worker stopped: ${why}.`;
        for (const [number, settle] of this.#waiting) settle({ number, kind: 'failed', reason });
        for (const listener of this.#lostListeners) listener(reason);
      },
    );
  }
}

/** Measures are kept for ever otherwise, and a timeline asks many times a second. */
function measure(call: QueryCall, start: number, milliseconds: number): void {
  const name = `query:${call}`;
  performance.clearMeasures(name);
  performance.measure(name, { start, end: performance.now(), detail: { milliseconds } });
}
