import { describe, expect, it } from 'vitest';
import { OverviewGaps } from '../../../../../renderer/views/timeline/overview/overview-gaps.svelte.ts';
import type { TimelineData } from '../../../../../renderer/state/timeline/timeline-data.ts';
import { madeData } from '../../../../fixtures/timeline-marks.ts';

describe('OverviewGaps', () => {
  it('has the gaps of the case once, whatever kinds lie over each other', async () => {
    const place = { account: 'a', region: 'r' };
    const data: TimelineData = {
      ...madeData([], 20),
      coverage: (lanes) => {
        expect(lanes).toEqual([]);
        const missing = { kind: 'missing files', files: 1, key: 'k', ...place } as const;
        const days = { compared: 1, silent: 0, length: 1 };
        const silence = { kind: 'silence', where: 'between events', usualShare: 1, days } as const;
        const gaps = [
          { ...missing, span: { start: 10, end: 20 } },
          { ...silence, ...place, span: { start: 15, end: 30 } },
          { ...missing, span: { start: 50, end: 60 } },
        ];
        return Promise.resolve({ gaps, ofLane: [] });
      },
    };
    const gaps = new OverviewGaps();
    expect(gaps.spans).toEqual([]);
    await gaps.look(data);
    expect(gaps.spans).toEqual([
      { start: 10, end: 30 },
      { start: 50, end: 60 },
    ]);
  });
});
