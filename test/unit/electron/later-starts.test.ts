import { describe, expect, it, vi } from 'vitest';

type OpenFile = (event: { preventDefault(): void }, path: string) => void;
const listeners = new Map<string, OpenFile>();
vi.mock('electron', () => ({
  app: { on: (name: string, listener: OpenFile) => listeners.set(name, listener) },
}));
const { LaterStarts } = await import('../../../electron/later-starts.ts');

describe('LaterStarts', () => {
  it('answers what was named before it was asked, all at once, and then waits', async () => {
    const starts = new LaterStarts();
    starts.add({ sample: false, paths: ['/one/a.json'] });
    starts.add({ sample: false, paths: ['/two', '/three'] });
    expect(await starts.next()).toEqual({ sample: false, caseName: 'a.json and 2 more' });
    expect(starts.take()).toEqual(['/one/a.json', '/two', '/three']);
    const next = starts.next();
    starts.add({ sample: true, paths: [] });
    expect(await next).toMatchObject({ sample: true });
    expect(starts.take()).toEqual([]);
  });

  it('answers the last who asked: a page that was loaded again, not the one before', async () => {
    const starts = new LaterStarts();
    const heard: string[] = [];
    void starts.next().then(() => heard.push('before'));
    const next = starts.next();
    starts.add({ sample: false, paths: ['/a'] });
    await next;
    expect(heard).toEqual([]);
  });

  it('hears the files that macOS opens with the app', async () => {
    const starts = new LaterStarts();
    starts.listen();
    const preventDefault = vi.fn();
    listeners.get('open-file')?.({ preventDefault }, '/cases/outage.trailwitness');
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(await starts.next()).toMatchObject({ caseName: 'outage.trailwitness' });
  });

  it('passes over what is no list of paths, and a start that names nothing', async () => {
    const starts = new LaterStarts();
    for (const data of [undefined, 7, { paths: [1] }, { sample: false, paths: [] }])
      starts.add(data);
    const next = starts.next();
    starts.add({ sample: false, paths: ['/evidence'] });
    expect(await next).toEqual({ sample: false, caseName: 'evidence' });
  });
});
