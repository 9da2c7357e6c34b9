import type { Streamable } from '../decode/byte-source.ts';
import { isWrapping, unwrapped, type Layers } from '../decode/layers.ts';
import { loadBytes, type LoadedBytes } from '../decode/load-bytes.ts';
import { readRange } from '../decode/read-range.ts';

/** What is in a file's packings, which is what digests have the hashes of. */
export interface HashedContent {
  /** Lower-case hex; undefined where the packing does not give back the bytes that went in. */
  readonly sha256: string | undefined;
  /** What is wrong, or odd, with the file; empty where nothing is. */
  readonly trouble: string;
  readonly bytes: number;
  readonly source: Streamable;
}

/** Hashes the content of a file of at most `maxBytes`; beyond, only that much is looked at. */
export async function hashContent(
  { source, bytes, sha256, flaw }: LoadedBytes,
  layers: Layers,
  maxBytes: number,
): Promise<HashedContent> {
  const wrappings = layers.filter(isWrapping);
  if (wrappings.length === 0) return { sha256, trouble: flaw ?? '', bytes, source };
  if (wrappings.some((layer) => layer !== 'gzip' && layer !== 'zstd')) {
    const trouble = 'it was rewritten in another encoding: there is nothing to compare';
    return { sha256: undefined, trouble, bytes, source };
  }
  let left = maxBytes;
  const content = await loadBytes(unwrapped(source, wrappings), (spent) => (left -= spent) >= 0);
  const isLone = wrappings.length === 1 && wrappings[0] === 'gzip' && content.flaw === undefined;
  const isOdd = isLone && !(await endsWithSize(source, bytes, content.bytes));
  return {
    sha256: content.sha256,
    trouble: content.flaw ?? (isOdd ? oddGzip : ''),
    bytes: content.bytes,
    source: content.source,
  };
}

const oddGzip =
  'its gzip has several members or bytes behind it, which CloudTrail’s has not and the AWS CLI refuses';

/** A gzip of one member ends with the size of its content, modulo 2³² (RFC 1952, 2.3.1). */
async function endsWithSize(packed: Streamable, bytes: number, size: number): Promise<boolean> {
  const end = await readRange(packed, Math.max(0, bytes - 4), bytes);
  return new DataView(end.buffer, end.byteOffset).getUint32(0, true) === size % 2 ** 32;
}
