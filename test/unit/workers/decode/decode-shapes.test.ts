import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordsAgain, seenInFile } from '../../../fixtures/seen-in-file.ts';

const folder = join(import.meta.dirname, '../../../fixtures/shapes');
const suffix = '.expected.json';
const files = readdirSync(folder).filter((name) => name !== '.gitattributes');
const shapes = files.filter((name) => !name.endsWith(suffix));

/** One file for each shape in which records come, and for what is taken for one. */
describe('shapes', () => {
  it('has what is expected beside each file', () => {
    const expected = files.filter((name) => name.endsWith(suffix));
    expect(expected.map((name) => name.slice(0, -suffix.length))).toEqual(shapes);
  });

  it.each(shapes)('reads %s as expected', async (name) => {
    const blob = new Blob([readFileSync(join(folder, name))]);
    const { seen, file } = await seenInFile(blob);
    expect(seen).toEqual(JSON.parse(readFileSync(join(folder, name + suffix), 'utf8')));
    expect(file.read).toBe(seen.events.length + file.rejected);
    const again = await recordsAgain(blob, file);
    for (const [event, { id }] of seen.events.entries()) expect(again[event]).toContain(id);
  });
});
