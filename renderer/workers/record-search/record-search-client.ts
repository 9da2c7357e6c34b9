import type { RecordPlaces } from '../../core/table/record-places.ts';
import type { RecordSearchAsk, RecordSearchTell } from './record-search.ts';
import { watchWorker } from '../watch-worker.ts';

/** Looks for texts in whole records, in workers that end with the search. */
export class RecordSearchClient {
  /** As many workers as read side by side: of more, inflating takes all there is. */
  readonly parts = Math.max(1, Math.min(4, navigator.hardwareConcurrency));

  /**
   * Looks through these records, each part of them in a worker of its own. Tells until `done` or
   * `failed`. Cancelling ends it at once.
   */
  start(
    caseId: string,
    text: string,
    parts: readonly RecordPlaces[],
    tell: (tell: RecordSearchTell) => void,
  ): { cancel(): void } {
    const running = new Map<Worker, () => void>();
    const cancel = (): void => {
      for (const endWorker of running.values()) endWorker();
      running.clear();
    };
    const end = (worker: Worker, last: RecordSearchTell): void => {
      const endWorker = running.get(worker);
      if (endWorker === undefined) return;
      running.delete(worker);
      endWorker();
      if (last.kind === 'failed') cancel();
      if (running.size === 0) tell(last);
    };
    for (const places of parts) {
      const worker = new Worker(new URL('./record-search.worker.ts', import.meta.url), {
        type: 'module',
      });
      const died = (reason: string): void => {
        end(worker, { kind: 'failed', reason: `The worker that searches stopped: ${reason}.` });
      };
      running.set(worker, watchWorker(worker, died));
      worker.onmessage = ({ data }: MessageEvent<RecordSearchTell>) => {
        if (data.kind !== 'part') end(worker, data);
        else if (running.has(worker)) tell(data);
      };
      const ask: RecordSearchAsk = { caseId, text, places };
      const { ref, source, offset, byteLength } = places;
      worker.postMessage(ask, [ref.buffer, source.buffer, offset.buffer, byteLength.buffer]);
    }
    if (parts.length === 0) tell({ kind: 'done' });
    return { cancel };
  }
}
