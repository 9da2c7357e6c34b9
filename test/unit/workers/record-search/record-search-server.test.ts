import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordPlaces } from '../../../../renderer/core/table/record-places.ts';
import { CaseDatabase } from '../../../../renderer/store/case-database.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { loadCase } from '../../../../renderer/workers/query/loaded-case.ts';
import { searchRecords } from '../../../../renderer/workers/record-search/record-search-server.ts';
import type { RecordSearchTell } from '../../../../renderer/workers/record-search/record-search.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { importFiles } from '../../../fixtures/import-files.ts';
import { packings, type PlainFile } from '../../../fixtures/packings.ts';

/** Records of which some have the word, each in another member. */
const records = Array.from({ length: 12 }, (_, number) =>
  record({
    eventTime: `2026-05-01T10:00:${String(number).padStart(2, '0')}Z`,
    requestParameters: { note: number % 3 === 0 ? `Redirect to ${number}` : 'forward' },
    ...(number === 7 ? { additionalEventData: { x: 'redirect' } } : {}),
  }),
);

function trailFile(path: string, own: readonly unknown[]): PlainFile {
  const bytes = new TextEncoder().encode(JSON.stringify({ Records: own }));
  return { path, bytes: new Uint8Array(bytes) };
}

const files = [
  trailFile('logs/one.json', records.slice(0, 5)),
  trailFile('logs/two.json', records.slice(5, 6)),
  trailFile('logs/three.json', records.slice(6)),
];

async function imported(caseId: string, packed: readonly PlainFile[]): Promise<void> {
  const inputs = packed.map(({ path, bytes }) => {
    return { path, name: path.split('/').at(-1) ?? '', blob: new Blob([bytes]) };
  });
  await importFiles(caseId, inputs);
}

/** The seconds of the events whose records have a text in them, and how many were unread. */
async function found(caseId: string, text: string, parts = 1) {
  const { built, reader } = await loadCase(await StoredCase.open(caseId));
  const { table } = built;
  const told: RecordSearchTell[] = [];
  for (const places of recordPlaces(table, 0, parts)) {
    await searchRecords({ caseId, text, places }, (tell) => told.push(tell));
  }
  reader.close();
  const all = told.flatMap((tell) => (tell.kind === 'part' ? [tell] : []));
  expect(told.at(-1)).toEqual({ kind: 'done' });
  expect(all.reduce((sum, { searched }) => sum + searched, 0)).toBe(table.rows);
  const seconds = all
    .flatMap((tell) => [...tell.found])
    .map((ref) => ((table.time[table.rowOfRef[ref] ?? 0] ?? 0) / 1000) % 60);
  const unread = all.reduce((sum, one) => sum + one.unread, 0);
  return { seconds: seconds.sort((a, b) => a - b), unread };
}

describe('searchRecords', () => {
  it.each(Object.entries(packings))('reads records out of %s', async (name, pack) => {
    const caseId = `search ${name}`;
    await imported(caseId, await pack(files));
    expect(await found(caseId, 'redirect')).toEqual({ seconds: [0, 3, 6, 7, 9], unread: 0 });
    expect(await found(caseId, '"note":"Forward"', 3)).toEqual({
      seconds: [1, 2, 4, 5, 7, 8, 10, 11],
      unread: 0,
    });
    expect(await found(caseId, 'nowhere', 2)).toEqual({ seconds: [], unread: 0 });
  });

  it('finds what a plain search of each record finds', async () => {
    await imported('search plainly', files);
    const words = fc.constantFrom('red', 'to 1', 'o', ':"F', '10', 'eventName', '}', 'x');
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 1, max: 4 }), async (text, parts) => {
        const { seconds } = await found('search plainly', text, parts);
        expect(seconds).toEqual(
          [...records.keys()].filter((number) =>
            JSON.stringify(records[number]).toLowerCase().includes(text.toLowerCase()),
          ),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('counts records whose evidence has gone, or ends before them, as not read', async () => {
    await imported('search gone', [trailFile('logs/all.json', records)]);
    const database = new CaseDatabase('search gone');
    const kept = await database.blobs.get(1);
    const second = JSON.stringify(records[7]);
    const text = (await kept?.blob.text()) ?? '';
    const end = text.indexOf(second) + second.length;
    await database.blobs.put({ source: 1, blob: new Blob([text.slice(0, end)]) });
    expect(await found('search gone', 'redirect')).toEqual({ seconds: [0, 3, 6, 7], unread: 4 });
    await database.blobs.delete(1);
    database.close();
    expect(await found('search gone', 'redirect')).toEqual({ seconds: [], unread: 12 });
  });

  it('says why it stopped where the case cannot be read', async () => {
    const told: RecordSearchTell[] = [];
    const places = {
      ref: new Uint32Array(1),
      source: Uint32Array.of(1),
      offset: new Float64Array(1),
      byteLength: new Uint32Array(1),
    };
    const clock = (): number => {
      throw new Error('no clock');
    };
    await imported('search failing', files);
    await searchRecords(
      { caseId: 'search failing', text: 'x', places },
      (tell) => told.push(tell),
      clock,
    );
    expect(told).toEqual([{ kind: 'failed', reason: 'no clock' }]);
  });
});
