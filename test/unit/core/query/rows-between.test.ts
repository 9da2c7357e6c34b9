import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesBetween, rowsBetween } from '../../../../renderer/core/query/rows-between.ts';

describe('rowsBetween', () => {
  it('takes the start and leaves the end', () => {
    const time = Float64Array.of(10, 20, 20, 30);
    expect(rowsBetween(time, { start: 20, end: 30 })).toEqual({ start: 1, end: 3 });
  });

  it('is empty where the span ends before it starts', () => {
    const time = Float64Array.of(10, 20, 30);
    expect(rowsBetween(time, { start: 30, end: 10 })).toEqual({ start: 2, end: 2 });
  });

  it('agrees with a plain scan', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(60), fc.nat(60), (values, start, length) => {
        const time = Float64Array.from(values).sort();
        const rows = rowsBetween(time, { start, end: start + length });
        const expected = [...time].filter((value) => value >= start && value < start + length);
        expect([...time.slice(rows.start, rows.end)]).toEqual(expected);
      }),
    );
  });
});

describe('placesBetween', () => {
  it('finds the part of a selection inside a span', () => {
    const time = Float64Array.of(10, 20, 30, 40, 50);
    const rows = Uint32Array.of(0, 2, 4);
    expect(placesBetween(time, rows, { start: 15, end: 50 })).toEqual({ start: 1, end: 2 });
  });
});
