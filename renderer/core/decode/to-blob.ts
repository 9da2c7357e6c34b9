import { piecesOf, type Streamable } from './byte-source.ts';

/** What is larger has to be unpacked by hand where it lies in something else. */
const maxBlobBytes = 4 * 1024 ** 3;
const partBytes = 16 * 1024 * 1024;

/**
 * The bytes as a Blob, for formats that are read from their end. What is none yet is copied piece
 * by piece: the browser keeps a large Blob on disk. Throws where the stream fails, or is too long.
 */
export async function toBlob(source: Streamable): Promise<Blob> {
  if (source instanceof Blob) return source;
  let blob = new Blob();
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  const pieces = piecesOf(source.stream());
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) {
      if (next.value.kind === 'broken') throw new Error(next.value.reason);
      return new Blob([blob, ...waiting]);
    }
    waiting.push(next.value);
    waitingBytes += next.value.length;
    if (waitingBytes < partBytes) continue;
    blob = new Blob([blob, ...waiting]);
    waiting = [];
    waitingBytes = 0;
    if (blob.size > maxBlobBytes) {
      await pieces.return({ kind: 'whole' });
      throw new Error('larger than 4 GB inside another file: unpack it and import it by itself');
    }
  }
}
