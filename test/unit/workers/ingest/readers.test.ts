import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { Readers, type StartDecoder } from '../../../../renderer/workers/ingest/readers.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { decodeInThread } from '../../../fixtures/decode-in-thread.ts';
import { decodeHere, importFiles, patienceMs } from '../../../fixtures/import-files.ts';

/** The library that reads Parquet goes round for ever on this file. */
function endlessParquet(): Uint8Array<ArrayBuffer> {
  const name = join(import.meta.dirname, '../../../fixtures/shapes/security-lake.parquet');
  const bytes = new Uint8Array(readFileSync(name));
  bytes[4616] = 37;
  return bytes;
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => ({
  path: `/evidence/${name}`,
  name,
  blob: new Blob([content]),
});
const trail = (count: number): string =>
  JSON.stringify({ Records: Array.from({ length: count }, () => record()) });
const manner = { start: decodeInThread, workers: 2, patienceMs: 2000 };
const given = 'reading it did not come to an end: no progress for 2 s';

async function ledgerOf(caseId: string) {
  const stored = await StoredCase.open(caseId);
  const sources = await stored.sourcesAfter(0);
  const chunks = await stored.chunksAfter(0);
  stored.close();
  return { sources, events: chunks.reduce((sum, { columns }) => sum + columns.length, 0) };
}

describe('Readers', () => {
  it('give up a file whose reading never ends, and read all others', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const good = names.map((name, place) => file(`${name}.json`, trail(place + 1)));
    const files = [
      ...good.slice(0, 2),
      file('endless.parquet', endlessParquet()),
      ...good.slice(2),
    ];
    const { progress } = await importFiles('endless', files, manner);
    expect(progress.sums).toMatchObject({ files: 7, imported: 6, unreadable: 1, kept: 21 });
    const { sources, events } = await ledgerOf('endless');
    expect(sources.map(({ name, verdict, reason, kept }) => [name, verdict, reason, kept])).toEqual(
      files.map(({ name }) =>
        name === 'endless.parquet'
          ? [name, 'unreadable', given, 0]
          : [name, 'imported', '', good.findIndex((one) => one.name === name) + 1],
      ),
    );
    expect(sources[2]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(events).toBe(21);
  });

  it('read the rest of an archive after such a file, and repeat nothing of it', async () => {
    const entries = {
      'a.json': strToU8(trail(3)),
      'endless.parquet': endlessParquet(),
      'b.json': strToU8(trail(4)),
      'endless-too.parquet': endlessParquet(),
      'c.json': strToU8(trail(5)),
    };
    const archive = file('all.zip', new Uint8Array(zipSync(entries)));
    const files = [archive, file('z.json', trail(6))];
    const { progress } = await importFiles('endless-entries', files, { ...manner, workers: 1 });
    expect(progress.sums).toMatchObject({ imported: 4, unreadable: 2, read: 18, kept: 18 });
    const { sources, events } = await ledgerOf('endless-entries');
    expect(sources.map(({ name, reason, kept }) => [name, reason, kept])).toEqual([
      ['all.zip', '', 0],
      ['a.json', '', 3],
      ['endless.parquet', given, 0],
      ['b.json', '', 4],
      ['endless-too.parquet', given, 0],
      ['c.json', '', 5],
      ['z.json', '', 6],
    ]);
    expect(events).toBe(18);
  });

  it('give an archive up that costs one reader after the other', async () => {
    const entries: Record<string, Uint8Array> = { 'a.json': strToU8(trail(3)) };
    for (let place = 0; place < 6; place++) entries[`${place}.parquet`] = endlessParquet();
    const archive = file('all.zip', new Uint8Array(zipSync(entries)));
    await importFiles('endless-archive', [archive, file('z.json', trail(2))], manner);
    const { sources, events } = await ledgerOf('endless-archive');
    expect(sources.map(({ path, verdict }) => [path, verdict])).toEqual([
      ['/evidence/all.zip', 'archive'],
      ['/evidence/all.zip » a.json', 'imported'],
      ...[0, 1, 2].map((place) => [`/evidence/all.zip » ${place}.parquet`, 'unreadable']),
      ['/evidence/all.zip » (rest of the archive)', 'unreadable'],
      ['/evidence/z.json', 'imported'],
    ]);
    expect(events).toBe(5);
  });

  it('tell why a file stopped its reader, and read on', async () => {
    // The first to be asked for the file dies of it; its successor is told to leave it out.
    const dying: StartDecoder = (tell, failed) => {
      const decoder = decodeInThread(tell, failed);
      return {
        ...decoder,
        ask: (ask) => {
          const inputs = ask.kind === 'inputs' ? ask.inputs : [];
          const deadly = inputs.find(({ input }) => input.path.endsWith('deadly.json'));
          if (deadly !== undefined && deadly.givenUp === undefined) {
            tell({ kind: 'ready' });
            failed('out of memory');
          } else decoder.ask(ask);
        },
      };
    };
    const files = [file('deadly.json', trail(1)), file('b.json', trail(2))];
    await importFiles('deadly', files, { ...manner, start: dying });
    const { sources } = await ledgerOf('deadly');
    expect(sources.map(({ verdict, reason, kept }) => [verdict, reason, kept])).toEqual([
      ['unreadable', 'reading it stopped the reader: out of memory', 0],
      ['imported', '', 2],
    ]);
  });

  it('end the import where a reader cannot even start', async () => {
    const broken: StartDecoder = (_tell, failed) => ({
      ask: () => {
        failed('no such script');
      },
      end: () => undefined,
    });
    const importing = importFiles('broken', [file('a.json', trail(1))], {
      ...manner,
      start: broken,
    });
    await expect(importing).rejects.toThrow('A reader stopped: no such script');
  });

  it('are ended once they have started', async () => {
    const started = Promise.withResolvers<undefined>();
    const ended: string[] = [];
    const slow: StartDecoder = (tell) => {
      void started.promise.then(() => {
        tell({ kind: 'ready' });
      });
      return { ask: () => undefined, end: () => ended.push('ended') };
    };
    const nothing = (): void => undefined;
    const readers = new Readers(slow, 2, { told: nothing, failed: nothing });
    readers.begin(new Uint32Array(4), patienceMs, []);
    const ending = readers.end();
    await Promise.resolve();
    expect(ended).toEqual([]);
    started.resolve(undefined);
    await ending;
    expect(ended).toEqual(['ended', 'ended']);
  });

  it('are given small files in lots', async () => {
    const files = Array.from({ length: 300 }, (_, place) => file(`${place}.json`, trail(2)));
    let asks = 0;
    const counting: StartDecoder = (tell, failed) => {
      const decoder = decodeHere(tell, failed);
      return {
        ...decoder,
        ask: (ask) => {
          if (ask.kind === 'inputs') asks++;
          decoder.ask(ask);
        },
      };
    };
    const { progress } = await importFiles('lots', files, { start: counting, workers: 1 });
    expect(progress.sums).toMatchObject({ files: 300, kept: 600 });
    expect(asks).toBeLessThan(50);
  });

  it('give up the one file of a lot that never ends, and none of those before it', async () => {
    const good = Array.from({ length: 40 }, (_, place) => file(`${place + 10}.json`, trail(1)));
    const files = [...good, file('endless.parquet', endlessParquet())];
    await importFiles('endless-lot', files, { ...manner, workers: 1 });
    const { sources, events } = await ledgerOf('endless-lot');
    const unread = sources.filter(({ verdict }) => verdict === 'unreadable');
    expect(unread.map(({ name }) => name)).toEqual(['endless.parquet']);
    expect(events).toBe(40);
  });
});
