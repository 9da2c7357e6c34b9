import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  revealing,
  rowsInView,
  scrolledTo,
  standInHeight,
  topOf,
  type ScrollExtent,
  type ScrollPlace,
} from '../../../renderer/ui/virtual-scroll.ts';

const top: ScrollPlace = { scrollTop: 0, listTop: 0 };
const extentOf = (count: number): ScrollExtent => ({ count, rowHeight: 24, viewHeight: 480 });

describe('virtual scroll of a list that fits the browser', () => {
  const extent = extentOf(1000);

  it('has the list’s own height, and goes pixel by pixel', () => {
    expect(standInHeight(extent)).toBe(24_000);
    expect(scrolledTo(extent, top, 2400)).toEqual({ scrollTop: 2400, listTop: 2400 });
  });

  it('shows the rows that are at least partly in view', () => {
    expect(rowsInView(extent, top)).toEqual({ start: 0, end: 20 });
    expect(rowsInView(extent, { scrollTop: 30, listTop: 30 })).toEqual({ start: 1, end: 22 });
  });

  it('is empty where there are no rows', () => {
    expect(rowsInView(extentOf(0), top)).toEqual({ start: 0, end: 0 });
  });
});

describe('virtual scroll of a list taller than the browser lays out', () => {
  const extent = extentOf(10_000_000);
  const furthest = standInHeight(extent) - extent.viewHeight;

  it('keeps under the limit', () => {
    expect(standInHeight(extent)).toBeLessThan(33_000_000);
  });

  it('goes row by row in small steps', () => {
    const place = scrolledTo(extent, { scrollTop: 1000, listTop: 777_000 }, 1100);
    expect(place).toEqual({ scrollTop: 1100, listTop: 777_100 });
  });

  it('goes in proportion where the scroll bar is dragged', () => {
    const { listTop } = scrolledTo(extent, top, furthest / 2);
    expect(listTop / 24).toBeCloseTo(5_000_000, -2);
  });

  it('reaches the first row and the last', () => {
    expect(rowsInView(extent, scrolledTo(extent, { scrollTop: 100, listTop: 900 }, 0)).start).toBe(
      0,
    );
    const last = scrolledTo(extent, { scrollTop: furthest - 50, listTop: 5000 }, furthest);
    expect(rowsInView(extent, last).end).toBe(10_000_000);
  });
});

describe('revealing', () => {
  const extents = fc
    .record({
      count: fc.integer({ min: 1, max: 20_000_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ count, share }) => ({ extent: extentOf(count), row: Math.floor(share * (count - 1)) }));

  it('has the row wholly in view, within the list and the scroll bar', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), ({ extent, row }, from) => {
        const start = scrolledTo(extent, top, from * Math.max(0, standInHeight(extent) - 480));
        const place = revealing(extent, start, row);
        const rowTop = row * 24 - place.listTop;
        expect(rowTop).toBeGreaterThanOrEqual(-0.001);
        expect(rowTop + 24).toBeLessThanOrEqual(480.001);
        expect(place.scrollTop).toBeGreaterThanOrEqual(0);
        expect(place.scrollTop).toBeLessThanOrEqual(Math.max(0, standInHeight(extent) - 480));
      }),
    );
  });

  it('moves nothing where the row is in view already', () => {
    expect(revealing(extentOf(1000), top, 19)).toBe(top);
  });

  it('moves by one row where the next row is just out of view', () => {
    expect(revealing(extentOf(1000), top, 20).listTop).toBe(24);
    const place = { scrollTop: 240, listTop: 240 };
    expect(revealing(extentOf(1000), place, 9).listTop).toBe(216);
  });
});

describe('topOf', () => {
  it('puts the first row in view at the top of the view, wherever the scroll bar is', () => {
    expect(topOf(1000, 24, { scrollTop: 500, listTop: 24_000 })).toBe(500);
  });
});
