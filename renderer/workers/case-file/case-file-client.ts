import type { CaseFileAsk, CaseFileTell } from './case-file.ts';
import { watchWorker } from '../watch-worker.ts';

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
    const end = watchWorker(worker, (reason) => {
      tell({ kind: 'failed', reason: `The case file worker stopped: ${reason}.` });
    });
    worker.onmessage = ({ data }: MessageEvent<CaseFileTell>) => {
      if (data.kind !== 'progress' && data.kind !== 'bytes') end();
      tell(data);
    };
    send(ask);
    return {
      taken: () => {
        send({ kind: 'taken' });
      },
      cancel: end,
    };
  }
}
