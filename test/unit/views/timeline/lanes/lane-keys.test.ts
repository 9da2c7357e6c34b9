import { describe, expect, it } from 'vitest';
import type { LaneKey } from '../../../../../renderer/core/layout/marks.ts';
import {
  LaneKeys,
  type KeyScene,
} from '../../../../../renderer/views/timeline/lanes/lane-keys.svelte.ts';
import { lanesOf, madeData } from '../../../../fixtures/timeline-marks.ts';

const data = madeData([]);

function idOf(key: LaneKey): number | undefined {
  return key.kind === 'value' ? key.id : undefined;
}

function setUp(more: Partial<KeyScene> = {}) {
  const said: string[] = [];
  const scene: KeyScene = {
    ...{ total: 30, inView: { first: 10, count: 5 }, visible: { start: 1000, end: 3000 } },
    ...{ selected: undefined, selectedLane: -1 },
    finder: {
      beside: ({ lane }, from, direction) =>
        said.push(`${direction} of ${from.time} in ${idOf(lane)}`),
      nearest: ({ lane }, time) => said.push(`nearest to ${time} in ${idOf(lane)}`),
    },
    searchIn: (lane) => ({
      data,
      lane: { kind: 'value', id: lane },
      caseSpan: { start: 0, end: 9000 },
    }),
    scrollTo: (lane) => said.push(`scroll to ${lane}`),
    showLane: (lane) => said.push(`show ${lane}`),
    onVisible: ({ start, end }) => said.push(`${start} to ${end}`),
    onZoom: (factor, around) => said.push(`zoom ${factor} around ${around ?? 'the middle'}`),
    onFit: () => said.push('fit'),
    onFitWhole: () => said.push('fit whole'),
    onFold: (lane) => said.push(`fold ${lane}`),
    onPin: (lane) => said.push(`pin ${lane}`),
    onCard: (lane) => said.push(`card ${lane}`),
    cancel: () => said.push('cancel'),
    ...more,
  };
  const keys = new LaneKeys();
  return {
    said,
    keys,
    obey: (command: Parameters<LaneKeys['obey']>[0]) => {
      keys.obey(command, scene);
    },
  };
}
const selected = { ref: 3, time: 1500, lane: { outer: 'm', inner: undefined } };

describe('LaneKeys', () => {
  it('zooms around the chosen event where it is on the screen', () => {
    const without = setUp();
    without.obey({ kind: 'zoom', factor: 2 });
    expect(without.said).toEqual(['zoom 2 around the middle']);
    const within = setUp({ selected });
    within.obey({ kind: 'zoom', factor: 2 });
    expect(within.said).toEqual(['zoom 2 around 1500']);
    const outside = setUp({ selected: { ...selected, time: 3000 } });
    outside.obey({ kind: 'zoom', factor: 2 });
    expect(outside.said).toEqual(['zoom 2 around the middle']);
  });

  it('steps through the events of the lane, or through time where none is chosen', () => {
    const chosen = setUp({ selected, selectedLane: 12 });
    chosen.obey({ kind: 'step', direction: 'next' });
    expect(chosen.said).toEqual(['next of 1500 in 12']);
    const leftOut = setUp({ selected });
    leftOut.obey({ kind: 'step', direction: 'previous' });
    expect(leftOut.said).toEqual(['800 to 2800']);
  });

  it('walks from lane to lane, stays in the list, and takes the choice along', () => {
    const { said, obey, keys } = setUp();
    obey({ kind: 'lane', by: 1 });
    obey({ kind: 'lane', by: -1 });
    expect(said).toEqual(['show 10', 'show 9']);
    for (let press = 0; press < 40; press++) obey({ kind: 'lane', by: 1 });
    expect(keys.lane).toBe(29);
    const chosen = setUp({ selected, selectedLane: 12 });
    chosen.obey({ kind: 'lane', by: 1 });
    expect(chosen.said).toEqual(['show 13', 'nearest to 1500 in 13']);
    const empty = setUp({ total: 0 });
    empty.obey({ kind: 'lane', by: 1 });
    expect(empty.said).toEqual([]);
  });

  it('folds and pins the lane that it is in, else that of the chosen event, else the first', () => {
    const first = setUp();
    first.obey({ kind: 'fold' });
    const chosen = setUp({ selected, selectedLane: 12 });
    chosen.obey({ kind: 'pin' });
    expect([first.said, chosen.said]).toEqual([['fold 10'], ['pin 12']]);
    first.obey({ kind: 'lane', by: 1 });
    first.obey({ kind: 'lane', by: 1 });
    first.obey({ kind: 'pin' });
    expect(first.said.at(-1)).toBe('pin 11');
    first.obey({ kind: 'card' });
    expect(first.said.at(-1)).toBe('card 11');
  });

  it('goes where the lane that it is in has gone', () => {
    const { obey, keys } = setUp({ total: 3, inView: { first: 0, count: 3 } });
    keys.follow(undefined, lanesOf('b', 'a'));
    keys.follow(lanesOf('a', 'b'), lanesOf('b', 'a'));
    expect(keys.lane).toBeUndefined();
    obey({ kind: 'lane', by: 1 });
    keys.follow(lanesOf('a', 'b', 'c'), lanesOf('c', 'b', 'a'));
    expect(keys.lane).toBe(2);
    keys.follow(lanesOf('c', 'b', 'a'), lanesOf('c', 'b'));
    expect(keys.lane).toBe(2);
  });

  it('pans, pages, fits, takes the nearest event and cancels', () => {
    const { said, obey } = setUp();
    obey({ kind: 'pan', share: 0.1 });
    obey({ kind: 'page', by: 1 });
    obey({ kind: 'fit' });
    obey({ kind: 'fitWhole' });
    obey({ kind: 'nearest' });
    obey({ kind: 'cancel' });
    expect(said).toEqual([
      ...['1200 to 3200', 'scroll to 15', 'fit', 'fit whole'],
      ...['nearest to 2000 in 10', 'cancel'],
    ]);
  });
});
