import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDictionary } from '../../../../renderer/core/table/text-dictionary.ts';

describe('TextDictionary', () => {
  it('numbers texts from 1 on in the order in which they first come, and the empty one 0', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 2 })), (met) => {
        const dictionary = new TextDictionary();
        const plain = [...new Set(['', ...met])];
        for (const text of met) {
          expect(dictionary.text(dictionary.idOf(text))).toBe(text);
          expect(dictionary.idOf(text)).toBe(plain.indexOf(text));
        }
        expect(dictionary.size).toBe(plain.length);
        expect(dictionary.textsFrom(1)).toEqual(plain.slice(1));
      }),
    );
  });

  it('takes half of a surrogate pair for what it is in UTF-8', () => {
    const dictionary = new TextDictionary();
    const id = dictionary.idOf('x\ud800');
    expect(dictionary.text(id)).toBe('x\ufffd');
    expect(dictionary.idOf('x\udfff')).toBe(id);
  });
});
