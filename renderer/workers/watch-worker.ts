import { lifeLine } from './life-line.ts';

/**
 * Calls back once where a worker breaks, or ends other than by the function that this answers, which
 * ends it. The platform says nothing of a worker that was ended from outside, or ended itself: what
 * does is a port to it, which closes with it (HTML, "disentangle").
 */
export function watchWorker(worker: Worker, died: (reason: string) => void): () => void {
  const { port1: near, port2: far } = new MessageChannel();
  let over = false;
  const end = (): void => {
    over = true;
    near.close();
    worker.terminate();
  };
  const tell = (reason: string): void => {
    if (over) return;
    end();
    died(reason);
  };
  near.addEventListener('close', () => {
    tell('it ended without saying why');
  });
  near.start();
  worker.addEventListener('error', ({ message }) => {
    tell(message === '' ? 'it could not be started' : message);
  });
  worker.postMessage(lifeLine, [far]);
  return end;
}
