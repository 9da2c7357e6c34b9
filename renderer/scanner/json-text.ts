// Walks JSON as RFC 8259 has it. The byte behind the last is 0, and stops every inner loop.
// Positions count from the window's beginning; what is read answers the position behind it, or -1.
import { containers, maxNesting, window } from './layout.ts';

const quote: u8 = 0x22;
const backslash: u8 = 0x5c;
const comma: u8 = 0x2c;
const colon: u8 = 0x3a;
const openBrace: u8 = 0x7b;
const closeBrace: u8 = 0x7d;
const openBracket: u8 = 0x5b;
const closeBracket: u8 = 0x5d;

/** Why reading stopped: places in the list that json-scanner.ts has. */
export const expectedName: i32 = 0;
const expectedColon: i32 = 1;
const controlCharacter: i32 = 2;
const badUnicodeEscape: i32 = 3;
const badEscape: i32 = 4;
const nestedTooDeep: i32 = 5;
export const expectedCommaOrBrace: i32 = 6;
const expectedCommaOrBracket: i32 = 7;
const expectedValue: i32 = 8;
const expectedDigit: i32 = 9;

let stopAt: i32 = 0;
let stopReason: i32 = 0;
let sawEscape: bool = false;
let sawSpace: bool = false;

export function stop(at: i32, reason: i32): i32 {
  stopAt = at;
  stopReason = reason;
  return -1;
}

export function stoppedAt(): i32 {
  return stopAt;
}

export function stoppedFor(): i32 {
  return stopReason;
}

/** Whether a string had a backslash in it since it was last forgotten. */
export function hadEscape(): bool {
  return sawEscape;
}

export function forgetEscape(): void {
  sawEscape = false;
}

/** Whether white space stood between tokens since it was last forgotten. */
export function hadSpace(): bool {
  return sawSpace;
}

export function forgetSpace(): void {
  sawSpace = false;
}

export function byteAt(at: i32): u8 {
  return load<u8>(usize(at) + window);
}

function isSpace(byte: u8): bool {
  return byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09;
}

export function skipSpace(start: i32): i32 {
  let at = start;
  const first = byteAt(at);
  // Every other token begins above it.
  if (first > 0x20 || !isSpace(first)) return at;
  sawSpace = true;
  do at++;
  while (isSpace(byteAt(at)));
  return at;
}

/** Where the plain run of a string ends: at a quote, a backslash or a control character. */
function endOfRun(start: i32): i32 {
  let at = start;
  while (true) {
    const bytes = v128.load(usize(at) + window);
    const special = v128.or(
      v128.or(i8x16.eq(bytes, i8x16.splat(i8(quote))), i8x16.eq(bytes, i8x16.splat(i8(backslash)))),
      i8x16.lt_u(bytes, i8x16.splat(0x20)),
    );
    const found = i8x16.bitmask(special);
    if (found != 0) return at + i32(ctz(found));
    at += 16;
  }
}

/** `start` is at the opening quote. */
export function skipString(start: i32): i32 {
  let at = start + 1;
  while (true) {
    at = endOfRun(at);
    const byte = byteAt(at);
    if (byte == quote) return at + 1;
    if (byte != backslash) return stop(at, controlCharacter);
    sawEscape = true;
    at = skipEscape(at);
    if (at < 0) return at;
  }
}

function skipEscape(at: i32): i32 {
  switch (byteAt(at + 1)) {
    case 0x22:
    case 0x5c:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return at + 2;
    case 0x75: {
      for (let digit = at + 2; digit < at + 6; digit++) {
        if (!isHex(byteAt(digit))) return stop(digit, badUnicodeEscape);
      }
      return at + 6;
    }
    default:
      return stop(at + 1, badEscape);
  }
}

function isHex(byte: u8): bool {
  const letter = byte | 0x20;
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

/** A member's name and its colon; `start` may be at white space. Answers the value's position. */
function skipName(start: i32): i32 {
  let at = skipSpace(start);
  if (byteAt(at) != quote) return stop(at, expectedName);
  at = skipString(at);
  return at < 0 ? at : skipColon(at);
}

export function skipColon(start: i32): i32 {
  const at = skipSpace(start);
  if (byteAt(at) != colon) return stop(at, expectedColon);
  return skipSpace(at + 1);
}

/** Any value. `start` may be at white space. */
export function skipValue(start: i32): i32 {
  let depth = 0;
  let at = start;
  while (true) {
    at = skipSpace(at);
    const byte = byteAt(at);
    if (byte == quote) {
      at = skipString(at);
      if (at < 0) return at;
    } else if (byte == openBrace || byte == openBracket) {
      if (depth == maxNesting) return stop(at, nestedTooDeep);
      depth++;
      store<u8>(containers + usize(depth), byte);
      at = skipSpace(at + 1);
      if (byteAt(at) != (byte == openBrace ? closeBrace : closeBracket)) {
        if (byte == openBrace) at = skipName(at);
        if (at < 0) return at;
        continue;
      }
      at++;
      depth--;
    } else {
      at = skipScalar(at);
      if (at < 0) return at;
    }
    // After a value: close what closes, until a comma asks for the next one.
    while (true) {
      if (depth == 0) return at;
      at = skipSpace(at);
      const inObject = load<u8>(containers + usize(depth)) == openBrace;
      const next = byteAt(at);
      if (next == comma) {
        at++;
        if (inObject) at = skipName(at);
        if (at < 0) return at;
        break;
      }
      if (next != (inObject ? closeBrace : closeBracket)) {
        return stop(at, inObject ? expectedCommaOrBrace : expectedCommaOrBracket);
      }
      at++;
      depth--;
    }
  }
}

function skipScalar(start: i32): i32 {
  switch (byteAt(start)) {
    case 0x74:
      return skipWord(start, 0x65757274, 4);
    case 0x66:
      return skipWord(start, 0x65736c6166, 5);
    case 0x6e:
      return skipWord(start, 0x6c6c756e, 4);
    default:
      return skipNumber(start);
  }
}

/** `word` has the letters, the first one lowest. */
function skipWord(start: i32, word: u64, length: i32): i32 {
  for (let place = 0; place < length; place++) {
    if (byteAt(start + place) != u8(word >> (8 * u64(place)))) {
      return stop(start + place, expectedValue);
    }
  }
  return start + length;
}

function skipNumber(start: i32): i32 {
  let at = start;
  if (byteAt(at) == 0x2d) at++;
  if (byteAt(at) == 0x30) at++;
  else {
    const digits = skipDigits(at);
    if (digits == at) return stop(at, expectedValue);
    at = digits;
  }
  if (byteAt(at) == 0x2e) {
    const digits = skipDigits(at + 1);
    if (digits == at + 1) return stop(digits, expectedDigit);
    at = digits;
  }
  if ((byteAt(at) | 0x20) == 0x65) {
    at++;
    if (byteAt(at) == 0x2b || byteAt(at) == 0x2d) at++;
    const digits = skipDigits(at);
    if (digits == at) return stop(at, expectedDigit);
    at = digits;
  }
  return at;
}

function skipDigits(start: i32): i32 {
  let at = start;
  while (isDigit(byteAt(at))) at++;
  return at;
}
