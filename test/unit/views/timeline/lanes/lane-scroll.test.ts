import { describe, expect, it } from 'vitest';
import { elbOnly, everything } from '../../../../../renderer/core/query/filter.ts';
import { LaneScroll } from '../../../../../renderer/views/timeline/lanes/lane-scroll.svelte.ts';

const inView = { first: 0, count: 10 };

describe('LaneScroll', () => {
  it('goes no further than the last lane, nor before the first', () => {
    const scroll = new LaneScroll();
    scroll.to(95, 100, inView);
    expect(scroll.first).toBe(90);
    scroll.to(-3, 100, inView);
    expect(scroll.first).toBe(0);
  });

  it('scrolls as little as brings a lane into view', () => {
    const scroll = new LaneScroll();
    scroll.show(4, 100, inView);
    expect(scroll.first).toBe(0);
    scroll.show(12, 100, inView);
    expect(scroll.first).toBe(3);
  });

  it('brings a chosen event’s lane into view once, and again under another filter', () => {
    const scroll = new LaneScroll();
    const chosen = { filter: everything, ref: 7, lane: 12 };
    expect(scroll.isNew(chosen)).toBe(true);
    expect(scroll.isNew({ ...chosen })).toBe(false);
    expect(scroll.isNew({ ...chosen, filter: elbOnly })).toBe(true);
    expect(scroll.brought).toEqual({ ...chosen, filter: elbOnly });
    expect(scroll.isNew({ ...chosen, filter: elbOnly, lane: -1 })).toBe(false);
  });
});
