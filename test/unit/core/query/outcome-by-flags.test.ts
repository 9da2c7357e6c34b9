import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeByFlags, outcomeMask } from '../../../../renderer/core/query/outcome-by-flags.ts';
import { outcomeOf } from '../../../../renderer/core/table/columns.ts';

describe('outcomeByFlags', () => {
  it('agrees with outcomeOf for all flags', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (flags) => {
        expect(outcomeByFlags[flags & outcomeMask]).toBe(outcomeOf(flags));
      }),
    );
  });
});
