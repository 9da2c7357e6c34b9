import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import LaneScroller from '../../../../../renderer/views/timeline/lanes/LaneScroller.svelte';

const laneHeight = 26;
let mounted: Record<string, unknown> | undefined;
afterEach(async () => {
  if (mounted !== undefined) await unmount(mounted);
});

/** The bar beside ten lanes of so many, the first ones scrolled to in turn, and its height in pixels. */
function barOf(total: number): { bar: HTMLElement; height: number; firsts: number[] } {
  const firsts: number[] = [];
  mounted = mount(LaneScroller, {
    target: document.body,
    props: {
      total,
      inView: { first: 0, count: 10 },
      laneHeight,
      first: 0,
      area: { top: 0, height: 10 * laneHeight + 9 },
      onScroll: (first: number) => firsts.push(first),
    },
  });
  flushSync();
  const bar = document.querySelector<HTMLElement>('.scroller');
  if (bar === null) throw new Error('there is no bar');
  const inner = bar.firstElementChild instanceof HTMLElement ? bar.firstElementChild : bar;
  return { bar, height: Number.parseFloat(inner.style.height), firsts };
}

describe('LaneScroller', () => {
  it.each([1000, 5_000_000])('leads to the last of %d lanes at its end', (total) => {
    const { bar, height, firsts } = barOf(total);
    // Chromium lays nothing out beyond 33 million pixels.
    expect(height).toBeLessThan(33_000_000);
    bar.scrollTop = height - (10 * laneHeight + 9);
    bar.dispatchEvent(new Event('scroll'));
    // jsdom keeps six digits of a height.
    expect(Math.abs((firsts.at(-1) ?? 0) - (total - 10))).toBeLessThan(20);
  });
});
