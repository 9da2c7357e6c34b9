/** Where bytes go, one piece after the other. */
export interface ByteSink {
  /** Await each before the next: that is what keeps memory flat. What is given may be reused then. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** No more comes. */
  close(): Promise<void>;
}

/** Gathers what is written into chunks of one size, the last one smaller, or empty if all is. */
export class EvenChunks implements ByteSink {
  readonly #take: (chunk: Uint8Array<ArrayBuffer>, isLast: boolean) => Promise<void>;
  readonly #size: number;
  #chunk: Uint8Array<ArrayBuffer>;
  #used = 0;

  constructor(
    size: number,
    take: (chunk: Uint8Array<ArrayBuffer>, isLast: boolean) => Promise<void>,
  ) {
    this.#size = size;
    this.#take = take;
    this.#chunk = new Uint8Array(size);
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      // A full chunk waits until there is more: only then it is known not to be the last.
      if (this.#used === this.#size) await this.#give(false);
      const part = bytes.subarray(at, at + this.#size - this.#used);
      this.#chunk.set(part, this.#used);
      this.#used += part.length;
      at += part.length;
    }
  }

  close(): Promise<void> {
    return this.#give(true);
  }

  // A new one each time: who takes a chunk may keep it, or hand it to another thread.
  #give(isLast: boolean): Promise<void> {
    const chunk = this.#chunk.subarray(0, this.#used);
    this.#chunk = new Uint8Array(isLast ? 0 : this.#size);
    this.#used = 0;
    return this.#take(chunk, isLast);
  }
}
