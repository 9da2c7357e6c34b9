/** What a page, or a worker, sends with a port to a worker that it watches. */
export const lifeLine = 'life line';

const held: MessagePort[] = [];

/**
 * Holds the ports that this worker is watched by: they close with it, however it ends; and lets who
 * watches hear of every fault. Called before the worker listens to anything else.
 */
export function holdLifeLine(): void {
  self.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data !== lifeLine) return;
    event.stopImmediatePropagation();
    held.push(...event.ports);
  });
  // Who watches hears of errors, and not of promises that fail with nobody there to hear it.
  self.addEventListener('unhandledrejection', ({ reason }) => {
    self.reportError(reason);
  });
}
