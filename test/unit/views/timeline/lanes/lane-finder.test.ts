import { describe, expect, it } from 'vitest';
import { LaneFinder } from '../../../../../renderer/views/timeline/lanes/lane-finder.ts';
import { madeData, type MadeEvent } from '../../../../fixtures/timeline-marks.ts';

const events: readonly MadeEvent[] = [
  { time: 1000, lane: 0 },
  { time: 2000, lane: 0, outcome: 'denied' },
  { time: 9000, lane: 0 },
];
const search = {
  data: madeData(events),
  lane: { kind: 'value', id: 1 },
  caseSpan: { start: 0, end: 10_000 },
} as const;

async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('LaneFinder', () => {
  it('hands over what it finds', async () => {
    const found: number[] = [];
    const finder = new LaneFinder((ref) => found.push(ref));
    finder.beside(search, { ref: 0, time: 1000 }, 'next');
    await turns();
    finder.nearest(search, 8000);
    await turns();
    finder.gravest(search, { start: 0, end: 5000 }, () => found.push(-1));
    await turns();
    expect(found).toEqual([1, 2, 1]);
  });

  it('drops a search that a newer one overtakes', async () => {
    const found: number[] = [];
    const finder = new LaneFinder((ref) => found.push(ref));
    finder.nearest(search, 1000);
    finder.nearest(search, 9000);
    await turns();
    expect(found).toEqual([2]);
  });

  it('does something else where there is nothing to find', async () => {
    const found: number[] = [];
    const finder = new LaneFinder((ref) => found.push(ref));
    finder.gravest(search, { start: 5000, end: 6000 }, () => found.push(-1));
    await turns();
    finder.beside(search, { ref: 2, time: 9000 }, 'next');
    await turns();
    expect(found).toEqual([-1]);
  });
});
