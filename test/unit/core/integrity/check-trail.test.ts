import { beforeAll, describe, expect, it } from 'vitest';
import { checkTrail, type TrailCheck } from '../../../../renderer/core/integrity/check-trail.ts';
import { fileNameOf } from '../../../../renderer/core/integrity/delivered-name.ts';
import {
  keyListText,
  makeDigest,
  makeKey,
  makeLog,
  sha256,
  writeChain,
  type MadeFile,
  type MadeKey,
  type Tamper,
} from '../../../fixtures/digest-chain.ts';

let key: MadeKey;
let otherKey: MadeKey;
beforeAll(() => {
  key = makeKey();
  otherKey = makeKey('spki');
});

const nothing = { logs: [], digests: [], signFiles: [], keyLists: [], files: [] };
const hours = [8, 9, 10, 11];

interface Made {
  logs: MadeFile[];
  digests: (MadeFile & { readonly signature?: string })[];
  keyLists: string[];
}

/** Four hours with two logs and a digest each, all there and as they were. */
function made(tamper?: Tamper): Made {
  const logs = hours.map((hour) => [makeLog(hour, 5), makeLog(hour, 20)]);
  const digests = writeChain(
    hours.map((hour, place) => makeDigest(hour, logs[place] ?? [])),
    key,
    tamper,
  );
  return { logs: logs.flat(), digests: [...digests], keyLists: [keyListText(key)] };
}

/** Numbers: logs from 0, digests from 100. Copies have no metadata, objects out of S3 have. */
async function check(
  { logs, digests, keyLists }: Made,
  from: 'copies' | 'S3' = 'copies',
): Promise<TrailCheck> {
  const content = (text: string) => ({
    sha256: sha256(text),
    content: new TextEncoder().encode(text),
  });
  const result = await checkTrail({
    ...nothing,
    logs: logs.map(({ key: path, text }, source) => ({
      source,
      path,
      sha256: sha256(text),
      trouble: '',
    })),
    digests: digests.map(({ key: path, text, signature }, place) => ({
      source: 100 + place,
      path,
      ...content(text),
      signature: from === 'S3' ? signature : undefined,
    })),
    keyLists: keyLists.map((text, place) => ({
      source: 200 + place,
      path: 'keys.json',
      ...content(text),
    })),
  });
  if (result === undefined) throw new Error('there were digests');
  return result;
}

const verdicts = ({ logs }: TrailCheck) => logs.map(({ verdict }) => verdict);
const changed = (text: string) => text.replace('CreateRule', 'DeleteRule');

