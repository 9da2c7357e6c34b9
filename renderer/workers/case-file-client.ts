import type { CaseFileAsk, CaseFileTell } from './case-file.ts';

/** Reads or writes a case file in a worker of its own, which ends with it. */
export class CaseFileClient {
  /**
   * Tells until it is written, read, sealed or failed. Cancelling ends it at once; what was read so
   * far is no case, and is dropped by `Cases.removeArriving`.
   */
  start(ask: CaseFileAsk, tell: (tell: CaseFileTell) => void): { taken(): void; cancel(): void } {
    const worker = new Worker(new URL('./case-file.worker.ts', import.meta.url), {
      type: 'module',
    });
    const send = (what: CaseFileAsk): void => {
      worker.postMessage(what);
    };
    worker.onmessage = ({ data }: MessageEvent<CaseFileTell>) => {
      if (data.kind !== 'progress' && data.kind !== 'bytes') worker.terminate();
      tell(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      tell({ kind: 'failed', reason: `It stopped: ${event.message}` });
    };
    send(ask);
    return {
      taken: () => {
        send({ kind: 'taken' });
      },
      cancel: () => {
        worker.terminate();
      },
    };
  }
}
