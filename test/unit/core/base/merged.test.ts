import { describe, expect, it } from 'vitest';
import { merged } from '../../../../renderer/core/base/merged.ts';

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('merged', () => {
  it('gives all that the sources give, each in its order', async () => {
    async function* counting(name: string, count: number, pace: number) {
      for (let place = 0; place < count; place++) {
        await turns(pace);
        yield `${name}${place}`;
      }
    }
    const got: string[] = [];
    for await (const each of merged([
      counting('a', 5, 1),
      counting('b', 0, 1),
      counting('c', 3, 9),
    ]))
      got.push(each);
    expect(got.filter((each) => each.startsWith('a'))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4']);
    expect(got.filter((each) => each.startsWith('c'))).toEqual(['c0', 'c1', 'c2']);
    expect(got).toHaveLength(8);
  });

  it('asks no source for more than one piece ahead, and ends them all where it is ended', async () => {
    const made: string[] = [];
    const ended: string[] = [];
    async function* endless(name: string) {
      try {
        for (;;) {
          await turns(1);
          made.push(name);
          yield name;
        }
      } finally {
        ended.push(name);
      }
    }
    const all = merged([endless('a'), endless('b')]);
    await all.next();
    await turns(50);
    expect(made.sort()).toEqual(['a', 'b']);
    await all.return(undefined);
    await turns(50);
    expect(ended.sort()).toEqual(['a', 'b']);
  });
});
