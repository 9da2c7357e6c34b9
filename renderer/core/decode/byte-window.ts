/** Reads what is whole in `bytes[0..length)` at `base`; answers how many bytes are done with. */
export type ReadWindow = (
  bytes: Uint8Array,
  length: number,
  base: number,
  final: boolean,
) => number;

/** Lends a buffer with room for so many bytes; what is in it stays. */
export interface ByteRoom {
  room(length: number): Uint8Array;
}

/** A buffer by itself, which grows by doubling. */
export class GrowingBuffer implements ByteRoom {
  #bytes = new Uint8Array(1 << 20);

  room(length: number): Uint8Array {
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** As much is gathered before it is read: a trail file fits, and a larger one takes turns. */
const readAt = 16 * 1024 * 1024;

/**
 * Gathers the pieces of a stream in one buffer and has it read from time to time, keeping what is
 * not done with. The buffer is used again for the next stream, and grows no more than the reader
 * asks by leaving bytes undone.
 */
export class ByteWindow {
  readonly #room: ByteRoom;
  #length = 0;
  #base = 0;
  /** What was not done with is looked at again only with as much more behind it. */
  #readAt = readAt;
  #read: ReadWindow = (_bytes, length) => length;

  constructor(room: ByteRoom) {
    this.#room = room;
  }

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
    this.#room.room(this.#length + piece.length + 1).set(piece, this.#length);
    this.#length += piece.length;
    if (this.#length >= this.#readAt) this.#advance(false);
  }

  /** Ends the stream: everything left is read. */
  end(): void {
    this.#advance(true);
  }

  #advance(final: boolean): void {
    const bytes = this.#room.room(this.#length + 1);
    const done = this.#read(bytes, this.#length, this.#base, final);
    bytes.copyWithin(0, done, this.#length);
    this.#base += done;
    this.#length -= done;
    this.#readAt = this.#length + readAt;
  }
}
