import { describe, expect, it } from 'vitest';
import {
  barHeight,
  paintDensity,
} from '../../../../../renderer/views/timeline/marks/mark-texture.ts';

const height = 26;
const colours = [11, 22, 33, 44];

describe('barHeight', () => {
  it('is nothing for nothing and can be seen for one', () => {
    expect(barHeight(0, height)).toBe(0);
    expect(barHeight(1, height)).toBeGreaterThanOrEqual(3);
  });

  it('grows with the count up to ten thousand and leaves room for the tick of a refusal', () => {
    const heights = [1, 10, 100, 1000, 10_000].map((count) => barHeight(count, height));
    expect(heights).toEqual([...new Set(heights)].toSorted((one, other) => one - other));
    expect(barHeight(9_999_999, height)).toBe(barHeight(10_000, height));
    expect(barHeight(10_000, height)).toBeLessThanOrEqual(height - 2 - 4);
  });
});

describe('paintDensity', () => {
  const marks = {
    kind: 'density',
    span: { start: 0, end: 3 },
    bins: 3,
    lanes: 2,
    counts: Uint32Array.of(0, 1, 0, 10_000, 0, 5),
    gravest: Uint8Array.of(0, 1, 0, 3, 0, 2),
  } as const;
  const pixels = new Uint32Array(3 * 2 * height);
  paintDensity(pixels, marks, height, colours);
  const column = (lane: number, bin: number) =>
    Array.from({ length: height }, (_, y) => pixels[(lane * height + y) * 3 + bin] ?? 0);

  it('draws a bar as high as the count says in the colour of the gravest outcome', () => {
    expect(column(0, 1).filter((pixel) => pixel === 22)).toHaveLength(barHeight(1, height));
    expect(column(1, 2).filter((pixel) => pixel === 33)).toHaveLength(barHeight(5, height));
    expect(column(0, 0).every((pixel) => pixel === 0)).toBe(true);
  });

  it('puts a tick apart above the bar of a refusal, within the lane', () => {
    const pixelsOfDenied = column(1, 0);
    const bar = barHeight(10_000, height);
    expect(pixelsOfDenied.filter((pixel) => pixel === 44)).toHaveLength(bar + 2);
    const top = height - 2 - bar;
    expect(pixelsOfDenied.slice(top - 4, top)).toEqual([44, 44, 0, 0]);
  });
});