describe('checkTrail', () => {
  it('proves the newest digest too, where S3’s metadata came with its signature', async () => {
    const all = made();
    const fetched = await check(all, 'S3');
    expect(fetched.digests.map(({ trust }) => trust)).toEqual(Array(4).fill('proven'));
    expect(verdicts(fetched)).toEqual(Array(8).fill('proven'));
    const forged = all.digests.map((digest) => ({ ...digest, signature: 'beef' }));
    const refused = await check({ ...all, digests: forged }, 'S3');
    expect(refused.digests.at(-1)?.signature).toBe('wrong');
  });

  it('proves every log whose digest has a signature that fits, and says so of the newest', async () => {
    const result = await check(made());
    expect(result.digests.map(({ signature }) => signature)).toEqual([
      'valid',
      'valid',
      'valid',
      'not available',
    ]);
    expect(result.digests.map(({ previous }) => previous)).toEqual([
      'start',
      'matches',
      'matches',
      'matches',
    ]);
    expect(result.digests.map(({ trust }) => trust)).toEqual([
      'proven',
      'proven',
      'proven',
      'consistent',
    ]);
    expect(verdicts(result)).toEqual([
      ...Array<string>(6).fill('proven'),
      'consistent',
      'consistent',
    ]);
    expect(result).toMatchObject({ missing: [], gaps: [], badDigests: [], refusedKeys: 0 });
  });

  it('has nothing to say without digests and sign files', async () => {
    expect(await checkTrail(nothing)).toBeUndefined();
  });

  it('calls it consistent and not proven where there are no keys', async () => {
    const result = await check({ ...made(), keyLists: [] });
    expect(new Set(verdicts(result))).toEqual(new Set(['consistent']));
    expect(result.digests[0]?.signature).toBe('key missing');
  });

  it('sees a byte of a log that was changed', async () => {
    const files = made();
    files.logs = files.logs.map((log, place) =>
      place === 2 ? { ...log, text: changed(log.text) } : log,
    );
    const result = await check(files);
    expect(result.logs[2]).toMatchObject({ verdict: 'altered', digest: 101 });
    expect(result.missing).toEqual([]);
  });

  it('names a log that was removed, with the time of its events', async () => {
    const files = made();
    const [removed] = files.logs.splice(3, 1);
    const result = await check(files);
    expect(result.missing).toEqual([
      {
        digest: 101,
        key: removed?.key,
        span: { start: Date.UTC(2026, 2, 9, 9), end: Date.UTC(2026, 2, 9, 9) + 1 },
        account: '111122223333',
        region: 'eu-west-1',
      },
    ]);
  });

  it('tells a log that was slipped in from one that no digest speaks of', async () => {
    const files = made();
    files.logs.push(
      makeLog(10, 40, '{"eventName":"Slipped"}'),
      makeLog(18, 5, '{"eventName":"Later"}'),
    );
    const result = await check(files);
    expect(verdicts(result).slice(8)).toEqual(['unlisted', 'uncovered']);
  });

  it('finds a log under another name, in another folder and without its packing', async () => {
    const files = made();
    files.logs = files.logs.map((log, place) => {
      if (place === 0) return { ...log, key: 'collected/log-1.json' };
      if (place === 1) return { ...log, key: log.key.replace('eu-west-1/2026', 'eu-west-2/2026') };
      return place === 2 ? { ...log, key: fileNameOf(log.key) } : log;
    });
    const result = await check(files);
    expect(verdicts(result).slice(0, 3)).toEqual(['proven', 'proven', 'proven']);
    expect(result.logs.map(({ remark }) => remark.split(' AWSLogs')[0])).toEqual([
      'it was delivered as',
      'it was delivered as',
      ...Array<string>(6).fill(''),
    ]);
    expect(result.missing).toEqual([]);
  });

  it('sees a digest that was removed: a gap, and logs that nothing covers', async () => {
    const files = made();
    files.digests.splice(1, 1);
    const result = await check(files);
    expect(result.gaps).toEqual([
      {
        account: '111122223333',
        region: 'eu-west-1',
        trail: 'my_trail',
        span: { start: Date.UTC(2026, 2, 9, 9), end: Date.UTC(2026, 2, 9, 10) },
        kind: 'missing',
      },
    ]);
    expect(result.digests.map(({ previous }) => previous)).toEqual(['start', 'missing', 'matches']);
    expect(result.digests[0]?.next).toBe('none');
    expect(verdicts(result).slice(0, 4)).toEqual([
      'consistent',
      'consistent',
      'uncovered',
      'uncovered',
    ]);
  });

  it('sees a digest that was changed after it was signed, and trusts nothing in it', async () => {
    const files = made();
    const forged = { ...made().logs[2], text: '{"Records":[]}' };
    files.digests = files.digests.map((digest, place) => {
      if (place !== 1) return digest;
      return {
        ...digest,
        text: digest.text.replace(sha256(files.logs[2]?.text ?? ''), sha256(forged.text)),
      };
    });
    files.logs = files.logs.map((log, place) =>
      place === 2 ? { ...log, text: forged.text } : log,
    );
    const result = await check(files);
    expect(result.digests[1]).toMatchObject({
      signature: 'wrong',
      next: 'differs',
      trust: 'broken',
    });
    expect(result.digests[2]).toMatchObject({ previous: 'differs', trust: 'proven' });
    expect(verdicts(result).slice(2, 4)).toEqual(['distrusted', 'distrusted']);
  });

  it('sees a wrong hash of the digest before', async () => {
    const result = await check(
      made((said, place) => {
        if (place === 2) said['previousDigestHashValue'] = '0'.repeat(64);
      }),
    );
    expect(result.digests[1]).toMatchObject({
      signature: 'valid',
      next: 'differs',
      trust: 'broken',
    });
    expect(result.digests[2]).toMatchObject({ previous: 'differs' });
  });

  it('sees a wrong signature', async () => {
    const files = made();
    const last = files.digests.at(-1);
    if (last === undefined) throw new Error('a chain has a last digest');
    last.text = last.text.replace(/"previousDigestSignature":"../, '"previousDigestSignature":"00');
    const result = await check(files);
    expect(result.digests[2]).toMatchObject({ signature: 'wrong', trust: 'broken' });
  });

  it('takes no key for another: wrong key under the right label, and a list that lacks it', async () => {
    const relabelled = { ...otherKey, entry: { ...otherKey.entry, Fingerprint: key.fingerprint } };
    const result = await check({ ...made(), keyLists: [keyListText(relabelled)] });
    expect(result.refusedKeys).toBe(1);
    expect(result.digests[0]?.signature).toBe('key missing');
    const lacking = await check({ ...made(), keyLists: [keyListText(otherKey)] });
    expect(lacking.digests[0]?.signature).toBe('key missing');
  });

  it('does not take a signature by a key that was not in use at that time', async () => {
    const entry = { ...key.entry, ValidityStartTime: '1600000000', ValidityEndTime: 1600000001 };
    const result = await check({ ...made(), keyLists: [keyListText({ ...key, entry })] });
    expect(result.digests[0]).toMatchObject({ signature: 'key out of time', trust: 'broken' });
  });

  it('tells a chain that starts again from one that lost its digests', async () => {
    const files = made();
    files.digests = [
      ...writeChain([makeDigest(8, files.logs.slice(0, 2))], key),
      ...writeChain(
        [makeDigest(10, files.logs.slice(4, 6)), makeDigest(11, files.logs.slice(6))],
        key,
      ),
    ];
    const result = await check(files);
    expect(result.gaps.map(({ kind }) => kind)).toEqual(['restarted']);
    expect(result.digests.map(({ previous }) => previous)).toEqual(['start', 'start', 'matches']);
  });

  it('keeps backfill digests as a chain of their own, which fills a gap', async () => {
    const files = made();
    const backfill = writeChain([makeDigest(9, files.logs.slice(2, 4), '_backfill')], key);
    files.digests = [files.digests[0], files.digests[2], files.digests[3], ...backfill].filter(
      (digest) => digest !== undefined,
    );
    const result = await check(files);
    expect(result.gaps.map(({ kind }) => kind)).toEqual(['backfilled']);
    expect(result.digests.filter(({ name }) => name?.isBackfill === true)).toHaveLength(1);
    expect(verdicts(result).slice(2, 4)).toEqual(['consistent', 'consistent']);
  });

  it('says of a digest that it was moved, and why a file is none', async () => {
    const files = made();
    files.digests[0] = {
      ...files.digests[0],
      key: 'elsewhere.json',
      text: files.digests[0]?.text ?? '',
    };
    files.digests.push({ key: 'x.json', text: '{"digestStartTime":"2026-03-09T08:00:00Z"}' });
    const result = await check(files);
    expect(result.digests.map(({ isMoved }) => isMoved)).toEqual([true, false, false, false]);
    expect(result.badDigests).toEqual([{ source: 104, reason: 'it has no awsAccountId' }]);
  });
});
