import type { IntegrityAsk, IntegrityTell } from './integrity.ts';

/** Checks a case's evidence in a worker of its own, which ends with the check. */
export class IntegrityClient {
  /** Tells until `done`, `compared` or `failed`. Cancelling ends it at once; the check before stays as it was. */
  start(ask: IntegrityAsk, tell: (tell: IntegrityTell) => void): { cancel(): void } {
    const worker = new Worker(new URL('./integrity.worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.onmessage = ({ data }: MessageEvent<IntegrityTell>) => {
      if (data.kind !== 'progress') worker.terminate();
      tell(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      tell({ kind: 'failed', reason: `The check stopped: ${event.message}` });
    };
    worker.postMessage(ask);
    return {
      cancel: () => {
        worker.terminate();
      },
    };
  }
}
