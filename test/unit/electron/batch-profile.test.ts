import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBatchProfile, removeBatchProfile } from '../../../electron/batch-profile.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'profiles-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('makeBatchProfile', () => {
  it('makes a folder of its own for each run', () => {
    const [one, other] = [makeBatchProfile(folder), makeBatchProfile(folder)];
    expect(one).not.toBe(other);
    expect(existsSync(one)).toBe(true);
  });

  it('clears away the folders of runs that are no more, and nothing else', async () => {
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    const kept = [`trailwitness-batch-${process.pid}-aaaaaa`, 'trailwitness-batch-notes', 'other'];
    for (const name of [...kept, `trailwitness-batch-${ended}-bbbbbb`])
      await mkdir(path.join(folder, name));
    const own = path.basename(makeBatchProfile(folder));
    expect((await readdir(folder)).sort()).toEqual([...kept, own].sort());
  });
});

describe('removeBatchProfile', () => {
  it('takes the evidence in it away', async () => {
    const profile = makeBatchProfile(folder);
    await writeFile(path.join(profile, 'case'), 'evidence');
    expect(removeBatchProfile(profile)).toBe(true);
    expect(existsSync(profile)).toBe(false);
  });
});
