import { Reader } from '@zip.js/zip.js';
import {
  chunkNonce,
  sealedChunkBytes,
  sealedHeaderBytes,
  tagBytes,
  type SealKeys,
} from './sealed-format.ts';

const stride = sealedChunkBytes + tagBytes;

/**
 * The content of a sealed file, from any place on. Every read is authenticated, and rejects where
 * what lies there was changed. Memory is a chunk.
 */
export class SealedReader extends Reader<Blob> {
  readonly #file: Blob;
  readonly #keys: SealKeys;
  readonly #chunks: number;
  #opened: { readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;

  constructor(file: Blob, keys: SealKeys) {
    super(file);
    this.#file = file;
    this.#keys = keys;
    const sealed = file.size - sealedHeaderBytes;
    this.#chunks = Math.max(1, Math.ceil(sealed / stride));
    this.size = Math.max(0, sealed - this.#chunks * tagBytes);
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - index)));
    for (let at = 0; at < bytes.length;) {
      const from = index + at;
      const chunk = await this.#chunk(Math.floor(from / sealedChunkBytes));
      const start = from % sealedChunkBytes;
      const part = chunk.subarray(start, start + bytes.length - at);
      if (part.length === 0) throw new Error('The file has less in it than its length says.');
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** Opens the last chunk: a file whose end was cut off has none that is marked as such. */
  async checkEnd(): Promise<void> {
    await this.#chunk(this.#chunks - 1);
  }

  async #chunk(number: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#opened?.number === number) return this.#opened.bytes;
    const start = sealedHeaderBytes + number * stride;
    const isLast = number === this.#chunks - 1;
    const sealed = await this.#file.slice(start, start + stride).arrayBuffer();
    const way = { name: 'AES-GCM', iv: chunkNonce(number, isLast) };
    const opened = await crypto.subtle.decrypt(way, this.#keys.content, sealed).then(
      (bytes) => new Uint8Array(bytes),
      // WebCrypto says nothing more than that the tag is not the right one.
      () => undefined,
    );
    if (opened === undefined) throw new Error(changed(start, start + sealed.byteLength, isLast));
    this.#opened = { number, bytes: opened };
    return opened;
  }
}

function changed(start: number, end: number, isLast: boolean): string {
  return isLast
    ? 'The file is cut off, or its end was changed.'
    : `The file was changed between byte ${start} and byte ${end}.`;
}
