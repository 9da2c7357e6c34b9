import type { EventColumns } from './columns.ts';

/** Words an event in the table below: id (4), account, content hash (2). */
const stride = 7;

/**
 * Remembers events by (eventID, account that received the event), which is what makes a record the
 * same one delivered twice (CloudTrail user guide, "Finding your CloudTrail log files"). About 36
 * bytes an event.
 */
export class SeenEvents {
  #words = new Uint32Array(stride * 1024);
  #count = 0;
  #slots = new Int32Array(1 << 12).fill(-1);
  #lastSame = 0;

  /** How many different events were noted. They are numbered from 0 as they came. */
  get count(): number {
    return this.#count;
  }

  /** The number of the event that the last `same` was. */
  get lastSame(): number {
    return this.#lastSame;
  }

  /**
   * Notes an event and tells what it is: `new`, the `same` as one before, or one with the same id
   * and `other` content. `account` is the account's id in the case's dictionary.
   */
  note(columns: EventColumns, row: number, account: number): 'new' | 'same' | 'other' {
    const { eventId, contentHash } = columns;
    const a = eventId[row * 4] ?? 0;
    const b = eventId[row * 4 + 1] ?? 0;
    const c = eventId[row * 4 + 2] ?? 0;
    const d = eventId[row * 4 + 3] ?? 0;
    const mask = this.#slots.length - 1;
    let slot = mixed(a, d, account) & mask;
    let seen: 'new' | 'other' = 'new';
    for (;;) {
      const known = this.#slots[slot] ?? -1;
      if (known < 0) break;
      const at = known * stride;
      const words = this.#words;
      if (
        words[at] === a &&
        words[at + 1] === b &&
        words[at + 2] === c &&
        words[at + 3] === d &&
        words[at + 4] === account
      ) {
        if (words[at + 5] === contentHash[row * 2] && words[at + 6] === contentHash[row * 2 + 1]) {
          this.#lastSame = known;
          return 'same';
        }
        seen = 'other';
      }
      slot = (slot + 1) & mask;
    }
    const at = this.#count * stride;
    if (at + stride > this.#words.length) this.#words = doubled(this.#words);
    const words = this.#words;
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = d;
    words[at + 4] = account;
    words[at + 5] = contentHash[row * 2] ?? 0;
    words[at + 6] = contentHash[row * 2 + 1] ?? 0;
    this.#slots[slot] = this.#count++;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return seen;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let event = 0; event < this.#count; event++) {
      const at = event * stride;
      const words = this.#words;
      let slot = mixed(words[at] ?? 0, words[at + 3] ?? 0, words[at + 4] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = event;
    }
    this.#slots = slots;
  }
}

function mixed(first: number, last: number, account: number): number {
  const words = first ^ Math.imul(last ^ Math.imul(account, 0x9e3779b1), 0x85ebca6b);
  const hash = Math.imul(words, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

function doubled(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2);
  larger.set(words);
  return larger;
}
