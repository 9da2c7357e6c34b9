import type { TextId } from '../base/units.ts';
import type { EventTable } from '../table/event-table.ts';
import { countFacts, keyFactAt, type KeyFact, type KeyFacts } from '../table/key-facts.ts';
import { sortedOrder } from '../table/sorted-order.ts';

/**
 * The calls that handed out credentials, each with its copies in several accounts: those that have
 * the same key in their answers, or the same shared id as one that has. Facts are told by their places,
 * since a large case has hundreds of thousands. Two passes over them.
 */
export class CallCopies {
  readonly #facts: KeyFacts;
  readonly #isKey: Uint8Array;
  /** By fact: the next copy of the same call, counted from 1; 0: it is the last. */
  readonly #next: Uint32Array;
  /** By call: its first and its last fact, and the first row of any. */
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #row: number[] = [];

  /** `isKey`: by id, 1 where the text of an access key can be the ID of one. */
  constructor(facts: KeyFacts, table: EventTable, isKey: Uint8Array) {
    this.#facts = facts;
    this.#isKey = isKey;
    const count = countFacts(facts);
    this.#next = new Uint32Array(count);
    const keyOf = this.#keysByShared(count);
    const callOf = new Uint32Array(isKey.length);
    for (let place = 0; place < count; place++) {
      const { issues, event, key: own, shared } = this.#factAt(place);
      if (!issues) continue;
      const row = table.rowOfRef[event] ?? 0;
      const key = own === 0 ? (keyOf.get(shared) ?? 0) : own;
      const call = (key === 0 ? 0 : (callOf[key] ?? 0)) - 1;
      if (call >= 0) this.#addCopy(call, place, row);
      else {
        this.#last.push(place);
        this.#row.push(row);
        callOf[key] = this.#first.push(place);
      }
    }
  }

  /** The first fact of each call. */
  inTimeOrder(): Uint32Array {
    const order = sortedOrder(this.#row.length, [Uint32Array.from(this.#row)]);
    return order.map((call) => this.#first[call] ?? 0);
  }

  /** All facts of the call that has this one first. What can't be a key is none. */
  copiesFrom(first: number): readonly KeyFact[] {
    const copies = [this.#factAt(first)];
    for (let next = this.#next[first] ?? 0; next > 0; next = this.#next[next - 1] ?? 0) {
      copies.push(this.#factAt(next - 1));
    }
    return copies;
  }

  #addCopy(call: number, place: number, row: number): void {
    this.#next[this.#last[call] ?? 0] = place + 1;
    this.#last[call] = place;
    this.#row[call] = Math.min(this.#row[call] ?? row, row);
  }

  /** The keys that calls with a shared id answered with. */
  #keysByShared(count: number): ReadonlyMap<number, TextId> {
    const keyOf = new Map<number, TextId>();
    for (let place = 0; place < count; place++) {
      const { issues, shared, key } = this.#factAt(place);
      if (issues && shared !== 0 && key !== 0) keyOf.set(shared, key);
    }
    return keyOf;
  }

  #factAt(place: number): KeyFact {
    const fact = keyFactAt(this.#facts, place);
    return this.#isKey[fact.key] === 1 ? fact : { ...fact, key: 0 };
  }
}
