import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockText,
  placeOfText,
  type TextBlocks,
  textBlocks,
} from '../../../../renderer/core/layout/text-blocks.ts';

/** Few different ones, some beginnings of others, and halves of a character. */
const texts = ['', 'a', 'ab', 'b', 'ba', '\ud83d', '\ude00', 'é', '語'];
const randomIds = fc.array(fc.nat({ max: texts.length - 1 }), {
  maxLength: 800,
  size: 'max',
});

/** The same texts at the same places, gathered from the last one back. */
function blocksOf(ids: readonly number[]): TextBlocks {
  const order = Uint32Array.from(ids.keys()).reverse();
  return textBlocks(texts, Uint32Array.from(ids).reverse(), order);
}

describe('text blocks', () => {
  it('give back each text at its place, however many there are', () => {
    fc.assert(
      fc.property(randomIds, (ids) => {
        const blocks = blocksOf(ids);
        expect(ids.map((_, place) => blockText(blocks, place))).toEqual(ids.map((id) => texts[id]));
        expect(blockText(blocks, ids.length)).toBe('');
      }),
      { numRuns: 30 },
    );
  });

  it('find a text where a list of the texts has it', () => {
    fc.assert(
      fc.property(randomIds, fc.nat({ max: 800 }), fc.nat({ max: 800 }), (ids, one, other) => {
        const blocks = blocksOf(ids);
        const [from, to] = [
          Math.min(one, other, ids.length),
          Math.min(Math.max(one, other), ids.length),
        ];
        for (const [id, text] of texts.entries()) {
          const place = ids.slice(from, to).indexOf(id);
          expect(placeOfText(blocks, text, from, to)).toBe(place < 0 ? -1 : from + place);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('find no text that only begins another, or lies across two', () => {
    const blocks = textBlocks(['', 'abc', 'def'], Uint32Array.of(1, 2), Uint32Array.of(0, 1));
    expect(placeOfText(blocks, 'cd')).toBe(-1);
    expect(placeOfText(blocks, 'ab')).toBe(-1);
    expect(placeOfText(blocks, 'def')).toBe(1);
  });
});
