import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  movedBy,
  narrowestWindow,
  pixelsPerMs,
  spanBetween,
  timeAt,
  xOf,
  zoomedAround,
} from '../../../../renderer/core/layout/time-scale.ts';

const scale = { span: { start: 1000, end: 3000 }, width: 400 };

describe('xOf and timeAt', () => {
  it('lay the start at the left edge and the end at the right one', () => {
    expect(xOf(scale, 1000)).toBe(0);
    expect(xOf(scale, 3000)).toBe(400);
    expect(xOf(scale, 500)).toBe(-100);
    expect(timeAt(scale, 100)).toBe(1500);
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 1, max: 1e11 }),
        fc.nat(4000),
        (start, length, x) => {
          const anywhere = { span: { start, end: start + length }, width: 1400 };
          expect(xOf(anywhere, timeAt(anywhere, x))).toBeCloseTo(x, 0);
        },
      ),
    );
  });

  it('put everything at the edge where there is no length or no width', () => {
    expect(pixelsPerMs({ span: { start: 5, end: 5 }, width: 100 })).toBe(0);
    expect(timeAt({ span: { start: 5, end: 9 }, width: 0 }, 50)).toBe(5);
  });
});

describe('zoomedAround', () => {
  it('keeps the moment under the pointer where it is', () => {
    const zoomed = zoomedAround({ start: 0, end: 100_000 }, 0.25, 80_000);
    expect(zoomed).toEqual({ start: 60_000, end: 85_000 });
  });

  it('keeps the middle where no moment is given', () => {
    expect(zoomedAround({ start: 0, end: 10_000 }, 2)).toEqual({ start: -5000, end: 15_000 });
  });

  it('never shows less than the narrowest window', () => {
    const { start, end } = zoomedAround({ start: 0, end: 1200 }, 0.01);
    expect(end - start).toBe(narrowestWindow);
  });
});

describe('movedBy', () => {
  it('moves by a share of the length', () => {
    expect(movedBy({ start: 100, end: 200 }, -0.5)).toEqual({ start: 50, end: 150 });
  });
});

describe('covers', () => {
  it('takes a span that reaches to the edges, and none that goes over', () => {
    expect(covers({ start: 0, end: 10 }, { start: 0, end: 10 })).toBe(true);
    expect(covers({ start: 0, end: 10 }, { start: 0, end: 11 })).toBe(false);
    expect(covers({ start: 1, end: 10 }, { start: 0, end: 5 })).toBe(false);
  });
});

describe('spanBetween', () => {
  it('puts two moments in order', () => {
    expect(spanBetween(9, 4)).toEqual({ start: 4, end: 9 });
  });
});
