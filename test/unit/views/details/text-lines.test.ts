import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '../../../../renderer/views/details/find-in-text.ts';
import { lineOf, lineParts, textLines } from '../../../../renderer/views/details/text-lines.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 60 });
const longest = fc.integer({ min: 1, max: 7 });

describe('textLines', () => {
  it('cuts at line ends, and long lines besides', () => {
    const text = 'ab\n\nabcde';
    expect(textLines(text, 3).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['ab', '', 'abc', 'de'],
    ]);
  });

  it('has every character but the line ends, once and in order', () => {
    fc.assert(
      fc.property(texts, longest, (text, most) => {
        const lines = textLines(text, most);
        expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.replaceAll('\n', ''),
        );
        expect(lines.every(({ start, end }) => end - start <= most)).toBe(true);
      }),
    );
  });
});

describe('lineOf', () => {
  it('agrees with a plain search', () => {
    fc.assert(
      fc.property(texts, longest, fc.nat(60), (text, most, at) => {
        const lines = textLines(text, most);
        expect(lineOf(lines, at)).toBe(
          Math.max(
            0,
            lines.findLastIndex(({ start }) => start <= at),
          ),
        );
      }),
    );
  });
});

describe('lineParts', () => {
  it('marks what was found, the current one apart, also where it runs over a line’s end', () => {
    const text = 'xabcabx';
    const places = findInText(text, 'ab');
    const [first, second] = textLines(text, 5);
    const kinds = (line = first) =>
      line && lineParts(text, line, places, 1).map((part) => [part.text, part.kind]);
    expect(kinds()).toEqual([
      ['x', 'plain'],
      ['ab', 'found'],
      ['c', 'plain'],
      ['a', 'current'],
    ]);
    expect(kinds(second)).toEqual([
      ['b', 'current'],
      ['x', 'plain'],
    ]);
  });

  it('has the whole line, and marks what a plain search marks', () => {
    fc.assert(
      fc.property(texts, longest, (text, most) => {
        const places = findInText(text, 'ab');
        const marked = new Set(places.flatMap(({ start, end }) => range(start, end)));
        for (const line of textLines(text, most)) {
          const parts = lineParts(text, line, places, -1);
          expect(parts.map((part) => part.text).join('')).toBe(text.slice(line.start, line.end));
          for (const part of parts) {
            const all = range(part.start, part.start + part.text.length);
            expect(all.every((at) => marked.has(at) === (part.kind === 'found'))).toBe(true);
          }
        }
      }),
    );
  });
});

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
