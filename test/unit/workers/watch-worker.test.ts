import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { holdLifeLine, lifeLine } from '../../../renderer/workers/life-line.ts';
import { watchWorker } from '../../../renderer/workers/watch-worker.ts';

/** A worker that holds what it is watched by, as the real ones do. */
class HandWorker extends EventTarget {
  readonly held: MessagePort[] = [];
  terminated = 0;

  postMessage(message: unknown, ports: readonly MessagePort[]): void {
    expect(message).toBe(lifeLine);
    this.held.push(...ports);
  }

  terminate(): void {
    this.terminated++;
    for (const port of this.held) port.close();
  }

  break(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function watched() {
  const worker = new HandWorker();
  const reasons: string[] = [];
  const died = Promise.withResolvers<string>();
  const end = watchWorker(worker as unknown as Worker, (reason) => {
    reasons.push(reason);
    died.resolve(reason);
  });
  return { worker, reasons, died: died.promise, end };
}

describe('watchWorker', () => {
  it('tells that a worker ended of which the platform says nothing', async () => {
    const { worker, died } = watched();
    for (const port of worker.held) port.close();
    expect(await died).toBe('it ended without saying why');
    expect(worker.terminated).toBe(1);
  });

  it('tells why one broke, once, and ends it', async () => {
    const { worker, reasons, died } = watched();
    worker.break('out of memory');
    worker.break('again');
    expect(await died).toBe('out of memory');
    expect(reasons).toEqual(['out of memory']);
    expect(worker.terminated).toBe(1);
  });

  it('says nothing of one that was ended by its owner', async () => {
    const { worker, reasons, end } = watched();
    const [port] = worker.held;
    if (port === undefined) throw new Error('it is watched by a port');
    const closed = once(port, 'close');
    end();
    await closed;
    expect(reasons).toEqual([]);
  });
});

describe('holdLifeLine', () => {
  it('makes an error of a promise that failed with nobody there to hear it', () => {
    const reportError = vi.fn();
    const self = Object.assign(new EventTarget(), { reportError });
    vi.stubGlobal('self', self);
    holdLifeLine();
    const reason = new Error('a mistake of ours');
    self.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
    expect(reportError.mock.calls).toEqual([[reason]]);
    vi.unstubAllGlobals();
  });
});
