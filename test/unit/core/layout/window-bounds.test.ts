import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundedWindow,
  widestWindow,
  zoomedWithin,
} from '../../../../renderer/core/layout/window-bounds.ts';

const day = 86_400_000;
const whole = { start: 100 * day, end: 104 * day };

describe('widestWindow', () => {
  it('is three times the case, and a day for short ones', () => {
    expect(widestWindow(whole)).toBe(12 * day);
    expect(widestWindow({ start: 5, end: 6 })).toBe(day);
  });
});

describe('boundedWindow', () => {
  it('leaves alone what is within the bounds', () => {
    const window = { start: 99 * day, end: 102 * day };
    expect(boundedWindow(window, whole)).toBe(window);
  });

  it('brings a window back whose middle has left the case', () => {
    expect(boundedWindow({ start: 0, end: 2 * day }, whole)).toEqual({
      start: 99 * day,
      end: 101 * day,
    });
    expect(boundedWindow({ start: 200 * day, end: 202 * day }, whole)).toEqual({
      start: 103 * day,
      end: 105 * day,
    });
  });

  it('narrows and widens around the middle', () => {
    expect(boundedWindow({ start: 2 * day, end: 202 * day }, whole)).toEqual({
      start: 96 * day,
      end: 108 * day,
    });
    const middle = 101 * day;
    expect(boundedWindow({ start: middle, end: middle }, whole)).toEqual({
      start: middle - 500,
      end: middle + 500,
    });
  });
});

describe('zoomedWithin', () => {
  it('keeps all of the case on the screen and its moment in place, however often it zooms out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 1.1, max: 8, noNaN: true }),
        (at, share, factor) => {
          const still = whole.start + (at / 1000) * (whole.end - whole.start);
          const start = still - (share / 1000) * 3_600_000;
          let window = { start, end: start + 3_600_000 };
          for (let press = 0; press < 400; press++) {
            window = zoomedWithin(window, factor, whole, still);
            if (still < window.start - 1 || still > window.end + 1) return false;
          }
          const { end } = window;
          const isWidest = Math.abs(end - window.start - widestWindow(whole)) < 1;
          return isWidest && window.start <= whole.start && end >= whole.end;
        },
      ),
    );
  });

  it('stands still once it is as wide as can be', () => {
    const widest = zoomedWithin(whole, 100, whole, whole.start);
    expect(zoomedWithin(widest, 1.5, whole, whole.start)).toEqual(widest);
  });

  it('stops at one second around the moment', () => {
    let window = { start: 101 * day, end: 102 * day };
    const still = 101.25 * day;
    for (let press = 0; press < 60; press++) window = zoomedWithin(window, 0.5, whole, still);
    expect(window.start).toBeCloseTo(still - 250, 0);
    expect(window.end).toBeCloseTo(still + 750, 0);
  });
});
