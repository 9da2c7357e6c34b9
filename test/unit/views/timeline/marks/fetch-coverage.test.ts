import { describe, expect, it } from 'vitest';
import type { CoverageGap } from '../../../../../renderer/core/correlate/coverage.ts';
import {
  CoverageFetcher,
  gapsAt,
} from '../../../../../renderer/views/timeline/marks/fetch-coverage.svelte.ts';
import type { TimelineData } from '../../../../../renderer/state/timeline/timeline-data.ts';
import { madeData } from '../../../../fixtures/timeline-marks.ts';

const gap = (start: number, end: number): CoverageGap => ({
  ...{ kind: 'silence', span: { start, end }, account: 'a', region: 'r' },
  ...{ where: 'between events', usualShare: 1, days: { compared: 1, silent: 0, length: 1 } },
});

function setUp() {
  let asked = 0;
  const data: TimelineData = {
    ...madeData([], 20),
    coverage: (lanes) => {
      asked++;
      return Promise.resolve({
        gaps: [gap(10, 20), gap(15, 30)],
        ofLane: lanes.map((_, lane) => (lane === 0 ? [0, 1] : [])),
      });
    },
  };
  return { data, asked: () => asked, fetcher: new CoverageFetcher() };
}

describe('CoverageFetcher', () => {
  it('has the gaps of each lane, and spans that do not overlap to paint', async () => {
    const { data, fetcher } = setUp();
    await fetcher.look(data, { first: 0, count: 4 });
    expect(fetcher.held?.spans[0]).toEqual([{ start: 10, end: 30 }]);
    expect(fetcher.held?.spans[1]).toEqual([]);
    expect(fetcher.all).toHaveLength(2);
    expect(gapsAt(fetcher.held, 0, 16)).toHaveLength(2);
    expect(gapsAt(fetcher.held, 0, 25)).toHaveLength(1);
    expect(gapsAt(fetcher.held, 0, 30)).toEqual([]);
    expect(gapsAt(fetcher.held, 1, 16)).toEqual([]);
    expect(gapsAt(undefined, 0, 16)).toEqual([]);
  });

  it('asks again when lanes scroll past the margin, and for another selection', async () => {
    const { data, asked, fetcher } = setUp();
    await fetcher.look(data, { first: 0, count: 4 });
    await fetcher.look(data, { first: 4, count: 4 });
    expect(asked()).toBe(1);
    await fetcher.look(data, { first: 5, count: 4 });
    await fetcher.look({ ...data }, { first: 5, count: 4 });
    expect(asked()).toBe(3);
  });
});
