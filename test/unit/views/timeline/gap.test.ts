import { describe, expect, it } from 'vitest';
import { GapFinder } from '../../../../renderer/views/timeline/gap.svelte.ts';
import { madeData } from '../../../fixtures/timeline-marks.ts';

const data = madeData([
  { time: 1000, lane: 0 },
  { time: 5000, lane: 2 },
]);
const window = { start: 2000, end: 3000 };

describe('GapFinder', () => {
  it('knows what lies around a window that shows nothing', async () => {
    const finder = new GapFinder();
    await finder.look(data, window);
    expect(finder.gap).toEqual({
      window,
      around: {
        count: 0,
        first: undefined,
        before: { time: 1000, lane: { outer: 'a', inner: undefined } },
        after: { time: 5000, lane: { outer: 'c', inner: undefined } },
      },
    });
  });

  it('forgets it as soon as there is something to see, though the answer comes later', async () => {
    const finder = new GapFinder();
    await finder.look(data, window);
    const looking = finder.look(data, window);
    await finder.look(data, undefined);
    await looking;
    expect(finder.gap).toBeUndefined();
  });
});
