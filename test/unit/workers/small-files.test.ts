import { createHash } from 'node:crypto';
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoadedEvidence } from '../../../renderer/workers/decode-evidence.ts';
import { SmallFiles } from '../../../renderer/workers/small-files.ts';

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

function hashOf(loaded: LoadedEvidence): string {
  return loaded.kind === 'loaded' ? loaded.file.sha256 : loaded.reason;
}

describe('SmallFiles', () => {
  it('gives each of many small files its own bytes, in whatever company they are read', async () => {
    const small = new SmallFiles();
    const contents = Array.from({ length: 200 }, (_, i) => `${i} `.repeat(i * 7));
    const files = contents.map((content, i) => new File([content], `${i}.json`));
    const loaded = await Promise.all(files.map((file) => small.load(file)));
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
    const loaded = await Promise.all(files.map((file) => small.load(file)));
    rmSync(folder, { recursive: true });
    expect(loaded.map(({ kind }) => kind)).toEqual(['loaded', 'loaded', 'unreadable', 'loaded']);
    expect(loaded.map(hashOf).filter((_, i) => i !== 2)).toEqual(
      ['one', 'two', 'four'].map(sha256),
    );
  });
});
