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
const smooth = { bound: 'most', value: 20 } as const;

/** Pan and zoom with all events of a large case, by real mouse and wheel input in the real app. */
export async function benchTimeline(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile } = await importedCase(events, figures);
  const driver = await AppDriver.start(profile);
  await driver.openRecentCase();
  await driver.showAllServices();
  const { page } = driver;
  const middle = await middleOfTimeline(page);
  await checkThatItMoves(page, middle);
  await measure(figures, page, 'nothing moves', () => page.waitForTimeout(3000));
  await measure(
    figures,
    page,
    'pan',
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
    'zoom',
    () => zoom(page, middle),
    async () => {
      await page.keyboard.press('0');
    },
  );
  await driver.close();
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
  const perSecond: number[] = [];
  for (let run = 0; run < runs; run++) {
    await before();
    await waitUntilIdle(page);
    const times = await frameTimes(page, work);
    typical.push(percentile(times, 0.5));
    slow.push(percentile(times, 0.95));
    perSecond.push((times.length * 1000) / times.reduce((sum, time) => sum + time, 0));
  }
  figures.add(name, `${what}: middle frame`, 'ms', typical);
  const target = what === 'nothing moves' ? undefined : smooth;
  figures.add(name, `${what}: 95 % of frames within`, 'ms', slow, target);
  figures.add(name, `${what}: frames`, '1/s', perSecond);
}
