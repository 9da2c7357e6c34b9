import type { Page } from '@playwright/test';
import { AppDriver, waitUntilIdle } from './app-driver.ts';
import { percentile, type Figures } from './figures.ts';
import { frameTimes } from './frame-times.ts';
import { importedCase } from './imported-case.ts';

const name = 'timeline';
const runs = 3;
/** Inputs per run; the browser takes about one per frame. */
const steps = 300;
const smooth = { bound: 'most', value: 20 } as const;

/** Pan and zoom with all events of a large case, by real mouse and wheel input in the real app. */
export async function benchTimeline(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile } = await importedCase(events, figures);
  const driver = await AppDriver.start(profile);
  await driver.openRecentCase();
  await driver.showAllServices();
  const { page } = driver;
  const middle = await middleOfTimeline(page);
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

async function pan(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x + 250 * Math.sin((step / steps) * 6 * Math.PI), y);
  }
  await page.mouse.up();
}

async function zoom(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  for (let step = 0; step < steps; step++) {
    const isIn = step % 100 < 50;
    await page.mouse.wheel(0, isIn ? -100 : 100);
  }
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
