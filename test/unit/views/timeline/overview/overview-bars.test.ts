import { describe, expect, it } from 'vitest';
import { overviewBars } from '../../../../../renderer/views/timeline/overview/overview-bars.ts';

const span = { start: 0, end: 4 };
/** By outcome: read, write, failed, denied; four bins each. */
const counts = Uint32Array.of(75, 0, 0, 1, 25, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0);
const bars = overviewBars({ span, bins: 4, counts }, 40, 30);
const inBin = (bin: number) => bars.filter(({ x }) => x === bin * 10);
const heightOf = (bin: number) => inBin(bin).reduce((sum, { height }) => sum + height, 0);

describe('overviewBars', () => {
  it('makes the fullest bar as high as there is room, and others by the square root', () => {
    expect(heightOf(0)).toBeCloseTo(30);
    expect(heightOf(2)).toBeCloseTo(15);
    expect(heightOf(1)).toBe(0);
  });

  it('stacks outcomes by count from the floor, gravest lowest', () => {
    expect(inBin(0).map(({ outcome, y, height }) => [outcome, y, height])).toEqual([
      [1, 22.5, 7.5],
      [0, 0, 22.5],
    ]);
  });

  it('lets one event among many be seen', () => {
    const lonely = overviewBars(
      { span, bins: 2, counts: Uint32Array.of(1_000_000, 1, 0, 0, 0, 0, 1, 0) },
      20,
      30,
    );
    for (const { height } of lonely) expect(height).toBeGreaterThanOrEqual(1.5);
    expect(lonely.map(({ outcome }) => outcome)).toEqual([3, 0, 0]);
  });

  it('draws nothing of nothing', () => {
    expect(overviewBars({ span, bins: 3, counts: new Uint32Array(12) }, 30, 30)).toEqual([]);
  });
});
