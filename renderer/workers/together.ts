/**
 * Hands over what is added shortly after each other as one list: a message costs the window a turn,
 * and often a frame, whatever is in it.
 */
export class Together<T> {
  readonly #deliver: (items: readonly T[]) => void;
  readonly #later: (run: () => void) => void;
  #waiting: T[] = [];

  /** `later` runs something once nothing more is to be waited for. */
  constructor(deliver: (items: readonly T[]) => void, later: (run: () => void) => void) {
    this.#deliver = deliver;
    this.#later = later;
  }

  add(item: T): void {
    this.#waiting.push(item);
    if (this.#waiting.length > 1) return;
    this.#later(() => {
      const items = this.#waiting;
      this.#waiting = [];
      this.#deliver(items);
    });
  }
}
