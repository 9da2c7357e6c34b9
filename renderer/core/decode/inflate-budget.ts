const GB = 1024 ** 3;

/**
 * How much a file may unpack to, all that is in it together: a bomb is stopped, and no log. JSON
 * packs to a tenth or twentieth, so that a hundredfold passes whatever the size; up to 64 GB a
 * thousandfold does, and 1 GB always.
 */
export class InflateBudget {
  readonly #limit: number;
  readonly #packedBytes: number;
  #spent = 0;

  constructor(packedBytes: number) {
    this.#packedBytes = packedBytes;
    this.#limit = Math.max(GB, Math.min(packedBytes * 1000, Math.max(64 * GB, packedBytes * 100)));
  }

  /** Notes unpacked bytes; false from the one on that is too many. */
  spend(bytes: number): boolean {
    this.#spent += bytes;
    return this.#spent <= this.#limit;
  }

  get isSpent(): boolean {
    return this.#spent > this.#limit;
  }

  /** Why no more is unpacked. */
  get reason(): string {
    const times = Math.floor(this.#limit / Math.max(1, this.#packedBytes)).toLocaleString('en');
    const size = Math.floor(this.#limit / GB).toLocaleString('en');
    return `unpacks to more than ${size} GB, ${times} times its size: no more of it was read`;
  }
}
