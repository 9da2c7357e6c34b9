import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPlace, savePlace } from '../../../electron/window-place.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'place-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
const first = { width: 1440, height: 900, maximized: false };
const file = () => path.join(folder, 'window.json');

describe('loadPlace', () => {
  it('gives back what was saved', () => {
    const place = { x: 30, y: 40, width: 1200, height: 800, maximized: true };
    expect(savePlace(file(), place)).toBe(true);
    expect(loadPlace(file(), screens)).toEqual(place);
  });

  it('begins with a fixed size', () => {
    expect(loadPlace(file(), screens)).toEqual(first);
  });

  it.each([
    ['not json'],
    ['{"width":10,"height":10,"maximized":false}'],
    ['{"width":"1200"}'],
    ['null'],
  ])('begins anew where the file says %s', async (text) => {
    await writeFile(file(), text);
    expect(loadPlace(file(), screens)).toEqual(first);
  });

  it('keeps only the size where the screen is gone', () => {
    savePlace(file(), { x: 2500, y: 40, width: 1200, height: 800, maximized: false });
    expect(loadPlace(file(), screens)).toMatchObject({ x: undefined, y: undefined, width: 1200 });
  });
});

describe('savePlace', () => {
  it('tells where it could not save', () => {
    expect(savePlace(path.join(folder, 'none', 'window.json'), first)).toBe(false);
  });
});
