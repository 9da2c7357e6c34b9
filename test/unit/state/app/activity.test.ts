import { describe, expect, it } from 'vitest';
import { Activity } from '../../../../renderer/state/app/activity.svelte.ts';

function held() {
  const steps: (() => void)[] = [];
  const activity = new Activity((step) => steps.push(step));
  return {
    activity,
    settle: () => {
      for (const step of steps.splice(0)) step();
    },
  };
}

describe('Activity', () => {
  it('is idle only a moment after the last work ended', async () => {
    const { activity, settle } = held();
    expect(activity.idle).toBe(true);
    const work = activity.track(Promise.resolve(3));
    expect(activity.idle).toBe(false);
    expect(await work).toBe(3);
    expect(activity.idle).toBe(false);
    settle();
    expect(activity.idle).toBe(true);
  });

  it('stays busy where the end of one work started another', async () => {
    const { activity, settle } = held();
    await activity.track(Promise.resolve());
    const next = activity.track(new Promise<void>((resolve) => setTimeout(resolve)));
    settle();
    expect(activity.idle).toBe(false);
    await next;
    settle();
    expect(activity.idle).toBe(true);
  });

  it('counts failed work as ended', async () => {
    const { activity, settle } = held();
    await expect(activity.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
    settle();
    expect(activity.idle).toBe(true);
  });
});
