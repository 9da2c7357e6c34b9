import type { DecodeTell } from './decode.ts';
import type { StartDecoder } from '../ingest/readers.ts';
import { watchWorker } from '../watch-worker.ts';

/** Starts a decoding worker. A worker that dies tells why. */
export const startDecoder: StartDecoder = (tell, failed) => {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<DecodeTell>) => {
    tell(event.data);
  };
  const end = watchWorker(worker, failed);
  return {
    ask: (ask) => {
      const isHandedOver = ask.kind === 'key' && ask.objects !== undefined;
      worker.postMessage(ask, isHandedOver ? [ask.objects] : []);
    },
    end,
  };
};
