import { inflateAny, inflateOne, type TakePiece } from './inflate.ts';
import type { ByteSource } from './sha256.ts';

/**
 * Bytes `start` to `end` of a file's content, inflated where it is gzip. Throws where the content
 * ends before `end`. The cost is that of inflating up to there.
 */
export async function readRange(
  source: ByteSource,
  isGzip: boolean,
  start: number,
  end: number,
): Promise<Uint8Array> {
  if (!isGzip && source instanceof Blob) {
    return whole(new Uint8Array(await source.slice(start, end).arrayBuffer()), end - start);
  }
  const range = new Range(start, end);
  if (!isGzip) {
    const reader = source.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      range.take(value);
    }
    return range.bytes();
  }
  // A stream of several members begins well with the fast inflater, too.
  await inflateOne(source.stream(), range.take);
  if (range.complete) return range.bytes();
  const again = new Range(start, end);
  await inflateAny(source.stream(), again.take);
  return again.bytes();
}

/** Gathers a stretch of a stream as it goes by. */
class Range {
  readonly #start: number;
  readonly #wanted: Uint8Array;
  #at = 0;

  constructor(start: number, end: number) {
    this.#start = start;
    this.#wanted = new Uint8Array(end - start);
  }

  readonly take: TakePiece = (piece) => {
    const from = Math.max(this.#start, this.#at);
    const to = Math.min(this.#start + this.#wanted.length, this.#at + piece.length);
    if (from < to) {
      this.#wanted.set(piece.subarray(from - this.#at, to - this.#at), from - this.#start);
    }
    this.#at += piece.length;
  };

  get complete(): boolean {
    return this.#at >= this.#start + this.#wanted.length;
  }

  bytes(): Uint8Array {
    return whole(this.#wanted, this.complete ? this.#wanted.length : Infinity);
  }
}

function whole(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length < length) throw new Error('the file ends before this record');
  return bytes;
}
