import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../made/sample-files.ts';
import { readRecords } from './read-records.ts';

const folder = join(import.meta.dirname, '../../made/sample');

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('sampleFiles', () => {
  const { files, truth } = sampleFiles();

  it('are byte for byte the files of the sample folder', () => {
    const made = files.map(({ path, bytes }) => [path, sha256(bytes)]);
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        path.slice(folder.length + 1).replaceAll(sep, '/'),
        sha256(readFileSync(path)),
      ]);
    expect(found.sort()).toEqual(made.sort());
  });

  it('inflate to the records that the truth counts', () => {
    const trailFiles = files.filter(({ path }) => path.endsWith('.json.gz'));
    const records = trailFiles.flatMap(({ bytes }) => readRecords(gunzipSync(bytes).toString()));
    expect(records.length).toBe(truth.records);
    expect(trailFiles.length).toBe(truth.files);
  });

  it('say that they are synthetic, and stay under a megabyte and a half', () => {
    const readme = files.find(({ path }) => path === 'README.txt');
    expect(new TextDecoder().decode(readme?.bytes)).toContain('Synthetic');
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1_500_000);
  });

  it('carry no time of making in the gzip header', () => {
    for (const { path, bytes } of files) {
      if (path.endsWith('.gz')) expect([...bytes.subarray(4, 8)], path).toEqual([0, 0, 0, 0]);
    }
  });
});
