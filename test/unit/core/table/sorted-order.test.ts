import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedOrder } from '../../../../renderer/core/table/sorted-order.ts';

describe('sortedOrder', () => {
  it('agrees with a stable sort by comparison', () => {
    const key = fc.oneof(fc.nat(3), fc.nat(5000), fc.integer({ min: 0, max: 0xffffffff }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key, key), { maxLength: 200 }), (rows) => {
        const keys = [0, 1, 2].map((column) => Uint32Array.from(rows, (row) => row[column] ?? 0));
        const expected = [...rows.keys()].sort((a, b) => {
          const column = keys.find((values) => values[a] !== values[b]);
          return (column?.[a] ?? 0) - (column?.[b] ?? 0);
        });
        expect([...sortedOrder(rows.length, keys)]).toEqual(expected);
      }),
    );
  });

  it('leaves what is in order as it is', () => {
    const order = sortedOrder(3, [Uint32Array.of(1, 1, 2), Uint32Array.of(0, 5, 0)]);
    expect([...order]).toEqual([0, 1, 2]);
  });

  it('gives nothing for nothing', () => {
    expect(sortedOrder(0, [new Uint32Array(0)])).toHaveLength(0);
  });
});
