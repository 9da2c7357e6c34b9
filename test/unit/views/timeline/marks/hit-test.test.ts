import { describe, expect, it } from 'vitest';
import type { CoverageGap } from '../../../../../renderer/core/correlate/coverage.ts';
import { hitTest, type HitScene } from '../../../../../renderer/views/timeline/marks/hit-test.ts';
import { heldMarks, type MadeEvent } from '../../../../fixtures/timeline-marks.ts';

/** Ten pixels a second; lanes 26 pixels high; the first lane on the screen is the list's third. */
const scale = { span: { start: 100_000, end: 200_000 }, width: 1000 };

function sceneOf(events: readonly MadeEvent[], maxEvents: number): HitScene {
  const held = heldMarks(events, {
    ...{ span: { start: 50_000, end: 250_000 }, window: scale.span, width: scale.width },
    ...{ lanes: { first: 1, count: 5 }, inAll: 8, maxEvents },
  });
  return { scale, laneHeight: 26, firstLane: 2, held, coverage: undefined };
}

describe('hitTest', () => {
  it('finds nothing while no marks are held', () => {
    expect(
      hitTest({ scale, laneHeight: 26, firstLane: 0, held: undefined, coverage: undefined }, 5, 5),
    ).toBeUndefined();
  });

  it('finds an event within six pixels of its place, and no further', () => {
    const scene = sceneOf([{ time: 110_000, lane: 3, outcome: 'write' }], 100);
    // The list's fourth lane is the second on the screen: its middle lies at 39.
    expect(hitTest(scene, 106, 39)).toMatchObject({
      kind: 'event',
      ref: 0,
      lane: 3,
      outcome: 'write',
    });
    expect(hitTest(scene, 100, 33)).toMatchObject({ ref: 0 });
    expect(hitTest(scene, 107, 39)).toBeUndefined();
    expect(hitTest(scene, 100, 13)).toBeUndefined();
  });

  it('takes the nearest of two, and the graver of two as near', () => {
    const scene = sceneOf(
      [
        { time: 110_000, lane: 2, outcome: 'denied' },
        { time: 110_800, lane: 2, outcome: 'read' },
      ],
      100,
    );
    expect(hitTest(scene, 102, 13)).toMatchObject({ ref: 0 });
    expect(hitTest(scene, 106, 13)).toMatchObject({ ref: 1 });
    expect(hitTest(scene, 104, 13)).toMatchObject({ ref: 0 });
  });

  it('reaches each event of a burst in one second', () => {
    const burst = Array.from({ length: 7 }, () => ({ time: 150_000, lane: 2 }));
    const scene = sceneOf(burst, 100);
    const found = new Set<number>();
    for (let x = 490; x < 520; x++) {
      for (let y = 0; y < 26; y++) {
        const hit = hitTest(scene, x, y);
        if (hit?.kind === 'event') found.add(hit.ref);
      }
    }
    expect(found.size).toBe(burst.length);
  });

  it('finds the cell under the pointer, with its count and gravest outcome', () => {
    const scene = sceneOf(
      [
        { time: 110_000, lane: 2 },
        { time: 110_050, lane: 2, outcome: 'denied' },
        { time: 190_000, lane: 5 },
      ],
      1,
    );
    expect(hitTest(scene, 101, 13)).toEqual({
      kind: 'cell',
      span: { start: 110_000, end: 110_200 },
      count: 2,
      gravest: 'denied',
      lane: 2,
    });
    expect(hitTest(scene, 95, 13)).toMatchObject({ count: 2 });
    expect(hitTest(scene, 50, 13)).toBeUndefined();
    expect(hitTest(scene, 101, 39)).toBeUndefined();
    expect(hitTest(scene, 900, 26 * 3 + 13)).toMatchObject({ count: 1, lane: 5 });
  });

  it('finds no cell above or below the lanes it holds', () => {
    const scene = sceneOf(
      [
        { time: 110_000, lane: 2 },
        { time: 110_000, lane: 2 },
      ],
      1,
    );
    expect(hitTest(scene, 100, 26 * 4 + 13)).toBeUndefined();
    expect(hitTest({ ...scene, firstLane: 0 }, 100, 13)).toBeUndefined();
  });

  it('finds the coverage gap where there is no mark', () => {
    const gap: CoverageGap = {
      kind: 'silence',
      ...{ span: { start: 120_000, end: 150_000 }, account: 'a', region: 'r' },
      ...{ where: 'between events', usualShare: 0.5, days: { compared: 2, silent: 0, length: 1 } },
    };
    const coverage = { lanes: { first: 1, count: 2 }, gaps: [[], [gap]], spans: [] };
    const scene = { ...sceneOf([{ time: 130_000, lane: 2 }], 100), coverage };
    expect(hitTest(scene, 250, 13)).toEqual({ kind: 'gap', gaps: [gap], time: 125_000, lane: 2 });
    expect(hitTest(scene, 301, 13)).toMatchObject({ kind: 'event' });
    expect(hitTest(scene, 250, 39)).toBeUndefined();
    expect(hitTest(scene, 510, 13)).toBeUndefined();
  });
});
