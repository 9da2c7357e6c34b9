import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EvidenceFiles } from '../../../../electron/evidence-files.ts';
import type { LoadedEvidence } from '../../../../renderer/workers/decode/decode-evidence.ts';
import { SmallFiles } from '../../../../renderer/workers/decode/small-files.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const input = (file: File) => ({
  kind: 'file' as const,
  file,
  path: file.name,
  bytes: file.size,
  modified: file.lastModified,
});
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

function hashOf(loaded: LoadedEvidence): string {
  return loaded.kind === 'loaded' ? loaded.file.sha256 : loaded.reason;
}

describe('SmallFiles', () => {
  it('gives each of many small files its own bytes, in whatever company they are read', async () => {
    const small = new SmallFiles();
    const contents = Array.from({ length: 200 }, (_, i) => `${i} `.repeat(i * 7));
    const files = contents.map((content, i) => new File([content], `${i}.json`));
    const loaded = await Promise.all(files.map((file) => small.load(input(file))));
    expect(loaded.map(hashOf)).toEqual(contents.map(sha256));
  });

  it('reads the others where one has gone, and says of that one that it cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loader-'));
    const contents = ['one', 'two', 'three', 'four'];
    const files: File[] = [];
    for (const content of contents) {
      writeFileSync(join(folder, content), content);
      files.push(new File([await openAsBlob(join(folder, content))], content));
    }
    rmSync(join(folder, 'three'));
    const small = new SmallFiles();
    const loaded = await Promise.all(files.map((file) => small.load(input(file))));
    rmSync(folder, { recursive: true });
    expect(loaded.map(({ kind }) => kind)).toEqual(['loaded', 'loaded', 'refused', 'loaded']);
    expect(loaded.map(hashOf).filter((_, i) => i !== 2)).toEqual(
      ['one', 'two', 'four'].map(sha256),
    );
  });

  it('reads files of the host in few requests, and by itself what is not to be had so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'host-'));
    const host = new EvidenceFiles();
    const contents = Array.from({ length: 100 }, (_, i) => `${i} `.repeat(i * 7));
    contents[20] = 'grown since it was listed '.repeat(4000);
    const inputs = contents.map((content, i) => {
      const path = join(folder, `${i}.json`);
      writeFileSync(path, content);
      const listed = { path, name: `${i}.json`, bytes: 7, modified: 0 };
      return { kind: 'host file', number: host.add(path), ...listed } as const;
    });
    rmSync(join(folder, '30.json'));
    const asked: string[] = [];
    // The page's own scheme, which no test runner has.
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      const several = /^\/evidence\/together\/([\d,]+)$/u.exec(url)?.[1];
      if (several !== undefined) {
        return new Response(await host.openTogether(several.split(',').map(Number)));
      }
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const part of host.open(Number(url.split('/').at(-1))) ?? []) {
        parts.push(new Uint8Array(part));
      }
      return new Response(new Blob(parts));
    });
    const small = new SmallFiles();
    const loaded = await Promise.all(inputs.map((each) => small.load(each)));
    rmSync(folder, { recursive: true });
    expect(loaded.map(hashOf).filter((_, i) => i !== 30)).toEqual(
      contents.filter((_, i) => i !== 30).map(sha256),
    );
    expect(loaded[30]?.kind).toBe('refused');
    expect(asked.length).toBeLessThan(6);
  });
});
