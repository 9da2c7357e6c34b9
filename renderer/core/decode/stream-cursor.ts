import { piecesOf, type Pieces, type StreamEnd, type Streamable } from './byte-source.ts';

/** What is shorter is read past; over more of a Blob the cursor jumps. */
const worthAJump = 1024 * 1024;

/** Walks forward through bytes, in pieces of the length asked for. */
export class StreamCursor {
  readonly #content: Streamable;
  #pieces: Pieces;
  #piece: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #position = 0;
  /** Why the bytes end where they end; undefined before that, and where they end as they should. */
  fault: string | undefined;

  constructor(content: Streamable) {
    this.#content = content;
    this.#pieces = piecesOf(content.stream());
  }

  /** Offset of the next byte. */
  get position(): number {
    return this.#position;
  }

  /** The next bytes, at most so many; empty at the end. Good until the next call. */
  async some(most: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#piece.length === 0) {
      const next = await this.#pieces.next();
      if (next.done !== true) this.#piece = next.value;
      else {
        // Asked again, an ended generator says nothing more.
        this.fault ??= faultOf(next.value);
        return this.#piece;
      }
    }
    const bytes = this.#piece.subarray(0, most);
    this.#piece = this.#piece.subarray(bytes.length);
    this.#position += bytes.length;
    return bytes;
  }

  /** The next so many bytes; fewer where they end before. */
  async upTo(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const first = await this.some(length);
    if (first.length === length || first.length === 0) return first;
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (let piece = first; piece.length > 0; piece = await this.some(length - filled)) {
      bytes.set(piece, filled);
      filled += piece.length;
      if (filled === length) break;
    }
    return bytes.subarray(0, filled);
  }

  /** As {@link upTo}, and stays where it is. */
  async peek(length: number): Promise<Uint8Array> {
    if (this.#piece.length < length) {
      const bytes = await this.upTo(length);
      const joined = new Uint8Array(bytes.length + this.#piece.length);
      joined.set(bytes);
      joined.set(this.#piece, bytes.length);
      this.#piece = joined;
      this.#position -= bytes.length;
    }
    return this.#piece.subarray(0, length);
  }

  /** Goes on to an offset that is not behind; stays at the end where there are not so many bytes. */
  async skipTo(position: number): Promise<void> {
    const left = position - this.#position;
    if (this.#content instanceof Blob && left > this.#piece.length + worthAJump) {
      await this.close();
      this.#position = Math.min(position, this.#content.size);
      this.#piece = new Uint8Array(0);
      this.#pieces = piecesOf(this.#content.slice(this.#position).stream());
    }
    while (this.#position < position) {
      const { length } = await this.some(position - this.#position);
      if (length === 0) return;
    }
  }

  /** Lets the bytes go. */
  async close(): Promise<void> {
    await this.#pieces.return({ kind: 'whole' });
  }
}

function faultOf(end: StreamEnd | undefined): string | undefined {
  return end?.kind === 'broken' ? end.reason : undefined;
}
