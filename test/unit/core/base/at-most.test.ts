import { describe, expect, it } from 'vitest';
import { atMost } from '../../../../renderer/core/base/at-most.ts';

describe('atMost', () => {
  it('has no more under way than it may, and does all of it', async () => {
    let underWay = 0;
    let most = 0;
    const work = atMost(3, async (item: number) => {
      most = Math.max(most, ++underWay);
      for (let turn = 0; turn < item % 4; turn++) await Promise.resolve();
      underWay--;
      return item * 2;
    });
    const items = Array.from({ length: 20 }, (_, place) => place);
    expect(await Promise.all(items.map(work))).toEqual(items.map((item) => item * 2));
    expect(most).toBe(3);
  });

  it('begins nothing more after a failure', async () => {
    const begun: number[] = [];
    const work = atMost(1, (item: number) => {
      begun.push(item);
      return item === 1 ? Promise.reject(new Error('no')) : Promise.resolve(item);
    });
    const results = await Promise.allSettled([0, 1, 2, 3].map(work));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      ...Array<string>(3).fill('rejected'),
    ]);
    expect(begun).toEqual([0, 1]);
  });
});
