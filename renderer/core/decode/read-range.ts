import type { Span } from '../base/units.ts';
import { piecesOf, type Streamable } from './byte-source.ts';

/**
 * Bytes `start` to `end` of a file's content. Throws where the content ends before `end`. The cost
 * is that of reading up to there, or of a slice where the content is a Blob.
 */
export async function readRange(
  content: Streamable,
  start: number,
  end: number,
): Promise<Uint8Array> {
  const [bytes = new Uint8Array()] = await readRanges(content, [{ start, end }]);
  return bytes;
}

/**
 * Several stretches of a file's content in one reading of it. `ranges` must be in the order of their
 * starts. Throws where the content ends before one of them does.
 */
export async function readRanges(
  content: Streamable,
  ranges: readonly Span<number>[],
): Promise<readonly Uint8Array[]> {
  const last = ranges.reduce((most, { end }) => Math.max(most, end), 0);
  const base = content instanceof Blob ? (ranges[0]?.start ?? 0) : 0;
  const from = content instanceof Blob ? content.slice(base, last) : content;
  const wanted = ranges.map(({ start, end }) => new Uint8Array(end - start));
  let at = base;
  let open = 0;
  const pieces = piecesOf(from.stream());
  while (at < last) {
    const next = await pieces.next();
    if (next.done === true) break;
    const end = at + next.value.length;
    for (let place = open; place < ranges.length; place++) {
      const range = ranges[place] ?? { start: end, end };
      if (range.start >= end) break;
      if (place === open && range.end <= end) open++;
      const [start, stop] = [Math.max(range.start, at), Math.min(range.end, end)];
      if (start < stop) {
        wanted[place]?.set(next.value.subarray(start - at, stop - at), start - range.start);
      }
    }
    at = end;
  }
  await pieces.return({ kind: 'whole' });
  if (at < last) throw new Error('the file ends before this record');
  return wanted;
}
