import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CaseFileWriter } from '../../../../renderer/core/case-file/case-file-writer.ts';
import { zipFiles } from '../../../../renderer/core/decode/zip-archive.ts';
import { sealEntry, emptyJournal } from '../../../../renderer/core/journal/journal-entry.ts';
import { verifyJournal } from '../../../../renderer/core/journal/verify-journal.ts';
import { StoredTables } from '../../../../renderer/store/case-copy.ts';
import { databaseName } from '../../../../renderer/store/case-database.ts';
import { rowFault } from '../../../../renderer/store/case-rows.ts';
import { Cases } from '../../../../renderer/store/cases.ts';
import { JournalStore } from '../../../../renderer/store/journal-store.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { QueryServer } from '../../../../renderer/workers/query/query-server.ts';
import { checkCase } from '../../../../renderer/workers/integrity/integrity-server.ts';
import { everyRow, readCaseFile, writeCaseFile } from '../../../fixtures/case-file-run.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { importFiles } from '../../../fixtures/import-files.ts';

const passphrase = 'correct horse battery staple';
let caseId = '';
let open: Blob;
let sealed: Blob;

/** A case with files large and small, one cut off, one twice, a journal and a check. */
beforeAll(async () => {
  const cases = new Cases();
  ({ id: caseId } = await cases.create('Checkout \u202Eoutage'));
  const named = (name: string, text: string) => ({
    ...{ path: `/evidence/${name}`, name, blob: new Blob([text]) },
  });
  const records = (count: number, more = {}) =>
    JSON.stringify({ Records: Array.from({ length: count }, () => record(more)) });
  const small = records(3);
  await importFiles(caseId, [
    named('small.json', small),
    named('copy.json', small),
    named('large.json', records(700, { userAgent: 'x\uD800'.repeat(50) })),
    named('cut.json', records(4).slice(0, -100)),
  ]);
  const journal = new JournalStore(caseId);
  const act = { kind: 'case created', name: 'Checkout', created: 0 } as const;
  const entry = { at: '2026-05-01', zone: 'UTC', user: '', app: '0.1.0', act };
  await journal.append(sealEntry(emptyJournal, entry));
  journal.close();
  await cases.note(caseId, {
    lanesView: { pinned: [{ field: 'sourceIp', values: ['203.0.113.9'] }], gathers: true },
  });
  await checkCase(caseId, () => undefined);
  open = await writeCaseFile(caseId);
  sealed = await writeCaseFile(caseId, passphrase);
}, 60_000);

/** The file with one byte turned. */
async function flipped(file: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}

/** Where a text stands in a file. */
async function placeOf(file: Blob, text: string): Promise<number> {
  const bytes = Buffer.from(await file.arrayBuffer());
  return bytes.indexOf(text);
}

async function leftOf(id: string): Promise<readonly boolean[]> {
  const names = await Dexie.getDatabaseNames();
  const listed = await new Cases().list();
  return [names.includes(databaseName(id)), listed.some((one) => one.id === id)];
}

