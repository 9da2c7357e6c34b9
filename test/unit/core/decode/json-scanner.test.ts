import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonScanner, maxNesting } from '../../../../renderer/core/decode/json-scanner.ts';

/** Whether the scanner takes the whole text as one JSON value, white space around it aside. */
function takes(text: string): boolean {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const scanner = new JsonScanner();
  scanner.reset(bytes, bytes.length - 1);
  const end = scanner.skipValue(0);
  return end >= 0 && scanner.skipSpace(end) === scanner.end;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JsonScanner', () => {
  it('takes every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        expect(takes(JSON.stringify(JSON.parse(text), null, indent))).toBe(true);
      }),
    );
  });

  it('agrees with JSON.parse on texts that are nearly JSON', () => {
    const token = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"\\u12g4"', '"\\n"', '"\\x"', '"\u0001"', '1', '-'],
      ...['01', '1.', '1.5e', '-0.5E+3', 'true', 'nul', 'null', ' ', '\n', '"', '\\', '\u00a0'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        expect(takes(text)).toBe(parses(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('agrees with JSON.parse on JSON with one character changed', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 1 }), (text, at, other) => {
        const place = at % text.length;
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(takes(changed)).toBe(parses(changed));
      }),
      { numRuns: 2_000 },
    );
  });

  it('says that the data ended, not that it is wrong, wherever JSON is cut', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, at) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const cut = bytes.slice(0, (at % (bytes.length - 1)) + 1);
        const scanner = new JsonScanner();
        const buffer = new Uint8Array(cut.length + 1);
        buffer.set(cut);
        scanner.reset(buffer, cut.length);
        expect(scanner.skipValue(0)).toBe(-1);
        expect(scanner.cut).toBe(true);
      }),
    );
  });

  it('refuses nesting that no record has', () => {
    expect(takes('['.repeat(maxNesting) + ']'.repeat(maxNesting))).toBe(true);
    expect(takes('['.repeat(maxNesting + 1) + ']'.repeat(maxNesting + 1))).toBe(false);
  });
});
