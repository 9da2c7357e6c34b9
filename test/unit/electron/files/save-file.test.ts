import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SaveFiles } from '../../../../electron/files/save-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'save-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const target = () => path.join(folder, 'timeline.csv');

describe('SaveFiles', () => {
  it('shows nothing under the chosen name before the file is whole', async () => {
    const saves = new SaveFiles();
    const { save, path: chosen } = await saves.open(target());
    expect(chosen).toBe(target());
    await saves.write(save, bytes('a,b\r\n'));
    expect(await readdir(folder)).not.toContain('timeline.csv');
    await saves.write(save, bytes('1,2\r\n'));
    const saved = await saves.close(save, true);
    const sha256 = createHash('sha256').update(await readFile(target()));
    expect(saved).toMatchObject({ path: target(), sha256: sha256.digest('hex') });
    expect(await readdir(folder)).toEqual(['timeline.csv']);
    expect(await readFile(target(), 'utf8')).toBe('a,b\r\n1,2\r\n');
  });

  it('keeps the bytes in order where writes are not awaited', async () => {
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    const lines = Array.from(
      { length: 200 },
      (_, place) => `${String(place).repeat(1 + (place % 7))}\n`,
    );
    await Promise.all(lines.map((line) => saves.write(save, bytes(line))));
    await saves.close(save, true);
    expect(await readFile(target(), 'utf8')).toBe(lines.join(''));
  });

  it('leaves nothing behind, and an older file untouched, where it is not kept', async () => {
    await writeFile(target(), 'older');
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    await saves.write(save, bytes('half'));
    await saves.close(save, false);
    expect(await readdir(folder)).toEqual(['timeline.csv']);
    expect(await readFile(target(), 'utf8')).toBe('older');
  });

  it('replaces an older file by the whole new one', async () => {
    await writeFile(target(), 'older and longer');
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    await saves.write(save, bytes('new'));
    await saves.close(save, true);
    expect(await readFile(target(), 'utf8')).toBe('new');
  });

  it('refuses a folder, and a place in a folder that is not there', async () => {
    const saves = new SaveFiles();
    await mkdir(target());
    await expect(saves.open(target())).rejects.toThrow('is a folder');
    await expect(saves.open(path.join(folder, 'none', 'a.csv'))).rejects.toThrow('ENOENT');
  });

  it('leaves no part behind where the file can’t take its place', async () => {
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    await saves.write(save, bytes('x'));
    await mkdir(path.join(target(), 'in the way'), { recursive: true });
    await expect(saves.close(save, true)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['timeline.csv']);
    expect(saves.isSaved(target())).toBe(false);
  });

  it('knows no save that is closed or never was', async () => {
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    await saves.close(save, true);
    expect(() => saves.write(save, bytes('x'))).toThrow('is not open');
    await expect(saves.close(99, true)).rejects.toThrow('is not open');
  });

  it('tells which paths it saved', async () => {
    const saves = new SaveFiles();
    const kept = await saves.open(target());
    const dropped = await saves.open(path.join(folder, 'dropped.csv'));
    expect(saves.isSaved(target())).toBe(false);
    await saves.close(kept.save, true);
    await saves.close(dropped.save, false);
    expect(saves.isSaved(target())).toBe(true);
    expect(saves.isSaved(dropped.path)).toBe(false);
  });

  it('writes a text beside a file that it saved, and beside no other', async () => {
    const saves = new SaveFiles();
    await expect(saves.writeBeside(target(), '.manifest.json', '{}')).rejects.toThrow('not saved');
    const { save } = await saves.open(target());
    await saves.close(save, true);
    await saves.writeBeside(target(), '.manifest.json', '{}');
    expect((await readdir(folder)).toSorted()).toEqual([
      ...['timeline.csv', 'timeline.csv.manifest.json'],
    ]);
    expect(await readFile(`${target()}.manifest.json`, 'utf8')).toBe('{}');
  });

  it('drops all that is unfinished', async () => {
    const saves = new SaveFiles();
    const { save } = await saves.open(target());
    await saves.open(path.join(folder, 'other.pdf'));
    await saves.write(save, bytes('half'));
    await saves.discardAll();
    expect(await readdir(folder)).toEqual([]);
  });
});
