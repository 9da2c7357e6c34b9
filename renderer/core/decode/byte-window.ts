/** Reads what is whole in `bytes[0..length)` at `base`; answers how many bytes are done with. */
export type ReadWindow = (
  bytes: Uint8Array,
  length: number,
  base: number,
  final: boolean,
) => number;

/** As much is gathered before it is read: a trail file fits, and a larger one takes turns. */
const readAt = 16 * 1024 * 1024;

/**
 * Gathers the pieces of a stream in one buffer and has it read from time to time, keeping what is
 * not done with. The buffer is used again for the next stream, and grows no more than the reader
 * asks by leaving bytes undone.
 */
export class ByteWindow {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;
  #base = 0;
  /** What was not done with is looked at again only with as much more behind it. */
  #readAt = readAt;
  #read: ReadWindow = (_bytes, length) => length;

  /** Begins a stream. */
  begin(read: ReadWindow): void {
    this.#read = read;
    this.#length = 0;
    this.#base = 0;
    this.#readAt = readAt;
  }

  /** Bytes of the stream so far. */
  get total(): number {
    return this.#base + this.#length;
  }

  take(piece: Uint8Array): void {
    const needed = this.#length + piece.length + 1;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#length);
    this.#length += piece.length;
    if (this.#length >= this.#readAt) this.#advance(false);
  }

  /** Ends the stream: everything left is read. */
  end(): void {
    this.#advance(true);
  }

  #advance(final: boolean): void {
    const done = this.#read(this.#bytes, this.#length, this.#base, final);
    this.#bytes.copyWithin(0, done, this.#length);
    this.#base += done;
    this.#length -= done;
    this.#readAt = this.#length + readAt;
  }
}
