import { describe, expect, it } from 'vitest';
import type { Links } from '../../../../../renderer/core/layout/build-links.ts';
import { LinksFetcher } from '../../../../../renderer/views/timeline/marks/fetch-links.svelte.ts';
import type { TimelineData } from '../../../../../renderer/state/timeline/timeline-data.ts';
import { madeData, valueLanes } from '../../../../fixtures/timeline-marks.ts';

const window = { start: 0, end: 9000 };
const lanes = { first: 2, count: 2 };

function dataWith(links: Links) {
  const asked: unknown[] = [];
  const data: TimelineData = {
    ...madeData([], 8),
    links: (request) => {
      asked.push(request);
      return Promise.resolve(links);
    },
  };
  return { data, asked };
}

describe('LinksFetcher', () => {
  it('asks for the lanes in view and a margin, and counts lanes from the list’s first', async () => {
    const { data, asked } = dataWith({
      tied: [{ ref: 4, time: 20, lane: 1, ties: 3 }],
      firstUse: { ref: 5, time: 30, lane: { outer: 'h', inner: undefined } },
    });
    const fetcher = new LinksFetcher();
    await fetcher.look({ data, lanes, window, ref: 7 });
    expect(asked).toEqual([{ ref: 7, span: window, lanes: valueLanes(2, 3, 4, 5) }]);
    expect(fetcher.held).toEqual({
      from: 7,
      tied: [{ ref: 4, time: 20, lane: 2 }],
      firstUse: { ref: 5, time: 30, lane: 7 },
    });
  });

  it('has none while no event is chosen, nor those of another', async () => {
    const { data, asked } = dataWith({ tied: [], firstUse: undefined });
    const fetcher = new LinksFetcher();
    await fetcher.look({ data, lanes, window, ref: 7 });
    expect(fetcher.held?.from).toBe(7);
    const other = fetcher.look({ data, lanes, window, ref: 8 });
    expect(fetcher.held).toBeUndefined();
    await other;
    await fetcher.look({ data, lanes, window, ref: undefined });
    expect(fetcher.held).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
