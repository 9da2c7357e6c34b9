import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { AppDriver, waitUntilIdle } from './app-driver.ts';
import { percentile, type Figures } from './figures.ts';
import { frameTimes } from './frame-times.ts';
import { importedCase } from './imported-case.ts';

const name = 'timeline';
const runs = 3;
/** Inputs per run, one per frame of a screen with 60 of them a second. */
const steps = 300;
const pace = 1000 / 60;
/** At 60 frames a second a frame is due each 16.7 ms; three missed in a row are seen. */
const smooth = { bound: 'most', value: 17 } as const;
const unseen = { bound: 'most', value: 50 } as const;

/** A window as it opens, and one that is high enough for forty lanes above the smallest table. */
const views = [
  { label: 'as it opens', size: undefined, tableShare: undefined },
  { label: 'forty lanes', size: { width: 1600, height: 1440 }, tableShare: 0.01 },
] as const;

/** Pan and zoom with all events of a large case, by real mouse and wheel input in the real app. */
export async function benchTimeline(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile } = await importedCase(events, figures);
  for (const view of views) {
    const driver = await AppDriver.start(profile);
    if (view.size !== undefined) {
      await driver.resize(view.size);
      await shrinkTable(driver.page, view.tableShare);
    }
    await driver.openRecentCase();
    await driver.showAllServices();
    await measureMoves(figures, driver.page, view.label);
    await forgetSettings(driver.page);
    await driver.close();
  }
}

async function measureMoves(figures: Figures, page: Page, label: string): Promise<void> {
  figures.add(name, `${label}: lanes`, '', [await page.locator('.vis-label').count()]);
  const middle = await middleOfTimeline(page);
  await checkThatItMoves(page, middle);
  await measure(figures, page, `${label}: nothing moves`, () => page.waitForTimeout(3000));
  await measure(
    figures,
    page,
    `${label}: pan`,
    () => pan(page, middle),
    async () => {
      // Room to move on both sides.
      await page.keyboard.press('0');
      for (let press = 0; press < 5; press++) await page.keyboard.press('+');
    },
  );
  await measure(
    figures,
    page,
    `${label}: zoom`,
    () => zoom(page, middle),
    async () => {
      await page.keyboard.press('0');
    },
  );
}

/** Gives the timeline what it can have of the window's height. */
async function shrinkTable(page: Page, tableShare: number): Promise<void> {
  await page.evaluate((share) => {
    localStorage.setItem(
      'trailwitness.settings',
      JSON.stringify({ version: 1, tableShare: share }),
    );
  }, tableShare);
  await page.reload();
  await waitUntilIdle(page);
}

/** The profile is kept for the next view. */
async function forgetSettings(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOfTimeline(page: Page): Promise<Point> {
  const timeline = page.getByRole('application', { name: /^Timeline by/ });
  const box = await timeline.boundingBox();
  if (!box) throw new Error('the timeline is not on the screen');
  await timeline.focus();
  // Right of the lanes' labels, in the upper half, where there are lanes.
  return { x: box.x + 240 + (box.width - 240) / 2, y: box.y + box.height / 3 };
}

/** Sends the inputs at their pace, whether or not the app keeps up. */
async function send(input: (step: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let step = 0; step < steps; step++) {
    sent.push(input(step));
    await sleep(Math.max(0, start + (step + 1) * pace - performance.now()));
  }
  await Promise.all(sent);
}

async function pan(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await send((step) => page.mouse.move(x + 250 * Math.sin((step / steps) * 6 * Math.PI), y));
  await page.mouse.up();
}

async function zoom(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  await send((step) => page.mouse.wheel(0, step % 100 < 50 ? -100 : 100));
}

/** Throws where the inputs do not reach the timeline: frames of a still picture prove nothing. */
async function checkThatItMoves(page: Page, { x, y }: Point): Promise<void> {
  // The timeline's description names the stretch of time on the screen.
  const shown = (): Promise<string> =>
    page.getByRole('application', { name: /^Timeline by/ }).evaluate((timeline) => {
      const description = timeline.getAttribute('aria-describedby') ?? '';
      return document.getElementById(description)?.textContent ?? '';
    });
  await page.keyboard.press('0');
  await waitUntilIdle(page);
  const whole = await shown();
  await page.mouse.move(x, y);
  for (let step = 0; step < 10; step++) await page.mouse.wheel(0, -100);
  await waitUntilIdle(page);
  const zoomed = await shown();
  await page.mouse.down();
  await page.mouse.move(x - 100, y, { steps: 10 });
  await page.mouse.up();
  await waitUntilIdle(page);
  const panned = await shown();
  if (whole === '' || whole === zoomed) throw new Error('the wheel did not zoom the timeline');
  if (zoomed === panned) throw new Error('dragging did not pan the timeline');
}

async function measure(
  figures: Figures,
  page: Page,
  what: string,
  work: () => Promise<void>,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const typical: number[] = [];
  const slow: number[] = [];
  const worst: number[] = [];
  const perSecond: number[] = [];
  for (let run = 0; run < runs; run++) {
    await before();
    await waitUntilIdle(page);
    const times = await frameTimes(page, work);
    typical.push(percentile(times, 0.5));
    slow.push(percentile(times, 0.95));
    worst.push(Math.max(...times));
    perSecond.push((times.length * 1000) / times.reduce((sum, time) => sum + time, 0));
  }
  figures.add(name, `${what}: middle frame`, 'ms', typical);
  const isMoving = !what.endsWith('nothing moves');
  const target = isMoving ? smooth : undefined;
  figures.add(name, `${what}: 95 % of frames within`, 'ms', slow, target);
  figures.add(name, `${what}: worst frame`, 'ms', worst, isMoving ? unseen : undefined);
  figures.add(name, `${what}: frames`, '1/s', perSecond);
}
