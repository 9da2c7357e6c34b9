import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed } from '../../../renderer/core/source/issue-pack.ts';
import { databaseName } from '../../../renderer/store/case-database.ts';
import { ArrivingCase } from '../../../renderer/store/case-copy.ts';
import { undoImports } from '../../../renderer/store/import-acts.ts';
import { StoredCase } from '../../../renderer/store/stored-case.ts';
import { importFiles } from '../../fixtures/import-files.ts';
import { record } from '../../fixtures/decode-files.ts';

const lines = (path: string, damaged: number) => {
  const good = JSON.stringify(record());
  const text = Array.from({ length: damaged }, (_, i) => `{"eventVersion":"${i}\n`).join('');
  return { path, name: path, blob: new Blob([`${good}\n${text}${good}\n`]) };
};

/** All issues of a case, by pages of any size; each way has to give the same. */
async function issuesBy(caseId: string, pageLength: number) {
  const stored = await StoredCase.open(caseId);
  const count = await stored.issueCount();
  const paged = [];
  for (let start = 0; start < count; start += pageLength) {
    paged.push(...(await stored.issues({ start, end: start + pageLength })));
  }
  const streamed = [];
  for await (const issue of stored.everyIssue()) streamed.push(issue);
  stored.close();
  expect(paged).toEqual(streamed);
  expect(paged).toHaveLength(count);
  return paged;
}

const oldIssues = [3, 4, 9].map((id) => ({
  ...{ id, source: id, recordIndex: id === 4 ? undefined : id, offset: 10 * id },
  ...{ reason: `reason ${id}`, sample: '{"a' },
}));
const asRead = oldIssues.map(({ source, recordIndex, offset, reason, sample }) => ({
  ...{ source, recordIndex, offset, reason, sample },
}));

describe('stored issues', () => {
  it('are all listed, a file with thousands of them among others', async () => {
    await importFiles('many', [lines('a', 2), lines('b', 2345), lines('c', 0), lines('d', 1)]);
    const all = await issuesBy('many', 100);
    expect(all.map(({ source }) => source)).toEqual([1, 1, ...new Array<number>(2345).fill(2), 4]);
    expect(all.slice(2, 2347).map(({ recordIndex }) => recordIndex)).toEqual(
      Array.from({ length: 2345 }, (_, i) => i + 1),
    );
    for (const length of [1000, 1001, 5000]) expect(await issuesBy('many', length)).toEqual(all);
  });

  it('go with their import, and leave the numbers of others alone', async () => {
    const undone = await importFiles('gap', [lines('a', 1500)]);
    const kept = await importFiles('gap', [lines('b', 3)]);
    await undoImports('gap', [undone.importId]);
    await importFiles('gap', [lines('c', 2)]);
    expect(kept.progress.sums.rejected).toBe(3);
    expect((await issuesBy('gap', 2)).map(({ source }) => source)).toEqual([2, 2, 2, 3, 3]);
  });

  it('are found at any places', async () => {
    await importFiles('spans', [lines('a', 1203), lines('b', 1), lines('c', 998)]);
    const all = await issuesBy('spans', 500);
    const stored = await StoredCase.open('spans');
    const places = fc.tuple(fc.nat(2300), fc.nat(2300));
    await fc.assert(
      fc.asyncProperty(places, async ([start, end]) => {
        expect(await stored.issues({ start, end })).toEqual(all.slice(start, end));
      }),
      { numRuns: 50 },
    );
    stored.close();
  });

  it('are taken over from a case of a version that stored each in a row', async () => {
    const old = new Dexie(databaseName('old'));
    old.version(3).stores({
      ...{ sources: 'id', blobs: 'source', chunks: '++id', hashes: 'chunk', terms: '++id' },
      ...{ issues: '++id, source', keys: 'name', imports: '++id', integrity: 'id' },
      journal: 'number',
    });
    await old.table('issues').bulkAdd(oldIssues);
    old.close();
    expect(await issuesBy('old', 2)).toEqual(asRead);
  });

  it('are taken over from a case file of such a version', async () => {
    const arriving = await ArrivingCase.begin('file', { name: 'a', created: 1 });
    for (const issue of oldIssues) await arriving.add('issues', issue);
    await arriving.settle();
    expect(await issuesBy('file', 2)).toEqual(asRead);
  });

  it('are refused out of a case file where their columns do not fit', async () => {
    const issue = { recordIndex: 0, offset: 1, reason: 'no JSON', sample: '{' };
    const pack = { first: 0, source: 1, ...packed([issue]) };
    const arriving = await ArrivingCase.begin('misfit', { name: 'a', created: 1 });
    await expect(arriving.add('issuePacks', { ...pack, length: 2 })).rejects.toThrow(
      'its columns are not of one length',
    );
    await arriving.drop();
    expect(await Dexie.exists(databaseName('misfit'))).toBe(false);
  });
});
