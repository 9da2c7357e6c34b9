import { describe, expect, it } from 'vitest';
import { Random } from '../../made/random.ts';

describe('Random', () => {
  it('repeats itself from the same seed', () => {
    const words = (seed: number): readonly number[] => {
      const random = new Random(seed);
      return Array.from({ length: 8 }, () => random.word());
    };
    expect(words(5)).toEqual(words(5));
    expect(words(5)).not.toEqual(words(6));
  });

  it('forks without disturbing the one it forks from', () => {
    const alone = new Random(9);
    const forked = new Random(9);
    forked.fork('a').word();
    expect(forked.word()).toBe(alone.word());
    expect(new Random(9).fork('a').word()).not.toBe(new Random(9).fork('b').word());
  });

  it('stays within its bounds and reaches both', () => {
    const random = new Random(1);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  it('draws GUIDs of version 4 that differ', () => {
    const random = new Random(2);
    const guids = Array.from({ length: 1000 }, () => random.guid());
    expect(new Set(guids).size).toBe(1000);
    for (const guid of guids) {
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Random(3).pick([])).toThrow('nothing to pick from');
  });
});
