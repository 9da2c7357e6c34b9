import 'fake-indexeddb/auto';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { guidText } from '../../../../renderer/core/table/guid.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { IngestServer } from '../../../../renderer/workers/ingest/ingest-server.ts';
import { record } from '../../../fixtures/decode-files.ts';
import {
  decodeHere,
  importFiles,
  importInputs,
  patienceMs,
} from '../../../fixtures/import-files.ts';

const file = (
  name: string,
  content: string | Uint8Array,
): { path: string; name: string; blob: Blob } => ({
  path: `/evidence/${name}`,
  name,
  blob: new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
});
const trail = (...records: unknown[]): string => JSON.stringify({ Records: records });

const a = record({ eventName: 'CreateRule' });
const b = record({ eventName: 'DeleteRule' });
const c = record({ eventName: 'ModifyRule' });

describe('IngestServer', () => {
  it('stores events with texts, ids and places that lead back to the records', async () => {
    await importFiles('places', [
      file('one.json', trail(a, b)),
      file('two.json.gz', gzipSync(strToU8(trail(c)))),
    ]);
    const stored = await StoredCase.open('places');
    const chunks = await stored.chunksAfter(0);
    const texts = await stored.dictionaries();
    const found = new Map<string, unknown>();
    for (const { columns } of chunks) {
      for (let row = 0; row < columns.length; row++) {
        const bytes = await stored.readRaw(
          columns.source[row] ?? 0,
          columns.offset[row] ?? 0,
          columns.byteLength[row] ?? 0,
        );
        const name = texts.eventName[columns.text.eventName[row] ?? 0] ?? '';
        found.set(name, JSON.parse(new TextDecoder().decode(bytes)));
        expect(guidText(columns.eventId, row)).toBe(
          (found.get(name) as { eventID: string }).eventID,
        );
      }
    }
    expect(Object.fromEntries(found)).toEqual({ CreateRule: a, DeleteRule: b, ModifyRule: c });
    stored.close();
  });

  it('counts what came twice, and keeps it once', async () => {
    const { progress } = await importFiles('twice', [
      file('one.json', trail(a, b)),
      file('two.json', trail(b, c)),
    ]);
    expect(progress.sums).toMatchObject({ read: 4, kept: 3, duplicate: 1, rejected: 0 });
  });

  it('tells the same event delivered to two accounts apart', async () => {
    const other = { ...a, recipientAccountId: '444455556666' };
    const { progress } = await importFiles('accounts', [file('one.json', trail(a, other))]);
    expect(progress.sums).toMatchObject({ read: 2, kept: 2, duplicate: 0 });
  });

  it('keeps two records of one id whose content differs, and marks the second', async () => {
    const changed = { ...a, sourceIPAddress: '198.51.100.9' };
    await importFiles('changed', [file('one.json', trail(a)), file('two.json', trail(changed))]);
    const stored = await StoredCase.open('changed');
    const flags = (await stored.chunksAfter(0)).flatMap(({ columns }) => [...columns.flags]);
    expect(flags.map((bits) => (bits & flag.sameIdOtherContent) !== 0).sort()).toEqual([
      false,
      true,
    ]);
    stored.close();
  });

  it('is not deceived by two records made to have one hash', async () => {
    // Differences that cancel out in MurmurHash3, whatever its seed: the second record would have
    // passed for a copy of the first.
    const agents = ['tG\u00c8\u00c9Qn*d', '\u00cc\u00e8\u00a8\u00beQny('];
    const twins = agents.map((userAgent) => ({ ...a, userAgent }));
    const { progress } = await importFiles('twins', [file('one.json', trail(...twins))]);
    expect(progress.sums).toMatchObject({ read: 2, kept: 2, duplicate: 0 });
  });

  it('knows a record again whatever its white space', async () => {
    const { progress } = await importFiles('spaces', [
      file('one.json', trail(a)),
      file('two.json', JSON.stringify({ Records: [a] }, null, 2)),
    ]);
    expect(progress.sums).toMatchObject({ read: 2, kept: 1, duplicate: 1 });
  });

  it('changes nothing when the same evidence is imported again', async () => {
    const files = [file('one.json', trail(a, b)), file('bad.json', trail(c).slice(0, -30))];
    await importFiles('again', files);
    const { progress } = await importFiles('again', files);
    expect(progress.sums).toMatchObject({
      kept: 0,
      duplicateFiles: 1,
      read: 3,
      duplicate: 2,
      rejected: 1,
    });
    const stored = await StoredCase.open('again');
    const events = (await stored.chunksAfter(0)).reduce(
      (sum, { columns }) => sum + columns.length,
      0,
    );
    expect(events).toBe(2);
    stored.close();
  });

  it('lists what it cannot read, with the place and the first bytes', async () => {
    await importFiles('bad', [file('lines.json', `${JSON.stringify(a)}\n{"eventVersion":oops}\n`)]);
    const stored = await StoredCase.open('bad');
    const [source] = await stored.sourcesAfter(0);
    expect(source).toMatchObject({ verdict: 'partly', read: 2, kept: 1, rejected: 1 });
    expect(await stored.issues({ start: 0, end: 9 })).toMatchObject([
      {
        source: source?.id,
        recordIndex: 1,
        sample: expect.stringContaining('{"eventVersion":oops}') as unknown,
      },
    ]);
    stored.close();
  });

  it('reads a record of a file in a zip again, and verifies archive and file', async () => {
    const zip = zipSync({ 'logs/a.json.gz': gzipSync(strToU8(trail(a, b))) });
    await importFiles('zip', [file('case.zip', zip)]);
    const stored = await StoredCase.open('zip');
    const sources = await stored.sourcesAfter(0);
    expect(sources.map(({ verdict }) => verdict)).toEqual(['archive', 'imported']);
    const [chunk] = await stored.chunksAfter(0);
    const { source, offset, byteLength } = chunk?.columns ?? {};
    const bytes = await stored.readRaw(source?.[1] ?? 0, offset?.[1] ?? 0, byteLength?.[1] ?? 0);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(b);
    for (const { id, sha256 } of sources) {
      expect(await stored.verify(id)).toEqual({ kind: 'same', sha256 });
    }
    stored.close();
  });

  it('numbers files in the order of the list, whichever is read first', async () => {
    const sizes = [900, 1, 400, 1, 1, 1, 300, 1, 1, 1];
    const files = sizes.map((size, place) =>
      file(`${place}.json`, trail(...Array.from({ length: size }, () => record()))),
    );
    await importFiles('order', files);
    const stored = await StoredCase.open('order');
    const sources = await stored.sourcesAfter(0);
    expect(sources.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    expect(sources.map(({ kept }) => kept)).toEqual(sizes);
    stored.close();
  });

  it('lists what could not even be opened', async () => {
    const told = await importInputs('unlisted', [
      {
        ...{ kind: 'unlisted', path: '/evidence/secret' },
        ...{ outcome: 'unreadable', reason: 'no permission' },
      },
      { kind: 'unlisted', path: '/evidence/pipe', outcome: 'skipped', reason: 'a pipe' },
    ]);
    expect(told).toMatchObject({
      progress: { sums: { files: 2, unreadable: 1, skipped: 1, read: 0 } },
    });
    const stored = await StoredCase.open('unlisted');
    expect(await stored.sourcesAfter(0)).toMatchObject([
      { path: '/evidence/secret', name: 'secret', verdict: 'unreadable', reason: 'no permission' },
      { path: '/evidence/pipe', name: 'pipe', verdict: 'skipped', reason: 'a pipe' },
    ]);
    stored.close();
  });

  it('is known to be unfinished until it is', async () => {
    const server = new IngestServer(decodeHere, 1, () => undefined);
    await server.ask({ kind: 'start', caseId: 'unfinished', patienceMs });
    const stored = await StoredCase.open('unfinished');
    expect(await stored.hasUnfinishedImport()).toBe(true);
    await importFiles('unfinished', [file('one.json', trail(a))]);
    expect(await stored.hasUnfinishedImport()).toBe(false);
    stored.close();
  });

  it('keeps whole files only when it is cancelled', async () => {
    const last = await new Promise<unknown>((resolve) => {
      const server = new IngestServer(decodeHere, 1, (tell) => {
        // Told when the first file was taken in.
        if (tell.kind === 'progress') void server.ask({ kind: 'cancel' });
        if (tell.kind === 'done' || tell.kind === 'failed') resolve(tell);
      });
      void server.ask({ kind: 'start', caseId: 'cancelled', patienceMs });
      // More than a reader tells at once.
      const inputs = Array.from({ length: 200 }, (_, i) => ({
        kind: 'file' as const,
        path: `/evidence/${i}`,
        file: new File([trail(record(), record())], `${i}.json`),
      }));
      void server.ask({ kind: 'files', files: inputs });
    });
    expect(last).toMatchObject({ kind: 'done', cancelled: true });
    const stored = await StoredCase.open('cancelled');
    const sources = await stored.sourcesAfter(0);
    const events = (await stored.chunksAfter(0)).reduce(
      (sum, { columns }) => sum + columns.length,
      0,
    );
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.length).toBeLessThan(200);
    expect(events).toBe(2 * sources.length);
    stored.close();
  });
});
