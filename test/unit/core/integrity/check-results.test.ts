import { describe, expect, it } from 'vitest';
import { checkTrail, type TrailCheck } from '../../../../renderer/core/integrity/check-trail.ts';
import { findingsOf } from '../../../../renderer/core/integrity/findings.ts';
import { inEnglish, phrase } from '../../../../renderer/core/words/phrase.ts';
import { keyListText, makeKey, type MadeKey } from '../../../fixtures/digest-chain.ts';
import {
  resultFolder,
  sha256Of,
  signFileText,
  type MadeResult,
} from '../../../fixtures/signed-results.ts';

const key = makeKey();
const otherKey = makeKey('spki');
const encoder = new TextEncoder();

function result(number: number, text = `rows of ${number}`): MadeResult {
  return { name: `result_${number}.csv.gz`, bytes: encoder.encode(text) };
}

interface Found {
  /** By path. */
  readonly files: readonly (readonly [string, Uint8Array | undefined])[];
  readonly signFile: string;
  readonly keys: readonly MadeKey[];
}

const results = [result(1), result(2)];
const delivered = results.map(({ name, bytes }) => [resultFolder + name, bytes] as const);
const whole: Found = { files: delivered, signFile: signFileText(results, key), keys: [key] };

/** Results are numbered from 0; the sign file is 100. */
async function check({ files, signFile, keys }: Found): Promise<TrailCheck> {
  const content = (text: string) => ({ sha256: '', content: encoder.encode(text) });
  const checked = await checkTrail({
    logs: [],
    digests: [],
    signFiles: [{ source: 100, path: `${resultFolder}result_sign.json`, ...content(signFile) }],
    keyLists: [{ source: 200, path: 'keys.json', ...content(keyListText(...keys)) }],
    files: files.map(([path, bytes], source) => ({
      source,
      path,
      sha256: bytes && sha256Of(bytes),
      trouble: bytes === undefined ? 'its bytes are gone' : '',
    })),
  });
  if (checked === undefined) throw new Error('there was a sign file');
  return checked;
}

const verdicts = ({ logs }: TrailCheck) =>
  logs.toSorted((a, b) => a.source - b.source).map(({ source, verdict }) => [source, verdict]);

