import { crc32 } from './crc32.ts';

/** So much of the packed stream is remembered: a member's trailer, and the next one's header. */
const rememberedBytes = 4096;
const trailerBytes = 8;

/** Compares what was inflated with the CRC-32 and the length at the end of each gzip member. */
export class GzipChecksum {
  #crc = 0;
  #length = 0;
  #recent = new Uint8Array(0);
  #seen = 0;

  /** Notes the next bytes of the packed stream. */
  notePacked(piece: Uint8Array): void {
    const before = this.#recent.subarray(-rememberedBytes);
    const recent = new Uint8Array(before.length + piece.length);
    recent.set(before);
    recent.set(piece, before.length);
    this.#recent = recent;
    this.#seen += piece.length;
  }

  noteInflated(piece: Uint8Array): void {
    this.#crc = crc32(piece, this.#crc);
    this.#length = (this.#length + piece.length) >>> 0;
  }

  /** Whether the member that ends at this offset of the packed stream is sound; the next begins. */
  endMember(offset = this.#seen): boolean {
    const trailer = this.#recent.length - (this.#seen - offset) - trailerBytes;
    const view = new DataView(this.#recent.buffer);
    const isSound =
      trailer >= 0 &&
      view.getUint32(trailer, true) === this.#crc &&
      view.getUint32(trailer + 4, true) === this.#length;
    this.#crc = 0;
    this.#length = 0;
    return isSound;
  }
}
