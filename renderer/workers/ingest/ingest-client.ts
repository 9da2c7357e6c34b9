import type { EvidenceInput, IngestAsk, IngestTell } from './ingest.ts';
import { watchWorker } from '../watch-worker.ts';

const usualPatienceMs = 60_000;

/**
 * So long a file may be read without getting on: a minute, or what the page's address says, as
 * `?reader-patience-ms=3000`.
 */
export function readerPatienceMs({ search }: Pick<Location, 'search'>): number {
  const named = Number(new URLSearchParams(search).get('reader-patience-ms'));
  return named > 0 ? named : usualPatienceMs;
}

/** Imports evidence in a worker of its own, which ends with the import. */
export class IngestClient {
  readonly #patienceMs: number;

  /** `patienceMs`: so long a file may be read without getting on. */
  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /**
   * Starts an import; the files come in slices, as they are found. Tells until `done` or `failed`.
   * Cancelling stops the reading and keeps the files that were read to their end. `objects` has
   * ports to the main process where there are objects of a store to fetch.
   */
  start(
    caseId: string,
    files: AsyncIterable<readonly EvidenceInput[]>,
    tell: (tell: IngestTell) => void,
    objects: readonly MessagePort[] = [],
  ): { cancel(): void; pause(paused: boolean): void } {
    const worker = new Worker(new URL('./ingest.worker.ts', import.meta.url), { type: 'module' });
    const ask = (message: IngestAsk, ports: readonly MessagePort[] = []): void => {
      worker.postMessage(message, [...ports]);
    };
    let over = false;
    let resumed: PromiseWithResolvers<void> | undefined;
    const end = (last: IngestTell): void => {
      if (over) return;
      over = true;
      resumed?.resolve();
      endWorker();
      tell(last);
    };
    const endWorker = watchWorker(worker, (reason) => {
      end({ kind: 'failed', reason: `The import worker stopped: ${reason}.` });
    });
    worker.onmessage = ({ data }: MessageEvent<IngestTell>) => {
      if (data.kind === 'done' || data.kind === 'failed') end(data);
      else tell(data);
    };
    const list = async (): Promise<void> => {
      ask({ kind: 'start', caseId, patienceMs: this.#patienceMs, objects }, objects);
      for await (const slice of files) {
        if (over) return;
        ask({ kind: 'files', files: slice });
        await windowAnswered();
        // A list that is fetched as it goes is not fetched further than it is read.
        await resumed?.promise;
      }
      ask({ kind: 'end' });
    };
    list().catch((error: unknown) => {
      end({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return {
      cancel: () => {
        ask({ kind: 'cancel' });
      },
      pause: (paused) => {
        ask({ kind: 'pause', paused });
        resumed?.resolve();
        resumed = paused ? Promise.withResolvers() : undefined;
      },
    };
  }
}

/** Lets the window answer before going on: handing over a slice takes a good part of a frame. */
function windowAnswered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
