import { describe, expect, it } from 'vitest';
import {
  type HeldMarks,
  isOfSame,
  isSharp,
  type MarksView,
  mayStay,
  showsNothing,
  suffices,
} from '../../../../../renderer/views/timeline/marks/held-marks.ts';
import {
  lanesOf,
  madeData,
  madeLanes,
  nestedLanes,
  plainMarks,
  rowsOf,
  valueLanes,
} from '../../../../fixtures/timeline-marks.ts';

const data = madeData([]);
const view: MarksView = {
  data,
  window: { start: 1000, end: 2000 },
  width: 500,
  lanes: { first: 10, count: 5 },
};
const coverage = {
  ...{ view, lanes: { first: 5, count: 15 }, span: { start: 500, end: 2500 } },
  isCoarse: false,
};
const withWindow = (start: number, end: number) => ({ ...view, window: { start, end } });

describe('isOfSame', () => {
  it('holds for the same selection and lanes only', () => {
    expect(isOfSame(coverage, withWindow(0, 9))).toBe(true);
    expect(isOfSame(coverage, { ...view, data: madeData([]) })).toBe(false);
  });
});

describe('mayStay', () => {
  const lanes = madeLanes(30);
  const names = rowsOf(lanes).map(({ value }) => value);
  const long = { ...view, data: { ...data, lanes } };
  const held = { ...coverage, view: long };

  it('holds while each lane keeps its place', () => {
    const more = { ...data, lanes: madeLanes(32) };
    expect(mayStay(held, { ...long, data: more })).toBe(true);
  });

  it('does not hold once a lane has moved or is gone, nor for another field', () => {
    expect(mayStay(held, { ...long, data: { ...data, lanes: lanesOf(...names.slice(1)) } })).toBe(
      false,
    );
    expect(
      mayStay(held, { ...long, data: { ...data, lanes: lanesOf(...names.slice(0, 12)) } }),
    ).toBe(false);
    const byTool = { ...data, lanes, fields: { field: 'tool' } } as const;
    expect(mayStay(held, { ...long, data: byTool })).toBe(false);
    const nested = { ...long, data: { ...data, lanes: nestedLanes(names, 'k') } };
    const folded = nestedLanes(names, 'k', { folded: new Set(names.slice(-1)) });
    const heldNested = { ...coverage, lanes: { first: 0, count: 60 }, view: nested };
    expect(mayStay(heldNested, nested)).toBe(true);
    expect(mayStay(heldNested, { ...long, data: { ...data, lanes: folded } })).toBe(false);
  });
});

describe('suffices', () => {
  it('holds while the window stays within the marks', () => {
    expect(suffices(coverage, withWindow(500, 1500))).toBe(true);
    expect(suffices(coverage, withWindow(499, 1499))).toBe(false);
    expect(suffices(coverage, withWindow(1501, 2501))).toBe(false);
  });

  it('holds up to a stretch of three either way', () => {
    expect(suffices(coverage, withWindow(1330, 1670))).toBe(true);
    expect(suffices(coverage, withWindow(1340, 1670))).toBe(false);
    expect(suffices(coverage, withWindow(500, 2500))).toBe(true);
  });

  it('holds while the lanes stay within those asked for', () => {
    expect(suffices(coverage, { ...view, lanes: { first: 15, count: 5 } })).toBe(true);
    expect(suffices(coverage, { ...view, lanes: { first: 16, count: 5 } })).toBe(false);
    expect(suffices(coverage, { ...view, lanes: { first: 4, count: 5 } })).toBe(false);
  });
});

describe('isSharp', () => {
  it('holds where nothing is stretched and a quarter of a window is left at each side', () => {
    expect(isSharp(coverage, view)).toBe(true);
    expect(isSharp(coverage, withWindow(1250, 2250))).toBe(true);
    expect(isSharp(coverage, withWindow(1251, 2251))).toBe(false);
    expect(isSharp(coverage, withWindow(1000, 1900))).toBe(false);
    expect(isSharp(coverage, { ...view, width: 600 })).toBe(false);
    expect(isSharp({ ...coverage, isCoarse: true }, view)).toBe(false);
  });
});

describe('showsNothing', () => {
  const events = [
    { time: 1200, lane: 0 },
    { time: 1500, lane: 2 },
  ];
  const twoLanes = { ...view, lanes: { first: 0, count: 2 } };
  const heldOf = (maxEvents: number): HeldMarks => ({
    view: twoLanes,
    lanes: { first: 0, count: 3 },
    span: { start: 500, end: 2500 },
    isCoarse: false,
    marks: plainMarks(events, {
      ...{ field: 'sourceIp', lanes: valueLanes(1, 2, 3), bins: 200, maxEvents },
      span: { start: 500, end: 2500 },
    }),
    fan: { place: new Uint16Array(0), size: new Uint16Array(0) },
  });

  it.each([
    ['events', 10],
    ['densities', 0],
  ])('looks at the lanes and the window on the screen, in %s', (_, maxEvents) => {
    const held = heldOf(maxEvents);
    const shows = (start: number, end: number, lanes = twoLanes.lanes) =>
      !showsNothing(held, { ...twoLanes, window: { start, end }, lanes });
    expect(shows(1000, 2000)).toBe(true);
    expect(shows(1300, 2200)).toBe(false);
    expect(shows(1300, 2200, { first: 1, count: 2 })).toBe(true);
    expect(shows(1600, 2400, { first: 1, count: 2 })).toBe(false);
  });

  it('does not say so of what the marks do not reach over', () => {
    expect(showsNothing(heldOf(10), { ...twoLanes, window: { start: 2000, end: 3000 } })).toBe(
      false,
    );
  });
});
