import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstToShow,
  lanesInView,
  lanesThatFit,
  mostLanes,
  withMargin,
} from '../../../../renderer/core/layout/lanes-in-view.ts';

describe('lanesThatFit', () => {
  it('counts whole lanes, one at least and fifty at most', () => {
    expect(lanesThatFit(103, 26)).toBe(3);
    expect(lanesThatFit(0, 26)).toBe(1);
    expect(lanesThatFit(5000, 26)).toBe(mostLanes);
  });
});

describe('lanesInView', () => {
  it('does not scroll past either end', () => {
    expect(lanesInView(100, 10, 95.4)).toEqual({ first: 90, count: 10 });
    expect(lanesInView(100, 10, -3)).toEqual({ first: 0, count: 10 });
    expect(lanesInView(4, 10, 2)).toEqual({ first: 0, count: 4 });
    expect(lanesInView(0, 10, 2)).toEqual({ first: 0, count: 0 });
  });
});

describe('firstToShow', () => {
  it('scrolls as little as brings the lane into view', () => {
    const view = { first: 10, count: 5 };
    expect(firstToShow(12, view)).toBe(10);
    expect(firstToShow(3, view)).toBe(3);
    expect(firstToShow(15, view)).toBe(11);
  });
});

describe('withMargin', () => {
  it('reaches over the lanes in view, over no lane that is not there, and never over fifty', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(3000),
        (total, fit, wanted) => {
          const view = lanesInView(total, fit, wanted);
          const { first, count } = withMargin(view, total);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(first).toBeLessThanOrEqual(view.first);
          expect(first + count).toBeGreaterThanOrEqual(view.first + view.count);
          expect(first + count).toBeLessThanOrEqual(total);
          expect(count).toBe(Math.min(total, mostLanes, 2 * view.count));
        },
      ),
    );
  });
});
