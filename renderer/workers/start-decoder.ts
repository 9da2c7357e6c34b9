import type { DecodeTell } from './decode.ts';
import type { StartDecoder } from './ingest-server.ts';

/** Starts a decoding worker. A worker that dies is told as a failure of the import. */
export const startDecoder: StartDecoder = (tell, failed) => {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<DecodeTell>) => {
    tell(event.data);
  };
  worker.onerror = (event) => {
    failed(`A reader stopped: ${event.message}`);
  };
  return {
    ask: (ask) => {
      worker.postMessage(ask);
    },
    end: () => {
      worker.terminate();
    },
  };
};
