import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../../renderer/core/layout/marks.ts';
import { laneTexts, nameLanes } from '../../../../renderer/views/timeline/lane-names.ts';

const lanesOf = (...values: readonly string[]): readonly Lane[] =>
  values.map((value, id) => ({
    ...{ id, value, count: 1, writes: 0, failed: 0, denied: 0 },
    ...{ firstSeen: undefined, lastSeen: undefined },
  }));
const same = (value: string) => value;
const widthFor = (length: number, timelineWidth: number) =>
  nameLanes(lanesOf('x'.repeat(length)), same, 0, timelineWidth).columnWidth;

describe('nameLanes', () => {
  it('makes the column as wide as the longest name needs, up to a share of the timeline', () => {
    expect(widthFor(12, 1200)).toBe(232);
    expect(widthFor(200, 1200)).toBe(360);
    expect(widthFor(30, 1200)).toBeGreaterThan(232);
    expect(widthFor(30, 1200)).toBeLessThan(360);
    expect(widthFor(200, 400)).toBe(232);
  });

  it('cuts no name that the column was made for', () => {
    const name = 'app/checkout/50dc6c495c0c9188';
    expect(nameLanes(lanesOf(name), same, 8, 1200).at(0)).toEqual({
      ...{ head: name, tail: '', gives: 'head' },
    });
  });

  it('calls lanes by their labels, with hidden characters made visible', () => {
    const names = nameLanes(lanesOf('a\u202Eb'), (value) => `label of ${value}`, 0, 1200);
    expect(names.at(0).head).toBe('label of a⟦U+202E⟧b');
  });

  it('tells long names apart, and cuts those very far down by themselves', () => {
    const start = 'k8s-production-cluster-of-the-shop-';
    const many = lanesOf(...Array.from({ length: 2002 }, (_, place) => start + String(place)));
    const names = nameLanes(many, same, 0, 400);
    expect(names.at(1999)).toEqual({ head: start, tail: '1999', gives: 'middle' });
    expect(names.at(2001)).toMatchObject({ head: `${start}2001`, gives: 'head' });
  });
});

describe('laneTexts', () => {
  it('says what stands at the left of the lanes in view', () => {
    const lanes = lanesOf('a', 'b', 'c', 'd');
    const names = nameLanes(lanes, same, 0, 1200);
    const texts = laneTexts(lanes, { first: 1, count: 2 }, names, 'eventName', 2);
    expect(texts.map(({ value, label, current }) => [value, label.head, current])).toEqual([
      ['b', 'b', false],
      ['c', 'c', true],
    ]);
  });
});
