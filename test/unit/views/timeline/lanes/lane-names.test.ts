import { describe, expect, it } from 'vitest';
import {
  laneTexts,
  nameLanes,
  wholeName,
} from '../../../../../renderer/views/timeline/lanes/lane-names.ts';
import { lanesOf, nestedLanes } from '../../../../fixtures/timeline-marks.ts';

const byName = { field: 'eventName' } as const;
const widthFor = (length: number, timelineWidth: number) =>
  nameLanes(lanesOf('x'.repeat(length)), byName, timelineWidth).columnWidth;

describe('nameLanes', () => {
  it('makes the column as wide as the longest name needs, up to a share of the timeline', () => {
    expect(widthFor(12, 1200)).toBe(232);
    expect(widthFor(200, 1200)).toBe(360);
    expect(widthFor(30, 1200)).toBeGreaterThan(232);
    expect(widthFor(30, 1200)).toBeLessThan(360);
    expect(widthFor(200, 400)).toBe(232);
  });

  it('keeps the column as wide as it was, as far as the timeline is wide enough', () => {
    const widthAfter = (before: number, timelineWidth: number) =>
      nameLanes(lanesOf('short'), byName, timelineWidth, before).columnWidth;
    expect(widthAfter(300, 1200)).toBe(300);
    expect(widthAfter(200, 1200)).toBe(232);
    expect(widthAfter(360, 1000)).toBe(300);
  });

  it('cuts no name that the column was made for', () => {
    const name = 'app/checkout/50dc6c495c0c9188';
    expect(nameLanes(lanesOf(name), { field: 'sourceIp' }, 1200).at(0)).toEqual({
      ...{ head: name, tail: '', gives: 'head' },
    });
  });

  it('calls lanes by their labels, with hidden characters made visible', () => {
    const names = nameLanes(lanesOf('a\u202Eb', ''), byName, 1200);
    expect(names.at(0).head).toBe('a⟦U+202E⟧b');
    expect(names.at(1).head).toBe('not in this record');
  });

  it('tells long names apart, and cuts those very far down by themselves', () => {
    const start = 'k8s-production-cluster-of-the-shop-';
    const many = lanesOf(...Array.from({ length: 502 }, (_, place) => start + String(place)));
    const names = nameLanes(many, byName, 400);
    expect(names.at(499)).toEqual({ head: start, tail: '499', gives: 'middle' });
    expect(names.at(501)).toMatchObject({ head: `${start}501`, gives: 'head' });
  });
});

describe('nameLanes, of two levels', () => {
  const key = 'AKIAIOSFODNN7EXAMPLE';
  const lanes = nestedLanes(['app'], key);
  const fields = { field: 'eventName', nested: 'accessKey' } as const;

  it('leaves room for what stands further in, and cuts each level as its field is', () => {
    const names = nameLanes(lanes, fields, 400);
    expect(names.at(0)).toEqual({ head: 'app', tail: '', gives: 'head' });
    expect(names.at(1)).toEqual({ head: 'AKIAIOSFODNN7E', tail: 'XAMPLE', gives: 'head' });
    expect(nameLanes(lanes, fields, 1200).columnWidth).toBeGreaterThan(
      nameLanes(lanesOf(key), { field: 'accessKey' }, 1200).columnWidth,
    );
  });

  it('makes the column wide enough for whole addresses, however narrow the timeline', () => {
    const addresses = nestedLanes(['app'], '192.168.110.120');
    const names = nameLanes(addresses, { field: 'eventName', nested: 'sourceIp' }, 400);
    expect(names.at(1)).toEqual({ head: '192.168.110.120', tail: '', gives: 'head' });
    expect(names.columnWidth).toBeLessThan(300);
  });

  it('calls a nested lane with the one that it is under', () => {
    expect(wholeName(lanes, 1, fields)).toBe('app › AKIAIOSFODNN7EXAMPLE');
    expect(wholeName(lanes, 0, fields)).toBe('app');
    expect(wholeName(lanes, 2, fields)).toBe('');
  });

  it('says how many lanes the row of all others stands for', () => {
    const many = ['app', ...Array.from({ length: 1234 }, (_, lane) => `lane ${lane}`)];
    const gathered = nestedLanes(many, key, { pinned: ['app'], gathers: true });
    expect(nameLanes(gathered, fields, 400).at(2).head).toBe('others (1,234)');
  });
});

describe('laneTexts', () => {
  it('says what stands at the left of the lanes in view', () => {
    const lanes = lanesOf('a', 'b', 'c', 'd');
    const names = nameLanes(lanes, byName, 1200);
    const texts = laneTexts(lanes, { first: 1, count: 2 }, names, byName, {
      current: 2,
      markOf: (_, value) => (value === 'b' ? { sign: '★', words: 'starred' } : undefined),
    });
    expect(texts.map(({ value, label, current }) => [value, label.head, current])).toEqual([
      ['b', 'b', false],
      ['c', 'c', true],
    ]);
    expect(texts.map(({ mark }) => mark?.sign)).toEqual(['★', undefined]);
  });
});
