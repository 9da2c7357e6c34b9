import type { TextId } from '../base/units.ts';
import { hashBytes, newHashKey, type HashKey } from '../decode/content-hash.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Texts up to this length are encoded without making an array for each. */
const shortText = 1024;
/** Chance leaves no text so far from its slot in a table half full; texts made for it do. */
const mostProbes = 256;

/**
 * Numbers texts in the order in which they first come, straight from their UTF-8 bytes: a text
 * that was seen before costs a hash and a comparison, and no string. Number 0 is the empty text.
 */
export class ByteInterner {
  #arena = new Uint8Array(1 << 11);
  #arenaUsed = 0;
  #starts = new Uint32Array(1 << 6);
  #hashes = new Uint32Array(1 << 6);
  #count = 1;
  readonly #texts: (string | undefined)[] = [];
  #slots = new Int32Array(1 << 7);
  /** The text met last: callers make several calls in a row. */
  #last = 0;
  readonly #scratch = new Uint8Array(shortText * 3);
  /** Set where texts were made to collide: a known hash would have each compared with all. */
  #secret: HashKey | undefined;

  get size(): number {
    return this.#count;
  }

  /** The number of the text that these bytes spell. */
  intern(bytes: Uint8Array, start: number, end: number): TextId {
    const length = end - start;
    if (length === 0) return 0;
    if (this.#last !== 0 && this.#equals(this.#last, bytes, start, length)) return this.#last;
    const hash = this.#hashOf(bytes, start, end);
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < mostProbes || this.#secret !== undefined; probe++) {
      const slot = (hash + probe) & mask;
      const id = this.#slots[slot] ?? 0;
      if (id === 0) return (this.#last = this.#add(bytes, start, end, hash, slot));
      if (this.#hashes[id] === hash && this.#equals(id, bytes, start, length)) {
        return (this.#last = id);
      }
    }
    this.#guard();
    return this.intern(bytes, start, end);
  }

  internText(text: string): TextId {
    const { length } = text;
    if (length === 0) return 0;
    if (length > shortText) {
      const bytes = encoder.encode(text);
      return this.intern(bytes, 0, bytes.length);
    }
    const bytes = this.#scratch;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return this.intern(bytes, 0, encoder.encodeInto(text, bytes).written);
      bytes[at] = unit;
    }
    return this.intern(bytes, 0, length);
  }

  text(id: TextId): string {
    if (id === 0) return '';
    return (this.#texts[id] ??= this.#decoded(id));
  }

  /** The texts numbered `from` and up. They are not held on to: a million user agents are much. */
  textsFrom(from: TextId): string[] {
    const texts: string[] = [];
    for (let id = from; id < this.#count; id++) texts.push(this.#texts[id] ?? this.#decoded(id));
    return texts;
  }

  #decoded(id: TextId): string {
    return decoder.decode(this.#arena.subarray(this.#starts[id], this.#endOf(id)));
  }

  #endOf(id: TextId): number {
    return id + 1 < this.#count ? (this.#starts[id + 1] ?? 0) : this.#arenaUsed;
  }

  #equals(id: TextId, bytes: Uint8Array, start: number, length: number): boolean {
    const from = this.#starts[id] ?? 0;
    if (this.#endOf(id) - from !== length) return false;
    const arena = this.#arena;
    // From the end: keys, addresses and ARNs differ there.
    for (let i = length - 1; i >= 0; i--) {
      if (arena[from + i] !== bytes[start + i]) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): TextId {
    const id = this.#count++;
    if (id >= this.#starts.length) {
      this.#starts = grown(this.#starts, id + 1);
      this.#hashes = grown(this.#hashes, id + 1);
    }
    const needed = this.#arenaUsed + end - start;
    if (needed > this.#arena.length) {
      const arena = new Uint8Array(Math.max(needed, this.#arena.length * 2));
      arena.set(this.#arena);
      this.#arena = arena;
    }
    this.#arena.set(bytes.subarray(start, end), this.#arenaUsed);
    this.#starts[id] = this.#arenaUsed;
    this.#hashes[id] = hash;
    this.#arenaUsed = needed;
    this.#slots[slot] = id;
    if (this.#count * 2 > this.#slots.length) this.#rehash(this.#slots.length * 2);
    return id;
  }

  #rehash(length: number): void {
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let id = 1; id < this.#count; id++) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }

  /** From now on texts are hashed with a secret. */
  #guard(): void {
    this.#secret = newHashKey();
    for (let id = 1; id < this.#count; id++) {
      this.#hashes[id] = this.#hashOf(this.#arena, this.#starts[id] ?? 0, this.#endOf(id));
    }
    this.#rehash(this.#slots.length);
  }

  #hashOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#secret === undefined) return quickHash(bytes, start, end);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const hash = new Uint32Array(2);
    hashBytes(this.#secret, view, start, end, hash, 0);
    return hash[0] ?? 0;
  }
}

/** FNV-1a in words of four bytes: the multiplications, one behind the other, are what takes time. */
function quickHash(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const word = low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function grown(array: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
