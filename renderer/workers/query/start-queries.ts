import type { QueryAnswer } from './query.ts';
import type { StartQueries } from './query-client.ts';
import { watchWorker } from '../watch-worker.ts';

/** Starts a query worker. */
export const startQueries: StartQueries = (hear, died) => {
  const worker = new Worker(new URL('./query.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<readonly QueryAnswer[]>) => {
    hear(data);
  };
  watchWorker(worker, died);
  return worker;
};
