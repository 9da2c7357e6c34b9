import { describe, expect, it } from 'vitest';
import { KeptFiles } from '../../../../renderer/workers/ingest/kept-files.ts';

const kilobyte = 1024;
const blobOf = (bytes: number, fill: number) => new Blob([new Uint8Array(bytes).fill(fill)]);

/** What the rows have for each source, by its place. */
async function bytesAgain(
  rows: ReturnType<KeptFiles['take']>,
  source: number,
  place: ReturnType<KeptFiles['add']>,
  bytes: number,
): Promise<Uint8Array> {
  const row = rows.find((each) => each.source === (place?.source ?? source));
  const offset = place?.offset ?? 0;
  const blob = row?.blob.slice(offset, offset + bytes) ?? new Blob();
  return new Uint8Array(await blob.arrayBuffer());
}

describe('KeptFiles', () => {
  it('gives every file its bytes again, small ones out of a row that they share', async () => {
    const kept = new KeptFiles();
    const sizes = [3, 100 * kilobyte, 64 * kilobyte, 1, 0, 200 * kilobyte, 7];
    const places = sizes.map((size, i) => kept.add(i + 10, blobOf(size, i), size));
    const rows = kept.take();
    expect(rows.map(({ source }) => source).sort()).toEqual([10, 11, 15]);
    for (const [i, size] of sizes.entries()) {
      expect(await bytesAgain(rows, i + 10, places[i], size)).toEqual(new Uint8Array(size).fill(i));
    }
  });

  it('begins a new row when one is full, and when one was taken', () => {
    const kept = new KeptFiles();
    for (let source = 1; source <= 300; source++)
      kept.add(source, blobOf(60 * kilobyte, 1), 60 * kilobyte);
    expect(kept.take().map(({ source }) => source)).toEqual([1, 274]);
    expect(kept.add(301, blobOf(5, 1), 5)).toEqual({ source: 301, offset: 0 });
    expect(kept.take().map(({ source }) => source)).toEqual([301]);
    expect(kept.take()).toEqual([]);
  });
});
