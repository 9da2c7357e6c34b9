/**
 * Walks JSON bytes without building values. It takes what JSON.parse takes and refuses what
 * JSON.parse refuses (RFC 8259), save that invalid UTF-8 passes: evidence is kept as it is.
 *
 * The byte at `end` must be readable and 0: it stops every inner loop, so that none of them has to
 * look at the length. Methods answer the position after what they read, or -1; then `stopAt` and
 * `stopReason` say where and why.
 */

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Deeper nesting is refused: nothing CloudTrail writes comes near it. */
export const maxNesting = 1000;

/** 1 where a byte ends the plain run of a string: quote, backslash, control characters. */
const endsRun = new Uint8Array(256);
endsRun.fill(1, 0, 0x20);
endsRun[quote] = 1;
endsRun[backslash] = 1;

/** 1 for the four white space characters of JSON. */
const isSpace = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) isSpace[byte] = 1;

const isHex = new Uint8Array(256);
for (const char of '0123456789abcdefABCDEF') isHex[char.charCodeAt(0)] = 1;

const isEscape = new Uint8Array(256);
for (const char of '"\\/bfnrt') isEscape[char.charCodeAt(0)] = 1;

export class JsonScanner {
  bytes: Uint8Array = new Uint8Array(1);
  end = 0;
  /** Set by {@link skipString} where the string has a backslash in it, until forgotten. */
  sawEscape = false;
  /** Set where white space stands between tokens, until forgotten. */
  sawSpace = false;
  stopAt = 0;
  stopReason = '';
  readonly #containers = new Uint8Array(maxNesting + 1);

  /** Takes a buffer whose byte at `end` may be overwritten with the stopping 0. */
  reset(bytes: Uint8Array, end: number): void {
    bytes[end] = 0;
    this.bytes = bytes;
    this.end = end;
  }

  /** True where the last -1 came from the bytes running out, not from a fault in them. */
  get cut(): boolean {
    return this.stopAt >= this.end;
  }

  forgetEscape(): void {
    this.sawEscape = false;
  }

  forgetSpace(): void {
    this.sawSpace = false;
  }

  stop(at: number, reason: string): -1 {
    this.stopAt = at;
    this.stopReason = at >= this.end ? 'the data ends here' : reason;
    return -1;
  }

  skipSpace(start: number): number {
    const { bytes } = this;
    let at = start;
    if (isSpace[bytes[at] ?? 0] === 0) return at;
    this.sawSpace = true;
    do at++;
    while (isSpace[bytes[at] ?? 0] === 1);
    return at;
  }

  /** `start` is at the opening quote. */
  skipString(start: number): number {
    const { bytes } = this;
    let at = start + 1;
    for (;;) {
      while (endsRun[bytes[at] ?? 0] === 0) at++;
      const byte = bytes[at];
      if (byte === quote) return at + 1;
      if (byte !== backslash) return this.stop(at, 'control character in a string');
      this.sawEscape = true;
      const escape = bytes[at + 1] ?? 0;
      if (isEscape[escape] === 1) at += 2;
      else if (escape === 0x75) {
        for (let digit = at + 2; digit < at + 6; digit++) {
          if (isHex[bytes[digit] ?? 0] === 0) return this.stop(digit, 'bad \\u escape');
        }
        at += 6;
      } else return this.stop(at + 1, 'bad escape in a string');
    }
  }

  /** A member's name and its colon; `start` may be at white space. Answers the value's position. */
  skipName(start: number): number {
    let at = this.skipSpace(start);
    if (this.bytes[at] !== quote) return this.stop(at, 'expected a member name');
    at = this.skipString(at);
    return at < 0 ? at : this.skipColon(at);
  }

  skipColon(start: number): number {
    const at = this.skipSpace(start);
    if (this.bytes[at] !== colon) return this.stop(at, 'expected a colon');
    return this.skipSpace(at + 1);
  }

  /** Any value. `start` may be at white space. */
  skipValue(start: number): number {
    const { bytes } = this;
    const containers = this.#containers;
    let depth = 0;
    let at = start;
    for (;;) {
      at = this.skipSpace(at);
      const byte = bytes[at];
      if (byte === quote) {
        at = this.skipString(at);
        if (at < 0) return at;
      } else if (byte === openBrace || byte === openBracket) {
        if (depth === maxNesting) return this.stop(at, `nested deeper than ${maxNesting} levels`);
        containers[++depth] = byte;
        at = this.skipSpace(at + 1);
        const close = byte === openBrace ? closeBrace : closeBracket;
        if (bytes[at] !== close) {
          if (byte === openBrace) at = this.skipName(at);
          if (at < 0) return at;
          continue;
        }
        at++;
        depth--;
      } else {
        at = this.#skipScalar(at);
        if (at < 0) return at;
      }
      // After a value: close what closes, until a comma asks for the next one.
      for (;;) {
        if (depth === 0) return at;
        at = this.skipSpace(at);
        const inObject = containers[depth] === openBrace;
        const next = bytes[at];
        if (next === comma) {
          at++;
          if (inObject) at = this.skipName(at);
          if (at < 0) return at;
          break;
        }
        if (next !== (inObject ? closeBrace : closeBracket)) {
          return this.stop(at, `expected a comma or ${inObject ? '}' : ']'}`);
        }
        at++;
        depth--;
      }
    }
  }

  #skipScalar(start: number): number {
    switch (this.bytes[start] ?? 0) {
      case 0x74:
        return this.#skipWord(start, 'true');
      case 0x66:
        return this.#skipWord(start, 'false');
      case 0x6e:
        return this.#skipWord(start, 'null');
      default:
        return this.#skipNumber(start);
    }
  }

  #skipWord(start: number, word: string): number {
    for (let i = 0; i < word.length; i++) {
      if (this.bytes[start + i] !== word.charCodeAt(i)) {
        return this.stop(start + i, 'expected a value');
      }
    }
    return start + word.length;
  }

  #skipNumber(start: number): number {
    const { bytes } = this;
    let at = start;
    if (bytes[at] === 0x2d) at++;
    if (bytes[at] === 0x30) at++;
    else {
      const digits = this.#skipDigits(at);
      if (digits === at) return this.stop(at, 'expected a value');
      at = digits;
    }
    if (bytes[at] === 0x2e) {
      const digits = this.#skipDigits(at + 1);
      if (digits === at + 1) return this.stop(digits, 'expected a digit');
      at = digits;
    }
    if (bytes[at] === 0x65 || bytes[at] === 0x45) {
      at++;
      if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
      const digits = this.#skipDigits(at);
      if (digits === at) return this.stop(at, 'expected a digit');
      at = digits;
    }
    return at;
  }

  #skipDigits(start: number): number {
    const { bytes } = this;
    let at = start;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x30 || byte > 0x39) return at;
      at++;
    }
  }
}
