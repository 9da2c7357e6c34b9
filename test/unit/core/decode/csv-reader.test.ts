import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seenInFile } from '../../../fixtures/seen-in-file.ts';

const shapes = join(import.meta.dirname, '../../../fixtures/shapes');
const lines = readFileSync(join(shapes, 'event-history.csv'), 'utf8').split(/\r?\n/);

async function seenWith(lineEnd: string, rows = lines) {
  const { seen } = await seenInFile(new Blob([rows.join(lineEnd)]));
  return seen;
}

describe('CsvReader', () => {
  it('reads the same whatever ends the lines', async () => {
    const seen = await seenWith('\n');
    expect(seen.events.length).toBeGreaterThan(1);
    for (const lineEnd of ['\r\n', '\r']) expect(await seenWith(lineEnd)).toEqual(seen);
  });

  it('goes on behind a bad row whatever ends the lines', async () => {
    const [header = '', ...rows] = lines;
    const whole = await seenWith('\n');
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const seen = await seenWith(lineEnd, [header, '"a"b,c', ...rows]);
      expect(seen.rejected).toBe(1);
      expect(seen.events).toEqual(whole.events);
    }
  });
});
