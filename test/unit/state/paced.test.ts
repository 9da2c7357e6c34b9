import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Paced } from '../../../renderer/state/paced.ts';

/** A step that takes so long, asked for every tenth of a second: when it began, in milliseconds. */
async function begun(takes: number, lasting: number): Promise<readonly number[]> {
  const starts: number[] = [];
  const paced = new Paced(
    async () => {
      starts.push(Date.now());
      await new Promise((resolve) => setTimeout(resolve, takes));
    },
    () => Date.now(),
  );
  for (let now = 0; now < lasting; now += 100) {
    paced.ask();
    await vi.advanceTimersByTimeAsync(100);
  }
  return starts;
}

/** A step that takes no time, and how often it ran. */
function counted(): { readonly paced: Paced; readonly runs: () => number } {
  let count = 0;
  const step = (): Promise<void> => {
    count += 1;
    return Promise.resolve();
  };
  return { paced: new Paced(step, () => Date.now()), runs: () => count };
}

describe('Paced', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('runs at once, and again a second after it ended', async () => {
    expect(await begun(10, 3000)).toEqual([0, 1010, 2020]);
  });

  it('takes a tenth of the time at most', async () => {
    expect(await begun(2000, 45_000)).toEqual([0, 20_000, 40_000]);
  });

  it('runs once more for all that was asked for meanwhile, and no more', async () => {
    const { paced, runs } = counted();
    paced.ask();
    paced.ask();
    paced.ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs()).toBe(2);
  });

  it('forgets what has not begun', async () => {
    const { paced, runs } = counted();
    paced.ask();
    paced.ask();
    paced.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runs()).toBe(1);
  });
});
