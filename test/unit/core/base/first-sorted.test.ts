import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstSorted } from '../../../../renderer/core/base/first-sorted.ts';

describe('firstSorted', () => {
  it('agrees with sorting everything', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 200 }), fc.nat(12), (items, limit) => {
        const expected = items.toSorted((a, b) => a - b).slice(0, limit);
        expect(firstSorted(items, limit, (a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
