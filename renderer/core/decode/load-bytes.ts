import { sha256 } from '@noble/hashes/sha2.js';
import { heldSource, piecesOf, type Streamable } from './byte-source.ts';
import { toHex } from './hex.ts';
import { sniffBytes } from './sniff.ts';

/** A file's bytes, read through once. */
export interface LoadedBytes {
  /** The same bytes again: out of memory where there are at most 64 MB. */
  readonly source: Streamable;
  readonly bytes: number;
  /** Lower-case hex, over the bytes that could be had. */
  readonly sha256: string;
  /** The first bytes, for `sniff`. */
  readonly head: Uint8Array;
  /** Why there are no more bytes, though there should be. */
  readonly flaw: string | undefined;
}

/** Notes bytes that were read; false where no more are wanted. */
export type SpendBytes = (bytes: number) => boolean;

/** Up to this size a file is held in memory whole. */
const maxHeldBytes = 64 * 1024 * 1024;

/**
 * Reads a file through and hashes it. Rejects where a file on disk cannot be read. A Blob is asked
 * for its size where that is not given.
 */
export async function loadBytes(
  source: Streamable,
  spend: SpendBytes = () => true,
  size = source instanceof Blob ? source.size : Infinity,
): Promise<LoadedBytes> {
  if (source instanceof Blob && size <= maxHeldBytes) {
    return heldBytes(await source.arrayBuffer());
  }
  const gathered = new Gathered();
  const pieces = piecesOf(source.stream());
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) {
      const flaw = next.value.kind === 'broken' ? next.value.reason : undefined;
      if (flaw !== undefined && source instanceof Blob) throw new Error(flaw);
      return gathered.end(source, flaw);
    }
    gathered.add(next.value);
    if (spend(next.value.length)) continue;
    await pieces.return({ kind: 'whole' });
    return gathered.end(source, 'cut short');
  }
}

/** Bytes as they come, held while they are few; the platform's digest wants all of them at once. */
class Gathered {
  readonly #head = new Uint8Array(sniffBytes);
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #bytes = 0;
  #hash: ReturnType<typeof sha256.create> | undefined;

  add(piece: Uint8Array<ArrayBuffer>): void {
    if (this.#bytes < sniffBytes) {
      this.#head.set(piece.subarray(0, sniffBytes - this.#bytes), this.#bytes);
    }
    this.#bytes += piece.length;
    if (this.#hash !== undefined) {
      this.#hash.update(piece);
      return;
    }
    this.#parts.push(piece);
    if (this.#bytes <= maxHeldBytes) return;
    this.#hash = sha256.create();
    for (const part of this.#parts) this.#hash.update(part);
    this.#parts = [];
  }

  async end(source: Streamable, flaw: string | undefined): Promise<LoadedBytes> {
    if (this.#hash === undefined) return heldBytes(joined(this.#parts, this.#bytes), flaw);
    const head = this.#head.subarray(0, Math.min(sniffBytes, this.#bytes));
    return { source, bytes: this.#bytes, sha256: toHex(this.#hash.digest()), head, flaw };
  }
}

/** The platform's digest is a way to another thread and back: longer than hashing so few here. */
const fewBytes = 8 * 1024;

/** Hashes bytes that are in memory already; `flaw` says why there are no more of them. */
export async function heldBytes(bytes: ArrayBuffer, flaw?: string): Promise<LoadedBytes> {
  const digest =
    bytes.byteLength <= fewBytes
      ? sha256(new Uint8Array(bytes))
      : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    source: heldSource(bytes),
    bytes: bytes.byteLength,
    sha256: toHex(digest),
    head: new Uint8Array(bytes, 0, Math.min(sniffBytes, bytes.byteLength)),
    flaw,
  };
}

function joined(parts: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.buffer;
}
