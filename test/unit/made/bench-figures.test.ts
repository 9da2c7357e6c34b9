import { describe, expect, it } from 'vitest';
import { Figures, figureTable, isReached, median, percentile } from '../../bench/figures.ts';

const silent = (): void => undefined;

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([])).toBeNaN();
  });
});

describe('percentile', () => {
  it('is the smallest value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(values, 0.95)).toBe(95);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile([7], 0.95)).toBe(7);
  });
});

describe('Figures', () => {
  it('judges a figure by its median and the side of its target', () => {
    const figures = new Figures(silent);
    figures.add('a', 'rate', 'events/s', [50, 70, 61], { bound: 'least', value: 60 });
    figures.add('a', 'time', 'ms', [19, 30, 31], { bound: 'most', value: 20 });
    figures.add('a', 'just so', 'ms', [1000]);
    expect(figures.figures.map(isReached)).toEqual([true, false, true]);
  });

  it('counts what was not measured at all as missed', () => {
    const figures = new Figures(silent);
    figures.add('a', 'time', 'ms', [NaN], { bound: 'most', value: 20 });
    expect(figures.figures.map(isReached)).toEqual([false]);
  });

  it('are shown in one line each, with what is missing below', () => {
    const figures = new Figures(silent);
    figures.add('a', 'import', 'events/s', [61_234, 59_000, 62_000], {
      bound: 'least',
      value: 60_000,
    });
    figures.miss('a', 'jq', 'it is not installed');
    const lines = figureTable(figures.figures, figures.gaps).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^import +61,234 +events\/s +59,000 +62,000 +3 +≥ 60,000 +reached$/);
    expect(lines[2]).toBe('jq: not measured, it is not installed');
  });
});
