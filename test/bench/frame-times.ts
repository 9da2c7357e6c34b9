import type { Page } from '@playwright/test';

/** Waits for so many frames of the page. */
export async function waitFrames(page: Page, frames: number): Promise<void> {
  await page.evaluate(async (count) => {
    for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame);
  }, frames);
}

/** Milliseconds between the page's frames while `work` goes on. */
export async function frameTimes(
  page: Page,
  work: () => Promise<void>,
): Promise<readonly number[]> {
  await page.evaluate(() => {
    const holder = globalThis as { benchFrames?: number[]; benchFrame?: number };
    const times: number[] = [];
    holder.benchFrames = times;
    const note = (time: number): void => {
      times.push(time);
      holder.benchFrame = requestAnimationFrame(note);
    };
    holder.benchFrame = requestAnimationFrame(note);
  });
  await work();
  const times = await page.evaluate(() => {
    const { benchFrames, benchFrame } = globalThis as {
      benchFrames?: number[];
      benchFrame?: number;
    };
    cancelAnimationFrame(benchFrame ?? 0);
    return benchFrames ?? [];
  });
  return times.slice(1).map((time, i) => time - (times[i] ?? time));
}
