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
  if (content instanceof Blob) {
    return whole(new Uint8Array(await content.slice(start, end).arrayBuffer()), end - start);
  }
  const wanted = new Uint8Array(end - start);
  let at = 0;
  const pieces = piecesOf(content.stream());
  while (at < end) {
    const next = await pieces.next();
    if (next.done === true) break;
    const from = Math.max(start, at);
    const to = Math.min(end, at + next.value.length);
    if (from < to) wanted.set(next.value.subarray(from - at, to - at), from - start);
    at += next.value.length;
  }
  await pieces.return({ kind: 'whole' });
  return whole(wanted, at < end ? Infinity : 0);
}

function whole(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length < length) throw new Error('the file ends before this record');
  return bytes;
}
