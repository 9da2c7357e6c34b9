import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logOf } from '../../../electron/level-log.ts';
import { mendTornLogs } from '../../../electron/torn-logs.ts';

describe('mendTornLogs', () => {
  let profile = '';
  beforeEach(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'torn-'));
  });
  afterEach(async () => {
    await rm(profile, { recursive: true, force: true });
  });

  it('takes half records out of the logs, and touches nothing else', async () => {
    const store = path.join(profile, 'IndexedDB', 'app_trailwitness_0.indexeddb.leveldb');
    await mkdir(store, { recursive: true });
    const records = [new Uint8Array(500).fill(1), new Uint8Array(40_000).fill(2)];
    const log = logOf(records);
    const torn = log.subarray(0, log.length - 1);
    const names = ['000003.log', '000004.ldb', 'CURRENT', 'LOG', 'MANIFEST-000001'];
    for (const name of names) await writeFile(path.join(store, name), torn);
    mendTornLogs(profile);
    expect((await readdir(store)).sort()).toEqual(names);
    const left: Uint8Array[] = [];
    for (const name of names) left.push(new Uint8Array(await readFile(path.join(store, name))));
    const mended = logOf(records.slice(0, 1));
    expect(left).toEqual([mended, torn, torn, torn, mended]);
  });

  it('leaves a profile alone that has no databases yet', () => {
    expect(() => {
      mendTornLogs(profile);
    }).not.toThrow();
  });
});
