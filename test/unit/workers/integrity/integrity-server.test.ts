import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { IntegrityCheck } from '../../../../renderer/core/integrity/integrity-check.ts';
import { CaseDatabase } from '../../../../renderer/store/case-database.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { checkCase } from '../../../../renderer/workers/integrity/integrity-server.ts';
import { compareCase } from '../../../../renderer/workers/integrity/originals-server.ts';
import type { IntegrityTell } from '../../../../renderer/workers/integrity/integrity.ts';
import { record } from '../../../fixtures/decode-files.ts';
import {
  keyListText,
  makeDigest,
  makeKey,
  makeLog,
  writeChain,
  type MadeFile,
} from '../../../fixtures/digest-chain.ts';
import { resultFolder, signFileText } from '../../../fixtures/signed-results.ts';
import { importFiles } from '../../../fixtures/import-files.ts';

const key = makeKey();
const logs = [8, 9, 10].map((hour) =>
  makeLog(hour, 5, JSON.stringify(record({ eventTime: `2026-03-09T0${hour % 10}:01:00Z` }))),
);
const digests = writeChain(
  logs.map((log, place) => makeDigest(8 + place, [log])),
  key,
);

function file(path: string, bytes: Uint8Array | string) {
  const content = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return { path, name: path.split('/').at(-1) ?? '', blob: new Blob([content]) };
}
const packed = ({ key: path, text }: MadeFile) => file(path, gzipSync(text));

async function checked(caseId: string): Promise<IntegrityCheck> {
  const told: IntegrityTell[] = [];
  await checkCase(caseId, (tell) => told.push(tell));
  expect(told.at(-1)).toEqual({ kind: 'done' });
  expect(told[0]).toMatchObject({ kind: 'progress', progress: { filesDone: 1 } });
  const stored = await StoredCase.open(caseId);
  const check = await stored.integrity();
  stored.close();
  if (check === undefined) throw new Error('the check was not stored');
  return check;
}

describe('checkCase', () => {
  it('proves imported logs with digests and keys that were imported with them', async () => {
    const keys = file('keys.json', keyListText(key));
    await importFiles('proven', [...[...logs, ...digests].map(packed), keys]);
    const { evidence, trail } = await checked('proven');
    expect(evidence).toEqual({ same: 7, differs: [], gone: [], notKept: 0 });
    expect(trail?.logs.map(({ verdict }) => verdict)).toEqual(['proven', 'proven', 'consistent']);
    expect(trail?.keys).toMatchObject([{ fingerprint: key.fingerprint }]);
    expect(trail?.missing).toEqual([]);
  });

  it('looks through archives and packings to what CloudTrail wrote', async () => {
    const [one, two, three] = logs;
    if (one === undefined || two === undefined || three === undefined)
      throw new Error('three logs');
    const inner = zipSync({ [two.key]: gzipSync(two.text) });
    const outer = zipSync({
      [one.key.replace('.gz', '')]: Buffer.from(one.text),
      'inner.zip': inner,
      ...Object.fromEntries(digests.map(({ key: path, text }) => [path, gzipSync(text)])),
    });
    const twoMembers = Buffer.concat([gzipSync(three.text), gzipSync('')]);
    await importFiles('packed', [file('all.zip', outer), file(three.key, twoMembers)]);
    const { evidence, trail } = await checked('packed');
    expect(evidence).toMatchObject({ same: 8, differs: [], gone: [] });
    expect(trail?.logs.map(({ verdict }) => verdict)).toEqual(Array(3).fill('consistent'));
    expect(trail?.logs.map(({ remark }) => remark.slice(0, 20))).toEqual([
      '',
      '',
      'its gzip has several',
    ]);
  });

  it('sees a second gzip member with records in it as an altered log', async () => {
    const [one] = logs;
    if (one === undefined) throw new Error('a log');
    const more = gzipSync(`{"Records":[${JSON.stringify(record())}]}`);
    const both = file(one.key, Buffer.concat([gzipSync(one.text), more]));
    await importFiles('members', [both, ...digests.map(packed)]);
    const { trail } = await checked('members');
    expect(trail?.logs.map(({ verdict }) => verdict)).toEqual(['altered']);
    expect(trail?.missing).toHaveLength(2);
  });

  it('validates the results of a Lake query, kept or not, by the sign file beside them', async () => {
    const rows = gzipSync(`eventJson\n"${JSON.stringify(record()).replaceAll('"', '""')}"\n`);
    const results = [
      { name: 'result_1.csv.gz', bytes: rows },
      { name: 'result_2.csv.gz', bytes: gzipSync('count\n17\n') },
    ];
    const packedResults = results.map(({ name, bytes }) => file(resultFolder + name, bytes));
    const sign = file(`${resultFolder}result_sign.json`, signFileText(results, key));
    await importFiles('lake', [...packedResults, sign, file('keys.json', keyListText(key))]);
    const { evidence, trail } = await checked('lake');
    expect(evidence).toMatchObject({ same: 3, notKept: 1 });
    expect(trail?.digests).toEqual([]);
    expect(trail?.signFiles).toMatchObject([{ signature: 'valid', files: 2, missing: [] }]);
    expect(trail?.logs.map(({ verdict }) => verdict)).toEqual(['proven', 'proven']);
  });

  it('tells which files of the case changed since they were imported, and which are gone', async () => {
    await importFiles('changed', logs.slice(0, 2).map(packed));
    await importFiles('changed', [...logs.slice(2).map(packed), file('notes.txt', 'no log')]);
    const database = new CaseDatabase('changed');
    // Small files of one import lie one behind the other under the first of them.
    const kept = await database.blobs.get(1);
    const changed = new Blob(['?', kept?.blob.slice(1) ?? '']);
    await database.blobs.put({ source: 1, blob: changed });
    await database.blobs.delete(3);
    database.close();
    const { evidence, trail, lastSource } = await checked('changed');
    expect(evidence).toMatchObject({
      same: 1,
      differs: [{ source: 1 }],
      gone: [{ source: 3, reason: 'its bytes are not in the case' }],
      notKept: 1,
    });
    expect(trail).toBeUndefined();
    expect(lastSource).toBe(4);
  });
});

describe('compareCase', () => {
  it('reads files beside the case, and says which are still what was imported', async () => {
    const text = (name: string) => JSON.stringify({ Records: [record({ eventName: name })] });
    const one = file('/evidence/one.json', text('One'));
    const two = file('/evidence/two.json', text('Two'));
    const three = file('/evidence/three.json', text('Three'));
    await importFiles('originals', [one, two, three]);
    const told: IntegrityTell[] = [];
    const originals = [
      { path: '/elsewhere/one.json', file: one.blob },
      { path: two.path, file: new Blob(['{"Records":[]}']) },
    ];
    await compareCase('originals', originals, (tell) => told.push(tell));
    expect(told[0]).toEqual({ kind: 'progress', progress: { filesDone: 1, filesInAll: 2 } });
    expect(told.at(-1)).toMatchObject({
      kind: 'compared',
      comparison: { same: 1, differs: [{ source: 2 }], missing: [3], others: 1 },
    });
  });
});
