/** Letters and digits that AWS ids are made of (RFC 4648 base 32). */
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexOfWord(word: number): string {
  return (
    (hexOfByte[word >>> 24] ?? '') +
    (hexOfByte[(word >>> 16) & 255] ?? '') +
    (hexOfByte[(word >>> 8) & 255] ?? '') +
    (hexOfByte[word & 255] ?? '')
  );
}

/** FNV-1a over UTF-16 code units: turns a label into a seed. */
function hashOfLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * A seeded source of chance (sfc32): the same seed gives the same values on every machine. Not for
 * secrets.
 */
export class Random {
  readonly #seed: number;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#a = 0x9e3779b9;
    this.#b = 0x243f6a88;
    this.#c = this.#seed;
    for (let i = 0; i < 16; i++) this.word();
  }

  /** A source of its own, which neither disturbs this one nor is disturbed by it. */
  fork(label: string): Random {
    return new Random(Math.imul(this.#seed ^ hashOfLabel(label), 0x85ebca6b));
  }

  /** 32 random bits. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    return this.word() / 0x100000000;
  }

  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** A whole number from `first` up to and including `last`. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; throws when there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Waiting time with this mean, as between independent events. */
  waiting(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** `digits` hex digits, lower case. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += hexOfWord(this.word());
    return text.slice(0, digits);
  }

  /** A GUID of version 4 (RFC 9562). */
  guid(): string {
    const second = hexOfWord(this.word());
    const third = hexOfWord(this.word());
    return `${hexOfWord(this.word())}-${second.slice(0, 4)}-4${second.slice(5)}-${'89ab'.charAt(
      this.word() & 3,
    )}${third.slice(1, 4)}-${third.slice(4)}${hexOfWord(this.word())}`;
  }

  /** Letters and digits as in AWS access keys and principal ids. */
  base32(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += base32.charAt(this.word() & 31);
    return text;
  }

  /** Letters of both cases and digits, as in the last part of a trail file's name. */
  alphanumeric(length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += alphanumeric.charAt(this.below(62));
    return text;
  }
}
