import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from '../../../../renderer/core/table/byte-interner.ts';

const encoder = new TextEncoder();

describe('ByteInterner', () => {
  it('numbers texts as a map does, whether they come as bytes or as strings', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('a', 'b', 'é'.repeat(700), 'x'.repeat(1025), '😀'.repeat(600)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 200 }), (met) => {
        const interner = new ByteInterner();
        const plain = new Map([['', 0]]);
        for (const [word, asBytes] of met) {
          const bytes = encoder.encode(`..${word}`);
          const id = asBytes ? interner.intern(bytes, 2, bytes.length) : interner.internText(word);
          if (!plain.has(word)) plain.set(word, plain.size);
          expect(id).toBe(plain.get(word));
          expect(interner.text(id)).toBe(word);
        }
        expect(interner.size).toBe(plain.size);
        expect(interner.textsFrom(1)).toEqual([...plain.keys()].slice(1));
      }),
      { numRuns: 100 },
    );
  });

  it('numbers texts made to collide in the time of others', () => {
    const interner = new ByteInterner();
    const texts = 1 << 17;
    const bytes = new Uint8Array(8 * 17);
    // Two words that change the hash alike, whatever came before: 2^17 texts of one hash.
    for (let choice = 0; choice < texts; choice++) {
      for (let bit = 0; bit < 17; bit++) {
        const isSet = ((choice >> bit) & 1) === 1;
        bytes[8 * bit + 3] = isSet ? 0x80 : 0;
        bytes[8 * bit + 6] = isSet ? 0x01 : 0;
        bytes[8 * bit + 7] = isSet ? 0x80 : 0;
      }
      expect(interner.intern(bytes, 0, bytes.length)).toBe(choice + 1);
    }
    expect(interner.intern(bytes, 0, bytes.length)).toBe(texts);
  });
});
