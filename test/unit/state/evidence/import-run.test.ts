import { describe, expect, it } from 'vitest';
import { Activity } from '../../../../renderer/state/app/activity.svelte.ts';
import {
  ImportRun,
  paceOf,
  type Offer,
} from '../../../../renderer/state/evidence/import-run.svelte.ts';
import { progressOf, ToldImports } from '../desk.ts';

// eslint-disable-next-line @typescript-eslint/require-await -- a list that is there already
async function* offers(...list: readonly Offer[]): AsyncGenerator<Offer> {
  yield* list;
}

const fileAt = (path: string) => ({ kind: 'file', file: new File([], 'a.json'), path }) as const;

function makeRun() {
  const clock = { now: 0 };
  const imports = new ToldImports();
  const run = new ImportRun(imports, new Activity(), () => clock.now);
  return { clock, imports, run };
}

const done = { kind: 'done', importId: 1, cancelled: false, progress: progressOf({}) } as const;

describe('ImportRun', () => {
  it('hands on the files, and what could not be listed, in their order', async () => {
    const { imports, run } = makeRun();
    const work = run.start(
      'case',
      offers(
        [fileAt('/a'), { kind: 'unlisted', path: '/secret', outcome: 'unreadable', reason: '' }],
        [fileAt('/b'), fileAt('/c')],
      ),
    );
    await imports.tell(done);
    await work;
    expect(imports.slices.map((slice) => slice.map(({ path }) => path))).toEqual([
      ['/a', '/secret'],
      ['/b', '/c'],
    ]);
  });

  it('goes from running to done, with rate and time', async () => {
    const { clock, imports, run } = makeRun();
    const work = run.start('case', offers());
    expect(run.current).toMatchObject({ phase: 'running', progress: undefined });
    clock.now = 2000;
    await imports.tell({
      kind: 'progress',
      progress: { ...progressOf({ read: 4000 }), bytesDone: 250 },
    });
    expect(run.current).toMatchObject({ pace: { eventsPerSecond: 2000, left: 6000 } });
    await imports.tell(done);
    expect(await work).toMatchObject({ phase: 'done', cancelled: false });
    expect(run.running).toBe(false);
  });

  it('counts no time in which it was paused', async () => {
    const { clock, imports, run } = makeRun();
    const work = run.start('case', offers());
    clock.now = 1000;
    run.pause();
    run.pause();
    expect(run.paused).toBe(true);
    clock.now = 61_000;
    run.resume();
    expect(run.paused).toBe(false);
    clock.now = 62_000;
    await imports.tell({ kind: 'progress', progress: { ...progressOf({}), bytesDone: 500 } });
    expect(run.current).toMatchObject({ pace: { elapsed: 2000, bytesPerSecond: 250 } });
    expect(imports.pauses).toEqual([true, false]);
    await imports.tell(done);
    await work;
  });

  it('says why it stopped before its end', async () => {
    const { imports, run } = makeRun();
    const work = run.start('case', offers());
    const stopped = { reason: 'The credentials have expired.', wayOut: 'Get new ones.' };
    await imports.tell({ ...done, cancelled: true, stopped });
    expect(await work).toMatchObject({ phase: 'done', stopped });
  });

  it('passes on that events were stored, and that it ended', async () => {
    const { imports, run } = makeRun();
    let told = 0;
    run.onStored(() => {
      told += 1;
    });
    const work = run.start('case', offers());
    await imports.tell({ kind: 'stored' });
    await imports.tell({ kind: 'progress', progress: progressOf({}) });
    expect(told).toBe(1);
    await imports.tell({ kind: 'failed', reason: 'disk full' });
    expect(await work).toEqual({ phase: 'failed', reason: 'disk full' });
    expect(told).toBe(2);
  });

  it('stops when asked to, and shows that it is stopping', async () => {
    const { imports, run } = makeRun();
    run.cancel();
    expect(run.stopping).toBe(false);
    const work = run.start('case', offers());
    run.cancel();
    expect([imports.cancelled, run.stopping]).toEqual([true, true]);
    await imports.tell({ ...done, cancelled: true });
    expect(await work).toMatchObject({ phase: 'done', cancelled: true });
    expect(run.stopping).toBe(false);
  });
});

describe('paceOf', () => {
  it('tells no time left while the list grows, or too little is read to tell', () => {
    const half = { ...progressOf({}), bytesDone: 500 };
    expect(paceOf({ ...half, listed: false }, 10_000).left).toBeUndefined();
    expect(paceOf({ ...half, bytesDone: 1 }, 10_000).left).toBeUndefined();
    expect(paceOf(half, 100).left).toBeUndefined();
    expect(paceOf(half, 10_000).left).toBe(10_000);
  });

  it('has no rate before any time has passed', () => {
    expect(paceOf(progressOf({}), 0).eventsPerSecond).toBe(0);
  });
});
