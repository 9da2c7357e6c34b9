import type { IntegrityAsk, IntegrityTell } from './integrity.ts';
import { watchWorker } from '../watch-worker.ts';

/** Checks a case's evidence in a worker of its own, which ends with the check. */
export class IntegrityClient {
  /** Tells until `done`, `compared` or `failed`. Cancelling ends it at once; the check before stays as it was. */
  start(ask: IntegrityAsk, tell: (tell: IntegrityTell) => void): { cancel(): void } {
    const worker = new Worker(new URL('./integrity.worker.ts', import.meta.url), {
      type: 'module',
    });
    const end = watchWorker(worker, (reason) => {
      tell({ kind: 'failed', reason: `The worker that checks stopped: ${reason}.` });
    });
    worker.onmessage = ({ data }: MessageEvent<IntegrityTell>) => {
      if (data.kind !== 'progress') end();
      tell(data);
    };
    worker.postMessage(ask);
    return { cancel: end };
  }
}
