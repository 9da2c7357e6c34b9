import { describe, expect, it } from 'vitest';
import {
  EvidenceDecoder,
  loadEvidence,
} from '../../../../renderer/workers/decode/decode-evidence.ts';
import { decodeFiles, decodeOne, record } from '../../../fixtures/decode-files.ts';
import { repeatedGzip } from '../../../fixtures/repeated-gzip.ts';
import { tarHeader } from '../../../fixtures/tar-header.ts';

const MB = 1024 * 1024;
// Gigabytes take their time on a slow machine.
const timeout = 240_000;

/** Reads a file to its end; answers what was told, and by how much memory grew meanwhile. */
async function readMeasured(name: string, blob: Blob, unpacksTo?: number) {
  const key = Uint32Array.of(1, 2);
  const before = process.memoryUsage.rss();
  let most = before;
  const decoder = new EvidenceDecoder(key, {
    giveSign: () => {
      most = Math.max(most, process.memoryUsage.rss());
    },
    ...(unpacksTo === undefined
      ? {}
      : { limits: { files: 1_000_000, inflatedBytes: () => unpacksTo } }),
  });
  const told = await decodeFiles([{ path: name, blob }], decoder);
  return { told, grownBytes: most - before };
}

describe('bounds of reading', { timeout }, () => {
  it('a gzip bomb is stopped after a gigabyte', async () => {
    const bomb = repeatedGzip('{"Records":[', ' '.repeat(16 * MB), 80, ']}');
    expect(bomb.size).toBeLessThan(2 * MB);
    const { told, grownBytes } = await readMeasured('bomb.json.gz', bomb);
    expect(told).toHaveLength(1);
    expect(told[0]?.issues.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^unpacks to more than [\d,]+ bytes, .* the rest was not read$/),
    );
    expect(grownBytes).toBeLessThan(500 * MB);
  });

  it('a value of four gigabytes is passed over, and the record behind it is read', async () => {
    const behind = JSON.stringify(record());
    const line = repeatedGzip('{"a":"', 'x'.repeat(16 * MB), 256, `"}\n${behind}\n`);
    const { told, grownBytes } = await readMeasured('line.json.gz', line, 8e9);
    expect(told[0]?.inflatedBytes).toBeGreaterThan(4 * 1024 * MB);
    expect(told[0]).toMatchObject({ outcome: 'events', read: 2, rejected: 1 });
    expect(told[0]?.issues[0]).toMatchObject({
      recordIndex: 0,
      offset: 0,
      reason: 'longer than 64 MB',
    });
    expect(told[0]?.built?.columns.offset[0]).toBeGreaterThan(2 ** 32);
    expect(grownBytes).toBeLessThan(500 * MB);
  });

  it('records on one line of hundreds of megabytes are read one by one', async () => {
    const piece = `${JSON.stringify(record({ note: 'x'.repeat(100_000) }))},`.repeat(10);
    const last = JSON.stringify(record());
    const line = repeatedGzip('{"Records":[', piece, 300, `${last}]}`);
    const { told, grownBytes } = await readMeasured('line.json.gz', line);
    expect(told[0]).toMatchObject({ outcome: 'events', read: 3001, rejected: 0 });
    expect(grownBytes).toBeLessThan(500 * MB);
  });

  it('a million values that are no records are listed, and more of them counted', async () => {
    const head = `${JSON.stringify(record())}\n`;
    const many = repeatedGzip(head, '{}\n'.repeat(100_000), 100, '{"a');
    const { told, grownBytes } = await readMeasured('many.json.gz', many);
    const [file] = told;
    expect(file).toMatchObject({ outcome: 'events', read: 10_000_002, rejected: 10_000_001 });
    const issues = file?.issues ?? [];
    const ofFile = issues.filter(({ recordIndex }) => recordIndex === undefined);
    expect(ofFile.map(({ reason }) => reason)).toEqual([
      'the records below are listed without their first bytes: they are too many',
      '9000002 more records and stretches could not be read, from here on',
    ]);
    const listed = issues.filter(({ recordIndex }) => recordIndex !== undefined);
    expect(listed).toHaveLength(999_999);
    expect(issues.at(-1)?.offset).toBe(head.length + 3 * listed.length);
    const sampled = listed.filter(({ sample }) => sample !== '');
    expect(sampled.length * 200).toBeLessThan(32_000_000);
    expect(listed.slice(0, sampled.length)).toEqual(sampled);
    expect(grownBytes).toBeLessThan(400 * MB);
  });

  it('an archive of more files than are read is read up to the last of those', async () => {
    const header = tarHeader('empty.json', 0);
    const thousand = Buffer.concat(Array.from({ length: 1000 }, () => header));
    const parts = Array.from({ length: 201 }, () => new Uint8Array(thousand));
    const archive = new Blob([...parts, new Uint8Array(1024)]);
    const counts = new Map<string, number>();
    let last = '';
    const loaded = await loadEvidence(
      Promise.resolve({ blob: archive, source: archive, object: undefined }),
    );
    const label = { name: 'all.tar', path: 'all.tar', modified: undefined };
    const limits = { files: 200_000, inflatedBytes: () => 1e9 };
    await new EvidenceDecoder(Uint32Array.of(1, 2), { limits }).decode(
      label,
      loaded,
      ({ outcome, reason }) => {
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        last = reason;
        return Promise.resolve();
      },
    );
    expect(Object.fromEntries(counts)).toEqual({ archive: 1, skipped: 200_000, unreadable: 1 });
    expect(last).toBe('more than 200,000 files: the rest were not read');
  });

  it('ten thousand levels of nesting cost the record that has them, and no other', async () => {
    const deep = `${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`;
    const nested = JSON.stringify(record({ requestParameters: 'DEEP' })).replace('"DEEP"', deep);
    const good = JSON.stringify(record());
    const file = await decodeOne(`{"Records":[${good},${nested},${good}]}`);
    expect(file).toMatchObject({ outcome: 'events', read: 3, rejected: 1 });
    expect(file.issues[0]?.reason).toMatch(/nested deeper than \d+ levels/);
    expect((await decodeOne(deep)).outcome).toBe('skipped');
  });
});