// scrypt takes about a second of a processor, and on a busy machine more.
describe('CaseFileServer', () => {
  it('makes the same case of the file of a case, store by store', async () => {
    const end = await readCaseFile(open, 'copy');
    const bytes = Buffer.from(await open.arrayBuffer());
    expect(end).toMatchObject({
      kind: 'read',
      facts: { name: 'Checkout \u202Eoutage', lanesView: { gathers: true } },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const original = await everyRow(caseId);
    expect(await everyRow('copy')).toStrictEqual(original);
    expect(Object.values(original).every((rows) => Array.isArray(rows) && rows.length > 0)).toBe(
      true,
    );
    const cases = new Cases();
    expect(await cases.facts('copy')).toStrictEqual(await cases.facts(caseId));
    expect((await cases.list()).map(({ id }) => id)).toContain('copy');
  });

  it('gives the same file of a case that came out of a file', async () => {
    await readCaseFile(sealed, 'second', passphrase);
    const [one, other] = [await writeCaseFile(caseId), await writeCaseFile('second')];
    expect(Buffer.from(await other.arrayBuffer())).toEqual(Buffer.from(await one.arrayBuffer()));
  });

  it('takes further evidence into a case that came out of a file, and knows its copies', async () => {
    await readCaseFile(open, 'goes-on');
    const stored = await StoredCase.open('goes-on');
    const raw = await stored.readRaw(3, 0, 12);
    expect(new TextDecoder().decode(raw)).toBe('{"Records":[');
    stored.close();
    const text = JSON.stringify({ Records: [record()] });
    const more = { path: '/new.json', name: 'new.json', blob: new Blob([text]) };
    const { progress } = await importFiles('goes-on', [more]);
    expect(progress.sums).toMatchObject({ kept: 1, duplicate: 0 });
    const again = await importFiles('goes-on', [{ ...more, path: '/again.json' }]);
    expect(again.progress.sums).toMatchObject({ kept: 0, duplicateFiles: 1 });
  });

  it('is a zip that sha256sum can check', async () => {
    const sums: string[] = [];
    let list = '';
    for await (const { name, source } of zipFiles(open)) {
      const bytes = Buffer.from(await new Response(source.stream()).arrayBuffer());
      if (name === 'SHA256SUMS') list = bytes.toString();
      else sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    }
    expect(list).toBe(sums.join(''));
    expect(sums.length).toBeGreaterThan(10);
  });

  it('shows nothing of a sealed case, and opens it for its passphrase only', async () => {
    expect(await placeOf(sealed, 'evidence')).toBe(-1);
    expect(await readCaseFile(sealed, 'no-words')).toEqual({ kind: 'sealed' });
    expect(await readCaseFile(sealed, 'other-words', `${passphrase} `)).toEqual({ kind: 'sealed' });
    expect(await leftOf('other-words')).toEqual([false, false]);
    // The same letters as another keyboard writes them.
    const accented = await writeCaseFile(caseId, 'é'.normalize('NFC').repeat(8));
    const end = await readCaseFile(accented, 'accented', 'é'.normalize('NFD').repeat(8));
    expect(end.kind).toBe('read');
  });

  it('says where a file was changed, and leaves nothing of it', async () => {
    const at = await placeOf(open, 'userAgent');
    const evidence = await readCaseFile(await flipped(open, at), 'flipped');
    expect(evidence).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(
        /“evidence\/\d+” in the file was changed: its SHA-256/,
      ) as string,
    });
    const middle = await readCaseFile(await flipped(sealed, 400_000), 'flipped', passphrase);
    expect(middle).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(
        /The file (was changed between byte|is cut off, or its end)/,
      ) as string,
    });
    expect(await leftOf('flipped')).toEqual([false, false]);
  });

  it('notices a byte turned anywhere', async () => {
    for (const [file, words, parts] of [
      [open, undefined, 40],
      [sealed, passphrase, 6],
    ] as const) {
      for (let part = 0; part < parts; part++) {
        const at = Math.floor(((part + 0.5) / parts) * file.size);
        const end = await readCaseFile(await flipped(file, at), 'any', words);
        expect(end.kind, `byte ${at}`).not.toBe('read');
      }
    }
    expect(await leftOf('any')).toEqual([false, false]);
  });

  it('says that a file was cut off, wherever it was', async () => {
    for (const [file, words] of [
      [open, undefined],
      [sealed, passphrase],
    ] as const) {
      // The last: where a chunk of a sealed file ends.
      for (const length of [file.size - 1, Math.floor(file.size / 2), 58 + 256 * 1024 + 16]) {
        const end = await readCaseFile(file.slice(0, length), 'cut', words);
        const reason = expect.stringContaining('is cut off, or its end was changed') as string;
        expect(end, `${length}`).toMatchObject({ kind: 'failed', reason });
      }
    }
    expect(await readCaseFile(open.slice(0, 40), 'cut')).toMatchObject({ kind: 'failed' });
    expect(await leftOf('cut')).toEqual([false, false]);
  });
});

/** Made when the version was new, and never again. */
const earlier = fileURLToPath(new URL('../../../fixtures/case-files/', import.meta.url));

