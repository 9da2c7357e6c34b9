import type { TextId } from '../base/units.ts';

/** Numbers texts in the order in which they first come. Number 0 is the empty text. */
export class TextDictionary {
  readonly #ids = new Map<string, TextId>([['', 0]]);
  readonly #texts = [''];

  /** How many there are, the empty one among them. */
  get size(): number {
    return this.#texts.length;
  }

  /** Half of a surrogate pair counts as U+FFFD, which is what becomes of it in UTF-8. */
  idOf(given: string): TextId {
    const text = given.toWellFormed();
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(id: TextId): string {
    return this.#texts[id] ?? '';
  }

  /** The texts numbered `from` and up. */
  textsFrom(from: TextId): string[] {
    return this.#texts.slice(from);
  }
}
