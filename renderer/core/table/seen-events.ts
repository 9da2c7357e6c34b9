import { hashBytes, type HashKey } from '../decode/content-hash.ts';
import type { EventColumns } from './columns.ts';

/** What is looked at of events. */
type Identified = Pick<EventColumns, 'eventId' | 'contentHash'>;

/** Words an event: id (4), account, content hash (2). */
const stride = 7;
/** Of them, those that name the event. */
const nameWords = 5;

/**
 * Remembers events by (eventID, account that received the event), which is what makes a record the
 * same one delivered twice (CloudTrail user guide, "Finding your CloudTrail log files"). About 50
 * bytes an event. Who writes the evidence chooses ids and contents, and knows no case's secret:
 * neither ids made to collide nor one id with a million contents make it slow.
 */
export class SeenEvents {
  readonly #key: HashKey;
  #words = new Uint32Array(stride * 1024);
  #count = 0;
  /** The first event of each name, */
  readonly #named = new EventSlots(1 << 12);
  /** and by content too those with the name of an earlier one: few, unless somebody made them. */
  readonly #others = new EventSlots(1 << 4);
  #lastSame = 0;

  /** `key` is the case's. */
  constructor(key: HashKey) {
    this.#key = key;
  }

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
  note(columns: Identified, row: number, account: number): 'new' | 'same' | 'other' {
    const event = this.#count;
    this.#write(event, columns, row, account);
    const first = this.#findOrPut(this.#named, event, nameWords);
    if (first === event) {
      this.#count++;
      return 'new';
    }
    const known = this.#areEqual(first, event, stride)
      ? first
      : this.#findOrPut(this.#others, event, stride);
    if (known === event) {
      this.#count++;
      return 'other';
    }
    this.#lastSame = known;
    return 'same';
  }

  /** Writes the words of an event behind those that are known: where it is none, they stay. */
  #write(event: number, { eventId, contentHash }: Identified, row: number, account: number): void {
    const at = event * stride;
    if (at + stride > this.#words.length) this.#words = doubled(this.#words);
    const words = this.#words;
    for (let word = 0; word < 4; word++) words[at + word] = eventId[row * 4 + word] ?? 0;
    words[at + 4] = account;
    words[at + 5] = contentHash[row * 2] ?? 0;
    words[at + 6] = contentHash[row * 2 + 1] ?? 0;
  }

  /** The event that has the same first words; this one itself, from now on, where there is none. */
  #findOrPut(slots: EventSlots, event: number, length: number): number {
    const hash = this.#hash(event, length);
    for (let slot = slots.firstSlot(hash); ; slot = slots.nextSlot(slot)) {
      const known = slots.eventIn(slot, hash);
      if (known === noEvent) {
        slots.put(slot, hash, event);
        return event;
      }
      if (known !== otherEvent && this.#areEqual(known, event, length)) return known;
    }
  }

  #areEqual(one: number, other: number, length: number): boolean {
    const words = this.#words;
    for (let word = 0; word < length; word++) {
      if (words[one * stride + word] !== words[other * stride + word]) return false;
    }
    return true;
  }

  #hash(event: number, length: number): number {
    const at = event * stride;
    for (let word = 0; word < length; word++) hashed[word] = this.#words[at + word] ?? 0;
    hashBytes(this.#key, hashedBytes, 0, length * 4, hash, 0);
    return hash[0] ?? 0;
  }
}

const noEvent = -1;
const otherEvent = -2;

/** A hash table of event numbers, at most half full. The hashes in it spare a look at the events. */
class EventSlots {
  #events: Int32Array<ArrayBuffer>;
  #hashes: Uint32Array<ArrayBuffer>;
  #used = 0;

  /** `length` is a power of two. */
  constructor(length: number) {
    this.#events = new Int32Array(length).fill(noEvent);
    this.#hashes = new Uint32Array(length);
  }

  firstSlot(hash: number): number {
    return hash & (this.#events.length - 1);
  }

  nextSlot(slot: number): number {
    return (slot + 1) & (this.#events.length - 1);
  }

  /** The event in a slot; `otherEvent` for one with another hash. */
  eventIn(slot: number, hash: number): number {
    const event = this.#events[slot] ?? noEvent;
    return event === noEvent || this.#hashes[slot] === hash ? event : otherEvent;
  }

  /** Puts an event into an empty slot. */
  put(slot: number, hash: number, event: number): void {
    this.#events[slot] = event;
    this.#hashes[slot] = hash;
    if (++this.#used * 2 > this.#events.length) this.#grow();
  }

  #grow(): void {
    const { length } = this.#events;
    const larger = new EventSlots(length * 2);
    for (let slot = 0; slot < length; slot++) {
      const event = this.#events[slot] ?? noEvent;
      if (event === noEvent) continue;
      const hash = this.#hashes[slot] ?? 0;
      let free = larger.firstSlot(hash);
      while (larger.#events[free] !== noEvent) free = larger.nextSlot(free);
      larger.#events[free] = event;
      larger.#hashes[free] = hash;
    }
    this.#events = larger.#events;
    this.#hashes = larger.#hashes;
  }
}

/** What is being hashed, and its hash: arrays for each event would be a lot of garbage. */
const hashed = new Uint32Array(stride);
const hashedBytes = new DataView(hashed.buffer);
const hash = new Uint32Array(2);

function doubled(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(words.length * 2);
  larger.set(words);
  return larger;
}
