const backslash = 0x5c;
const letterU = 0x75;
/** What stands for what after a backslash (RFC 8259, 7). */
const escapes: ReadonlyMap<number, number> = new Map(
  Array.from('"\\/bfnrt', (letter, place) => [
    letter.charCodeAt(0),
    '"\\/\b\f\n\r\t'.charCodeAt(place),
  ]),
);

/**
 * Copies bytes of JSON with the escapes in its strings taken off, whatever else they are; answers
 * how many bytes it became. What is no escape stays as it is. `out` needs as much room as there is.
 */
export function unescapeJson(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
): number {
  let length = 0;
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    const escaped = byte === backslash && at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
    const plain = escaped === 0 ? undefined : escapes.get(escaped);
    if (plain !== undefined) {
      out[length++] = plain;
      at += 2;
      continue;
    }
    const unit = escaped === letterU ? unitAt(bytes, at, end) : undefined;
    if (unit === undefined) {
      out[length++] = byte;
      at++;
      continue;
    }
    const second = isHigh(unit) ? unitAt(bytes, at + 6, end) : undefined;
    const isPair = second !== undefined && second >= 0xdc00 && second <= 0xdfff;
    const code = isPair ? 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00) : unit;
    length = putCode(out, length, code);
    at += isPair ? 12 : 6;
  }
  return length;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The code unit of `\uXXXX` at this place; undefined where there is none. */
function unitAt(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (at + 6 > end || bytes[at] !== backslash || bytes[at + 1] !== letterU) return undefined;
  let unit = 0;
  for (let place = at + 2; place < at + 6; place++) {
    const digit = hexDigit(bytes[place] ?? 0);
    if (digit === undefined) return undefined;
    unit = unit * 16 + digit;
  }
  return unit;
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** Writes a character as UTF-8; half of a pair becomes three bytes that no text has. */
function putCode(out: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    out[at] = 0xc0 | (code >> 6);
    out[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    out[at] = 0xe0 | (code >> 12);
    out[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    out[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (code >> 18);
  out[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  out[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  out[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}
