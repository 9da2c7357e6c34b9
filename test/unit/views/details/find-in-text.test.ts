import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, mostPlaces } from '../../../../renderer/views/details/find-in-text.ts';

describe('findInText', () => {
  it('finds whatever the case of letters', () => {
    expect(findInText('Arn arn ARN', 'arn')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
      { start: 8, end: 11 },
    ]);
  });

  it('takes every character for itself', () => {
    for (const mark of '.*+?()[]{}|^$\\/-') {
      expect(findInText(`a${mark}b`, mark)).toEqual([{ start: 1, end: 2 }]);
    }
  });

  it('finds nothing for nothing', () => {
    expect(findInText('abc', '')).toEqual([]);
  });

  it('agrees with a plain search', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        (text, wanted) => {
          const plain: number[] = [];
          for (
            let at = text.indexOf(wanted);
            at >= 0;
            at = text.indexOf(wanted, at + wanted.length)
          )
            plain.push(at);
          expect(findInText(text, wanted).map(({ start }) => start)).toEqual(plain);
        },
      ),
    );
  });

  it('stops at a number that can still be marked', () => {
    expect(findInText('a'.repeat(100_000), 'a')).toHaveLength(mostPlaces);
  });
});
