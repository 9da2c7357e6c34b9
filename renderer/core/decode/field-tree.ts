import { assert } from '../base/assert.ts';
import { groupBy } from '../base/group-by.ts';

/** Members to look for, by name: a slot's number, and what to look for inside. */
export type FieldTree = Readonly<Record<string, Field>>;

interface Field {
  readonly slot?: number;
  readonly within?: FieldTree;
}

/** Slots that a record may have, and bytes that a name may. */
const mostSlots = 64;
const mostLengths = 64;

const encoder = new TextEncoder();

/**
 * A tree of members in the words in which scanner/members.ts reads it, for memory that begins at
 * the address `base`.
 */
export function fieldTreeWords(tree: FieldTree, base: number): Uint32Array {
  const writer = new TreeWriter(base);
  writer.node(tree);
  return writer.words;
}

class TreeWriter {
  readonly #base: number;
  #words = new Uint32Array(1 << 13);
  #used = 0;

  constructor(base: number) {
    this.#base = base;
  }

  get words(): Uint32Array {
    return this.#words.subarray(0, this.#used);
  }

  /** Answers the node's address, and every slot in it. */
  node(tree: FieldTree): { readonly address: number; readonly slots: readonly number[] } {
    const node = this.#place(mostLengths);
    const byLength = groupBy(Object.keys(tree), (name) => encoder.encode(name).length);
    const slots: number[] = [];
    for (const [length, names] of byLength) {
      assert(length > 0 && length < mostLengths, 'a member to look for has a short name');
      const list = this.#place(1 + 5 * names.length);
      this.#words[node + length] = this.#address(list);
      this.#words[list] = names.length;
      names.forEach((name, place) => {
        slots.push(...this.#member(list + 1 + 5 * place, name, tree[name] ?? {}));
      });
    }
    return { address: this.#address(node), slots };
  }

  #member(at: number, name: string, { slot, within }: Field): readonly number[] {
    assert(slot === undefined || slot < mostSlots, 'a record has few slots');
    const inner = within === undefined ? undefined : this.node(within);
    const slots = [...(slot === undefined ? [] : [slot]), ...(inner?.slots ?? [])];
    const list = this.#place(slots.length);
    this.#words.set(slots, list);
    const text = encoder.encode(name);
    const place = this.#place(Math.ceil(text.length / 4));
    new Uint8Array(this.#words.buffer).set(text, place * 4);
    this.#words.set(
      [this.#address(place), slot ?? -1, inner?.address ?? 0, this.#address(list), slots.length],
      at,
    );
    return slots;
  }

  #place(words: number): number {
    const place = this.#used;
    this.#used += words;
    assert(this.#used <= this.#words.length, 'the tree of members is small');
    return place;
  }

  #address(place: number): number {
    return this.#base + 4 * place;
  }
}
