import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inflateLimit } from '../../../../renderer/core/decode/inflate-budget.ts';
import { EvidenceDecoder } from '../../../../renderer/workers/decode/decode-evidence.ts';
import { decodeFiles, record } from '../../../fixtures/decode-files.ts';
import { tarred, zipped, type PlainFile } from '../../../fixtures/packings.ts';

const GB = 1024 ** 3;
const trail = strToU8(JSON.stringify({ Records: [record(), record()] }));
const log: PlainFile = { path: 'log.json', bytes: new Uint8Array(trail) };
const last: PlainFile = { path: 'last.json', bytes: log.bytes };
const zeros: PlainFile = { path: 'zeros', bytes: new Uint8Array(300_000) };

/** What is told of a file where at most so many files and bytes are unpacked. */
async function told(
  { path, bytes }: PlainFile,
  limits: { readonly files?: number; readonly bytes?: number },
): Promise<string[]> {
  const decoder = new EvidenceDecoder(Uint32Array.of(1, 2), {
    limits: {
      files: limits.files ?? 100,
      inflatedBytes: () => limits.bytes ?? 10_000_000,
    },
  });
  const files = await decodeFiles([{ path, blob: new Blob([bytes]) }], decoder);
  return files.map((file) => `${file.path}: ${file.outcome} ${file.read} ${file.reason}`.trim());
}

const tooMuch = /unpacks to more than 200,000 bytes, [\d,]+ times its size: the rest was not read$/;

describe('limits of unpacking', () => {
  it('opens archives in archives in archives, and no deeper', async () => {
    const deep = zipped('1.zip', [
      await tarred('2.tar', [zipped('3.zip', [log, zipped('4.zip', [log])])]),
    ]);
    expect(await told(deep, {})).toEqual([
      '1.zip: archive 0',
      '1.zip » 2.tar: archive 0',
      '1.zip » 2.tar » 3.zip: archive 0',
      '1.zip » 2.tar » 3.zip » log.json: events 2',
      '1.zip » 2.tar » 3.zip » 4.zip: skipped 0 an archive inside three archives: unpack it and import it by itself',
    ]);
  });

  it('takes three packings off, and no more', async () => {
    const pack = (times: number): PlainFile => {
      let bytes = log.bytes;
      for (let time = 0; time < times; time++) bytes = new Uint8Array(gzipSync(bytes));
      return { path: 'log', bytes };
    };
    expect(await told(pack(3), {})).toEqual(['log: events 2']);
    expect(await told(pack(4), {})).toEqual([
      'log: skipped 0 packed more than three times over: unpack it and import what is in it',
    ]);
  });

  it('stops at a bomb in an archive, and keeps what came before', async () => {
    for (const bomb of [
      zipped('bomb', [log, zeros, last]),
      await tarred('bomb', [log, zeros, last]),
      {
        path: 'bomb',
        bytes: new Uint8Array(gzipSync((await tarred('', [log, zeros, last])).bytes)),
      },
      zipped('bomb', [log, { path: 'zeros', bytes: new Uint8Array(gzipSync(zeros.bytes)) }, last]),
    ]) {
      const files = await told(bomb, { bytes: 200_000 });
      expect(files.slice(0, 2)).toEqual(['bomb: archive 0', 'bomb » log.json: events 2']);
      expect(files[2]).toMatch(/^bomb » zeros: unreadable/);
      expect(files[2]).toMatch(tooMuch);
      expect(files[3]).toMatch(/^bomb » \(rest of the archive\): unreadable 0/);
      expect(files[3]).toMatch(tooMuch);
      expect(files).toHaveLength(4);
    }
  });

  it('stops at a bomb by itself, and keeps the records that came before', async () => {
    const lines = `${JSON.stringify(record())}\n${' '.repeat(300_000)}`;
    const bomb = { path: 'bomb.gz', bytes: new Uint8Array(gzipSync(strToU8(lines))) };
    const [file] = await told(bomb, { bytes: 200_000 });
    expect(file).toMatch(/^bomb.gz: events 1/);
    expect(file).toMatch(tooMuch);
  });

  it('stops at an archive of too many files', async () => {
    const many = await tarred('many.tar', [log, log, log]);
    expect(await told(many, { files: 2 })).toEqual([
      'many.tar: archive 0',
      'many.tar » log.json: events 2',
      'many.tar » log.json: events 2',
      'many.tar » (rest of the archive): unreadable 0 more than 2 files: the rest were not read',
    ]);
  });

  it('lets logs pass at any size, and stops what unpacks to far more', () => {
    expect(inflateLimit(100)).toBe(GB);
    expect(inflateLimit(20_000_000)).toBe(20_000_000_000);
    expect(inflateLimit(GB)).toBe(100 * GB);
    expect(inflateLimit(200_000_000)).toBe(64 * GB);
  });
});

describe('archives', () => {
  it('shows absolute paths and climbing ones, and takes them for names', async () => {
    const odd = zipSync({
      '/etc/passwd': trail,
      '../../climb.json': trail,
      'a/../b.json': trail,
      'C:\\x.json': trail,
    });
    expect(await told({ path: 'odd.zip', bytes: new Uint8Array(odd) }, {})).toEqual([
      'odd.zip: archive 0',
      'odd.zip » /etc/passwd: events 2',
      'odd.zip » ../../climb.json: events 2',
      'odd.zip » a/../b.json: events 2',
      'odd.zip » C:\\x.json: events 2',
    ]);
  });

  it('reads names that are not UTF-8 as code page 437, as zip has it', async () => {
    const zip = zipSync({ 'caf_.json': trail });
    const name = strToU8('caf_.json');
    // The name stands in the local header and in the directory.
    for (let at = 0; at < zip.length; at++) {
      if (name.every((byte, place) => zip[at + place] === byte)) zip[at + 3] = 0x82;
    }
    const [, file] = await told({ path: 'old.zip', bytes: new Uint8Array(zip) }, {});
    expect(file).toBe('old.zip » café.json: events 2');
  });

  it('says that an entry of a zip is damaged, and gives what could be inflated', async () => {
    const zip = zipSync({ 'log.json': [trail, { level: 0 }], 'other.json': trail });
    const place = Buffer.from(zip).indexOf('DescribeLoadBalancers');
    zip[place] = 0x64;
    const [, damaged, other] = await told({ path: 'a.zip', bytes: new Uint8Array(zip) }, {});
    expect(damaged).toBe('a.zip » log.json: events 2 its checksum does not match: it is damaged');
    expect(other).toBe('a.zip » other.json: events 2');
  });

  it('says that the directory of a zip has more files than it counts', async () => {
    const zip = zipSync({ 'a.json': trail, 'b.json': trail, 'folder/': new Uint8Array() });
    const end = new DataView(zip.buffer, zip.length - 22);
    end.setUint16(8, 1, true);
    end.setUint16(10, 1, true);
    expect(await told({ path: 'a.zip', bytes: new Uint8Array(zip) }, {})).toEqual([
      'a.zip: archive 0',
      'a.zip » a.json: events 2',
      'a.zip » (rest of the archive): unreadable 0 the archive cannot be read on: its directory says that it has 1 entries, and goes on behind them',
    ]);
  });

  it('says what is wrong with the rest of a damaged tar', async () => {
    const { bytes } = await tarred('', [log, log]);
    const files = await told({ path: 'cut.tar', bytes: bytes.slice(0, 512 + 1024) }, {});
    expect(files[0]).toBe('cut.tar: archive 0');
    expect(files.at(-1)).toMatch(/^cut.tar » \(rest of the archive\): unreadable 0 the archive/);
  });
});