describe('files of earlier versions', () => {
  for (const [name, words] of [
    ['version-1.trailwitness', undefined],
    ['version-1-sealed.trailwitness', 'the passphrase of version 1'],
  ] as const) {
    it(`opens ${name} as the case it was`, async () => {
      const file = new Blob([new Uint8Array(await readFile(earlier + name))]);
      const lanesView = { pinned: [{ field: 'sourceIp', values: ['203.0.113.9'] }], gathers: true };
      expect(await readCaseFile(file, name, words)).toMatchObject({
        kind: 'read',
        facts: { name: 'Version 1', lanesView, journal: { number: 2 } },
      });
      const server = new QueryServer((id) => StoredCase.open(id));
      const opened = await server.answer({ number: 1, call: 'open', request: { caseId: name } });
      expect(opened).toMatchObject({
        reply: { events: 8, files: 4, sums: { read: 12, kept: 8, duplicate: 3, rejected: 1 } },
      });
      const journal = new JournalStore(name);
      const { rows, known } = await journal.read();
      expect(verifyJournal(rows, known)).toEqual([]);
      expect(rows.map((row) => journal.entryOf(row)?.act.kind)).toEqual([
        'case created',
        'case renamed',
      ]);
      journal.close();
      const stored = await StoredCase.open(name);
      const sources = await stored.sourcesAfter(0);
      const verified = await Promise.all(sources.map(({ id }) => stored.verify(id)));
      expect(verified.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'same']);
      stored.close();
    });
  }

  it('leaves a file of a later version to that version', async () => {
    const writer: Uint8Array<ArrayBuffer>[] = [];
    const sink = {
      write: (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(void writer.push(bytes.slice())),
      close: () => Promise.resolve(),
    };
    const file = await CaseFileWriter.begin(sink, new Date(0));
    await file.add('case.json', new Blob(['{"format":2,"app":"9.0.0"}']), 'text');
    await file.finish();
    expect(await readCaseFile(new Blob(writer), 'later')).toEqual({
      kind: 'failed',
      reason: 'The file was written by a later version of Trailwitness (9.0.0). Open it there.',
    });
  });
});

describe('case files made by others', () => {
  /** A file with what its makers put into it, its list of hashes all right. */
  async function made(entries: Readonly<Record<string, string>>): Promise<Blob> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const file = await CaseFileWriter.begin(
      {
        write: (bytes) => Promise.resolve(void parts.push(bytes.slice())),
        close: () => Promise.resolve(),
      },
      new Date(0),
    );
    for (const [name, text] of Object.entries(entries)) {
      await file.add(name, new Blob([text]), 'text');
    }
    await file.finish();
    return new Blob(parts);
  }
  const head = (tables: readonly { readonly name: string; readonly rows: number }[]) =>
    JSON.stringify({
      ...{ format: 1, app: '0.1.0', written: '2026-05-01T12:00:00Z', tables },
      case: { name: 'Made', created: 0 },
    });

  it.each([
    ['a table that no case has', 'cases', '{"id":1}', 'no table “cases”'],
    ['a row that is none', 'imports', '{"id":-1,"started":0,"chunksAfter":0}', 'id: Too small'],
    ['a row that is no object', 'imports', '7', 'a row is no object'],
    ['two rows of one key', 'terms', twice('{"id":1,"column":"region","first":1,"texts":[]}'), ''],
    ['evidence that is not there', 'blobs', blobRow('evidence/9'), '“evidence/9” is missing'],
    ['a head in place of evidence', 'blobs', blobRow('case.json'), '“case.json” has'],
  ])('refuses %s', async (_what, name, rows, reason) => {
    const count = rows.split('\n').length;
    const file = await made({
      [`tables/${name}.jsonl`]: `${rows}\n`,
      'case.json': head([{ name, rows: count }]),
    });
    const end = await readCaseFile(file, 'made');
    expect(end).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining(reason) as string,
    });
    expect(await leftOf('made')).toEqual([false, false]);
  });

  it('refuses a file that holds more than its tables', async () => {
    const file = await made({ 'evidence/1': 'more', 'case.json': head([]) });
    expect(await readCaseFile(file, 'made')).toMatchObject({
      reason: '“evidence/1” in the file belongs to nothing in it.',
    });
  });

  it('has a check for the rows of every table that a case has', async () => {
    const stored = new StoredTables('none');
    const unchecked = (await stored.tables()).filter(
      ({ name }) => rowFault(name, {})?.startsWith('This version') === true,
    );
    stored.close();
    expect(unchecked).toEqual([]);
  });
});

function twice(row: string): string {
  return `${row}\n${row}`;
}

function blobRow(entry: string): string {
  return JSON.stringify({ source: 1, blob: { $: 'Blob', entry, bytes: 1 } });
}
