import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRows } from '../../../../renderer/core/layout/group-rows.ts';

describe('groupRows', () => {
  it('gives the rows of each id in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), fc.array(fc.nat(30)), (ids, chosen) => {
        const values = Uint32Array.from(ids);
        const rows = Uint32Array.from(chosen.filter((row) => row < ids.length));
        const groups = groupRows(values, rows, 6);
        for (let id = 0; id < 6; id++) {
          expect(groups.rowsOf(id)).toEqual(rows.filter((row) => values[row] === id));
        }
      }),
    );
  });
});
