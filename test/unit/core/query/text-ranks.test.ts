import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRanks } from '../../../../renderer/core/query/text-ranks.ts';

describe('textRanks', () => {
  it('ranks texts in the order of their code units', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('', 'AKIA', 'AKIAA', 'AKIAB', '\u{1F600}', '\uFFFF', '\uD83D'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (texts) => {
        const ranks = textRanks(texts);
        const places = [...texts.keys()].toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
        expect(places.map((place) => texts[place])).toEqual(texts.toSorted());
        expect(new Set(ranks).size).toBe(texts.length);
      }),
    );
  });
});
