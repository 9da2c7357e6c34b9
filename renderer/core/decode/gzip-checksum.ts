/** CRC-32 of a byte, by the reflected polynomial of gzip and zip (RFC 1952, section 8). */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ ((rest & 1) === 0 ? 0 : 0xedb88320);
  return rest;
});

/** So much of the packed stream is remembered: a member's trailer, and the next one's header. */
const rememberedBytes = 4096;
const trailerBytes = 8;

/** Compares what was inflated with the CRC-32 and the length at the end of each gzip member. */
export class GzipChecksum {
  #crc = -1;
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
    let crc = this.#crc;
    for (const byte of piece) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    this.#crc = crc;
    this.#length = (this.#length + piece.length) >>> 0;
  }

  /** Whether the member that ends at this offset of the packed stream is sound; the next begins. */
  endMember(offset = this.#seen): boolean {
    const trailer = this.#recent.length - (this.#seen - offset) - trailerBytes;
    const view = new DataView(this.#recent.buffer);
    const isSound =
      trailer >= 0 &&
      view.getUint32(trailer, true) === ~this.#crc >>> 0 &&
      view.getUint32(trailer + 4, true) === this.#length;
    this.#crc = -1;
    this.#length = 0;
    return isSound;
  }
}
