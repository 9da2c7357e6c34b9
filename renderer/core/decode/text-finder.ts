import { unescapeJson } from './unescape-json.ts';

/** Records are literals in other JSON seldom more than once, and values in them once more. */
const mostLayers = 4;
const backslash = 0x5c;

/**
 * Finds a text in records as they lie in the evidence, whatever the case of letters. The text is
 * also found where the record has it escaped (`\"`, `\u00e9`), where it lies in JSON that is itself
 * a string of the record, and where a table doubles the quotes around its cells.
 */
export class TextFinder {
  readonly #isIn: (bytes: Uint8Array, start: number, end: number) => boolean;
  #spare = [new Uint8Array(1 << 16), new Uint8Array(1 << 16)];

  /** `text` is not empty. */
  constructor(text: string) {
    const spellings = text.includes('"') ? [text, text.replaceAll('"', '""')] : [text];
    const isAscii = /^[\0-\x7f]*$/.test(text);
    const tests = spellings.map((spelling) =>
      isAscii ? asciiTest(spelling) : unicodeTest(spelling),
    );
    const [test = () => false] = tests;
    this.#isIn =
      tests.length === 1
        ? test
        : (bytes, start, end) => tests.some((one) => one(bytes, start, end));
  }

  /** Whether the text is in these bytes of a record. */
  isIn(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#isIn(bytes, start, end)) return true;
    const first = bytes.subarray(start, end).indexOf(backslash);
    return first >= 0 && this.#isInUnescaped(bytes, start, end);
  }

  #isInUnescaped(bytes: Uint8Array, start: number, end: number): boolean {
    let [from, span] = [bytes, { start, end }];
    for (let layer = 0; layer < mostLayers; layer++) {
      const out = this.#room(layer % 2, span.end - span.start);
      const length = unescapeJson(from, span.start, span.end, out);
      if (length === span.end - span.start) return false;
      if (this.#isIn(out, 0, length)) return true;
      from = out;
      span = { start: 0, end: length };
    }
    return false;
  }

  #room(place: number, length: number): Uint8Array {
    const spare = this.#spare[place];
    if (spare !== undefined && spare.length >= length) return spare;
    const larger = new Uint8Array(length * 2);
    this.#spare = this.#spare.with(place, larger);
    return larger;
  }
}

type Test = (bytes: Uint8Array, start: number, end: number) => boolean;

/** Small letters for capital ones, and every other byte for itself. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** Boyer and Moore's search in Horspool's form: of long texts it looks at few of the bytes. */
function asciiTest(text: string): Test {
  const wanted = Uint8Array.from(text.toLowerCase(), (letter) => letter.charCodeAt(0));
  const last = wanted.length - 1;
  const lastByte = wanted[last] ?? 0;
  const jumps = new Uint32Array(256).fill(wanted.length);
  for (let place = 0; place < last; place++) {
    const byte = wanted[place] ?? 0;
    jumps[byte] = last - place;
    if (byte >= 0x61 && byte <= 0x7a) jumps[byte - 0x20] = last - place;
  }
  return (bytes, start, end) => {
    let at = start + last;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (folded[byte] === lastByte) {
        let place = last - 1;
        while (place >= 0 && folded[bytes[at - last + place] ?? 0] === wanted[place]) place--;
        if (place < 0) return true;
      }
      at += jumps[byte] ?? 1;
    }
    return false;
  };
}

/** Only bytes beyond ASCII can be a letter that is none of it: most records are passed by those. */
function unicodeTest(text: string): Test {
  const wanted = text.toLowerCase();
  const decoder = new TextDecoder();
  return (bytes, start, end) => {
    let at = start;
    while (at < end && (bytes[at] ?? 0) < 0x80) at++;
    return at < end && decoder.decode(bytes.subarray(start, end)).toLowerCase().includes(wanted);
  };
}
