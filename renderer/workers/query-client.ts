import type { QueryAnswer, QueryAsk, QueryCall, QueryReply, QueryRequest } from './query.ts';

/** The page's end of a query worker. */
export interface QueryPipe extends EventTarget {
  postMessage(ask: QueryAsk): void;
}

/** What to do with the answer to a question. */
type Settle = (answer: QueryAnswer) => void;

/**
 * Asks the query worker. Each answered question leaves a `query:CALL` measure in the performance
 * timeline, the last of each call only; its `detail.milliseconds` is the worker's own part.
 */
export class QueryClient {
  readonly #pipe: QueryPipe;
  readonly #waiting = new Map<number, Settle>();
  #lastNumber = 0;

  constructor(pipe: QueryPipe) {
    this.#pipe = pipe;
    pipe.addEventListener('message', (event) => {
      // Only the query worker writes into this pipe.
      const { data: answer } = event as MessageEvent<QueryAnswer>;
      this.#waiting.get(answer.number)?.(answer);
    });
    pipe.addEventListener('error', (event) => {
      const why = 'message' in event && typeof event.message === 'string' ? event.message : '';
      const reason = `The query worker stopped: ${why || 'no reason given'}`;
      for (const [number, settle] of this.#waiting) settle({ number, kind: 'failed', reason });
    });
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
      this.#pipe.postMessage({ number, call, request });
    });
  }
}

/** Measures are kept for ever otherwise, and a timeline asks many times a second. */
function measure(call: QueryCall, start: number, milliseconds: number): void {
  const name = `query:${call}`;
  performance.clearMeasures(name);
  performance.measure(name, { start, end: performance.now(), detail: { milliseconds } });
}
