import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { ObjectServer, type FetchObject } from '../../../../electron/aws/object-server.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import type { IngestTell, ObjectInput } from '../../../../renderer/workers/ingest/ingest.ts';
import { IngestServer } from '../../../../renderer/workers/ingest/ingest-server.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { decodeHere, patienceMs } from '../../../fixtures/import-files.ts';

const trail = (...records: readonly unknown[]): string => JSON.stringify({ Records: records });
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const object = (key: string): ObjectInput => ({
  ...{ kind: 'object', bucket: 'trail', key, path: `s3://trail/${key}` },
  ...{ etag: `tag of ${key}`, bytes: 500, modified: 5 },
});

/** A port to a store where each object has two records, save what `trouble` says of its key. */
function storePort(
  trouble: ReadonlyMap<string, 'object' | 'connection'>,
  asked: string[],
): MessagePort {
  const { port1, port2 } = new MessageChannel();
  // eslint-disable-next-line @typescript-eslint/require-await -- the bytes are there already
  const fetch: FetchObject = async function* ({ key }) {
    asked.push(key);
    if (trouble.has(key)) throw new Error(key);
    yield new TextEncoder().encode(
      trail(record({ eventID: `${key}1` }), record({ eventID: `${key}2` })),
    );
    return {
      etag: `tag of ${key}`,
      versionId: 'v1',
      modified: 5,
      metadata: [['signature', 'beef']],
    };
  };
  const tell = (message: unknown): void => {
    port1.postMessage(message);
  };
  const server = new ObjectServer({ tell }, fetch, (_, { key }) => ({
    ...{ scope: trouble.get(key) ?? 'object', reason: `No ${key}.`, wayOut: 'Do something.' },
  }));
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    server.hear(data);
  };
  closing.push(() => {
    port1.close();
  });
  return port2;
}

/** Imports objects of these keys into a case; answers the last word and what was asked of the store. */
async function importObjects(
  caseId: string,
  keys: readonly string[],
  trouble: Readonly<Record<string, 'object' | 'connection'>> = {},
) {
  const asked: string[] = [];
  const objects = [1, 2].map(() => storePort(new Map(Object.entries(trouble)), asked));
  const last = await new Promise<IngestTell>((resolve) => {
    const server = new IngestServer(decodeHere, 2, (tell) => {
      if (tell.kind === 'done' || tell.kind === 'failed') resolve(tell);
    });
    void server.ask({ kind: 'start', caseId, patienceMs, objects });
    void server.ask({ kind: 'files', files: keys.map(object) });
    void server.ask({ kind: 'end' });
  });
  const stored = await StoredCase.open(caseId);
  const sources = await stored.sourcesAfter(0);
  stored.close();
  return { last, sources, asked };
}

describe('IngestServer, on objects of a store', () => {
  it('keeps each as an evidence file with what the store said of it', async () => {
    const { last, sources } = await importObjects('objects', ['a.json', 'folder/b.json']);
    expect(last).toMatchObject({ kind: 'done', cancelled: false, progress: { sums: { kept: 4 } } });
    expect(sources).toMatchObject([
      { name: 'a.json', path: 's3://trail/a.json', modified: 5, kept: 2 },
      { name: 'b.json', path: 's3://trail/folder/b.json', verdict: 'imported' },
    ]);
    expect(sources[0]?.object).toEqual({
      etag: 'tag of a.json',
      versionId: 'v1',
      metadata: [['signature', 'beef']],
    });
  });

  it('lists what could not be fetched, and goes on', async () => {
    const { last, sources } = await importObjects('gone', ['a', 'b', 'c'], { b: 'object' });
    expect(last).toMatchObject({ kind: 'done', cancelled: false });
    expect(sources.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['imported', ''],
      ['unreadable', 'No b. Do something.'],
      ['imported', ''],
    ]);
  });

  it('stops where nothing more can be had, keeps all before that, and lists nothing as failed', async () => {
    const keys = Array.from({ length: 200 }, (_, place) => `key ${String(place).padStart(3, '0')}`);
    const { last, sources, asked } = await importObjects('stuck', keys, {
      'key 050': 'connection',
    });
    expect(last).toMatchObject({
      kind: 'done',
      cancelled: true,
      stopped: { reason: 'No key 050.', wayOut: 'Do something.' },
    });
    expect(sources.map(({ name }) => name)).toEqual(keys.slice(0, 50));
    expect(sources.every(({ verdict }) => verdict === 'imported')).toBe(true);
    expect(asked.length).toBeLessThan(120);
  });

  it('begins nothing while it is paused', async () => {
    const asked: string[] = [];
    const done = Promise.withResolvers<IngestTell>();
    const server = new IngestServer(decodeHere, 1, (tell) => {
      if (tell.kind === 'done' || tell.kind === 'failed') done.resolve(tell);
    });
    await server.ask({
      kind: 'start',
      caseId: 'paused',
      patienceMs,
      objects: [storePort(new Map(), asked)],
    });
    await server.ask({ kind: 'pause', paused: true });
    await server.ask({ kind: 'files', files: [object('a')] });
    await server.ask({ kind: 'end' });
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect(asked).toEqual([]);
    await server.ask({ kind: 'pause', paused: false });
    expect(await done.promise).toMatchObject({ kind: 'done', progress: { sums: { kept: 2 } } });
  });

  it('stores and tells all that was begun before it was paused', async () => {
    const keys = Array.from({ length: 10 }, (_, place) => `key ${place}`);
    const told: IngestTell[] = [];
    const server = new IngestServer(decodeHere, 1, (tell) => told.push(tell));
    const objects = [storePort(new Map(), [])];
    await server.ask({ kind: 'start', caseId: 'resting', patienceMs, objects });
    await server.ask({ kind: 'files', files: keys.map(object) });
    await server.ask({ kind: 'pause', paused: true });
    const done = (tell: IngestTell) => tell.kind === 'progress' && tell.progress.filesDone;
    await expect.poll(() => told.map(done)).toContain(keys.length);
    const stored = await StoredCase.open('resting');
    await expect.poll(() => stored.sourcesAfter(0)).toHaveLength(keys.length);
    stored.close();
    await server.ask({ kind: 'cancel' });
  });
});