describe('checkResults', () => {
  it('proves the results that a signed list has the hashes of', async () => {
    const checked = await check(whole);
    expect(verdicts(checked)).toEqual([
      [0, 'proven'],
      [1, 'proven'],
    ]);
    expect(checked.signFiles).toEqual([
      {
        source: 100,
        region: 'eu-west-1',
        completed: Date.UTC(2026, 2, 9, 22, 6, 30),
        files: 2,
        signature: 'valid',
        trust: 'proven',
        missing: [],
      },
    ]);
    expect(findingsOf({ ...madeEvidence, trail: checked }, [])).toEqual([]);
  });

  it('calls them consistent and not proven where the key is not there, or another is', async () => {
    for (const keys of [[], [otherKey]]) {
      const checked = await check({ ...whole, keys });
      expect(checked.signFiles?.[0]).toMatchObject({ signature: 'key missing' });
      expect(new Set(verdicts(checked).map(([, verdict]) => verdict))).toEqual(
        new Set(['consistent']),
      );
    }
  });

  it('sees a byte of a result that was changed', async () => {
    const files = delivered.map(([path, bytes], place) =>
      place === 1 ? ([path, encoder.encode('rows of 3')] as const) : ([path, bytes] as const),
    );
    const checked = await check({ ...whole, files });
    expect(verdicts(checked)).toEqual([
      [0, 'proven'],
      [1, 'altered'],
    ]);
    expect(checked.signFiles?.[0]?.missing).toEqual([]);
  });

  it('names a result that was removed', async () => {
    const checked = await check({ ...whole, files: delivered.slice(1) });
    expect(checked.signFiles?.[0]?.missing).toEqual(['result_1.csv.gz']);
    const [lost] = findingsOf({ ...madeEvidence, trail: checked }, []);
    expect(lost).toMatchObject({
      title: phrase('doubt.resultMissing'),
      subject: 'result_1.csv.gz',
    });
  });

  it('tells a result that was slipped in, and leaves alone what is none', async () => {
    const more = [
      [`${resultFolder}result_3.csv.gz`, encoder.encode('more')],
      [`${resultFolder}notes.txt`, encoder.encode('notes')],
      ['elsewhere/result_1.csv.gz', encoder.encode('of another query')],
    ] as const;
    const checked = await check({ ...whole, files: [...delivered, ...more] });
    expect(verdicts(checked).slice(2)).toEqual([[2, 'unlisted']]);
  });

  it('sees a hash in the list that was changed to fit another result', async () => {
    const forged = result(2, 'forged');
    const text = whole.signFile.replace(
      sha256Of(result(2).bytes),
      sha256Of(forged.bytes).toUpperCase(),
    );
    const files = [...delivered.slice(0, 1), [resultFolder + forged.name, forged.bytes] as const];
    const checked = await check({ ...whole, files, signFile: text });
    expect(checked.signFiles?.[0]).toMatchObject({ signature: 'wrong', trust: 'broken' });
    expect(verdicts(checked)).toEqual([
      [0, 'distrusted'],
      [1, 'distrusted'],
    ]);
    const titles = findingsOf({ ...madeEvidence, trail: checked }, []).map(({ title }) =>
      inEnglish(title),
    );
    expect(titles).toContain('Sign file not sound');
  });

  it('sees a file that was taken out of the list, or put in another order', async () => {
    const parsed = JSON.parse(whole.signFile) as { files: unknown[] };
    for (const files of [parsed.files.slice(1), parsed.files.toReversed()]) {
      const signFile = JSON.stringify({ ...parsed, files });
      const checked = await check({ ...whole, signFile });
      expect(checked.signFiles?.[0]?.signature).toBe('wrong');
    }
  });

  it('sees a wrong signature, and one by another key under the right label', async () => {
    const hashSignature = 'beef';
    const wrong = await check({
      ...whole,
      signFile: signFileText(results, key, { hashSignature }),
    });
    expect(wrong.signFiles?.[0]?.signature).toBe('wrong');
    const publicKeyFingerprint = key.fingerprint;
    const signFile = signFileText(results, otherKey, { publicKeyFingerprint });
    const others = await check({ ...whole, signFile });
    expect(others.signFiles?.[0]?.signature).toBe('wrong');
  });

  it('does not take a signature by a key that was not in use when the query ended', async () => {
    const queryCompleteTime = '2027-01-01T00:00:00Z';
    const signFile = signFileText(results, key, { queryCompleteTime });
    const checked = await check({ ...whole, signFile });
    expect(checked.signFiles?.[0]).toMatchObject({ signature: 'key out of time' });
  });

  it('finds a result that was moved, by its hash, and says that an unpacked one has another', async () => {
    const [first, second] = results;
    const files = [
      ['collected/one.gz', first?.bytes],
      [`${resultFolder}result_2.csv`, encoder.encode('time,name')],
      ['collected » gone.gz', undefined],
    ] as const;
    const checked = await check({ ...whole, files });
    expect(checked.logs).toEqual([
      { source: 0, verdict: 'proven', digest: 100, remark: 'it was delivered as result_1.csv.gz' },
      expect.objectContaining({ source: 1, verdict: 'unchecked' }),
    ]);
    expect(second).toBeDefined();
    expect(checked.signFiles?.[0]?.missing).toEqual([]);
  });

  it('says why the hash of a result can’t be had', async () => {
    const files = delivered.map(([path]) => [path, undefined] as const);
    const checked = await check({ ...whole, files });
    expect(checked.logs[0]).toMatchObject({ verdict: 'unchecked', remark: 'its bytes are gone' });
  });

  it('finds results in the folder of an archive that the sign file lies in', async () => {
    const { logs } = await check({
      ...whole,
      files: delivered.map(([path, bytes]) => [`all.zip » ${path}`, bytes] as const),
    });
    expect(logs.map(({ remark }) => remark)).toEqual([
      'it was delivered as result_1.csv.gz',
      'it was delivered as result_2.csv.gz',
    ]);
  });

  it('says why a sign file is none', async () => {
    const reasons = await Promise.all(
      [
        '{"hashSignature":"00"}',
        signFileText(results, key, { files: [] }),
        signFileText(results, key, { files: [{ fileName: 'x' }] }),
        signFileText(results, key, { hashAlgorithm: 'MD5' }),
        signFileText(results, key, { queryCompleteTime: 'yesterday' }),
      ].map(async (signFile) => (await check({ ...whole, signFile })).badDigests[0]?.reason),
    );
    expect(reasons).toEqual([
      'it has no queryCompleteTime',
      'it names no files',
      'it names a file without name or SHA-256',
      'its hashAlgorithm is not SHA-256',
      'its queryCompleteTime is no time',
    ]);
  });

  it('puts no text into the region that could end a command', async () => {
    const signFile = signFileText(results, key, { region: 'eu-west-1; rm -rf ~' });
    expect((await check({ ...whole, signFile })).signFiles?.[0]?.region).toBeUndefined();
  });
});

const madeEvidence = {
  checked: 0,
  lastSource: 0,
  evidence: { same: 0, differs: [], gone: [], notKept: 0 },
};
