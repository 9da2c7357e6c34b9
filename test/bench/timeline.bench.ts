import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { AppDriver, waitUntilIdle } from './app-driver.ts';
import { percentile, type Figures, type Target } from './figures.ts';
import { frameTimes, waitFrames } from './frame-times.ts';
import { importedCase } from './imported-case.ts';
import { residentMemory } from './import-watch.ts';
import { timeChange } from './screen-changes.ts';

const name = 'timeline';
const runs = 3;
/** Inputs per run, one per frame of a screen with 60 of them a second. */
const steps = 300;
const pace = 1000 / 60;
/** At 60 frames a second a frame is due each 16.7 ms; three missed in a row are seen. */
const smooth = { bound: 'most', value: 17 } as const;
const unseen = { bound: 'most', value: 50 } as const;
/** What a change of what is looked at may take, in milliseconds, in a case of so many events. */
const changeTargets = [
  { events: 1_000_000, shown: 60, worker: 10 },
  { events: 5_000_000, shown: 150, worker: 50 },
] as const;
const bytesPerEvent = 100;
const megabyte = 1_000_000;
const plainMegabytes = 250;

/** A window as it opens, and one that is high enough for forty lanes above the smallest table. */
const views = [
  { label: 'as it opens', size: undefined, tableShare: undefined },
  { label: 'forty lanes', size: { width: 1600, height: 1440 }, tableShare: 0.01 },
] as const;

/**
 * Pan and zoom with all events of a large case, and changes of what is looked at, by real mouse,
 * wheel and key input in the real app; and the memory that the window takes meanwhile.
 */
export async function benchTimeline(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile } = await importedCase(events, figures);
  await measureChanges(figures, profile, events);
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

async function measureChanges(figures: Figures, profile: string, events: number): Promise<void> {
  const driver = await AppDriver.start(profile);
  const { page } = driver;
  await driver.openRecentCase();
  await driver.showAllServices();
  const target = changeTargets.find((one) => events <= one.events);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await waitUntilIdle(page);
  const memory = (await residentMemory(await driver.rendererProcess())) / megabyte;
  const most = plainMegabytes + (events * bytesPerEvent) / megabyte;
  figures.add(name, 'memory of the open case', 'MB', [memory], { bound: 'most', value: most });
  for (const { label, change, back } of changesOn(page)) {
    const shown: number[] = [];
    const worker: number[] = [];
    for (let run = 0; run < runs; run++) {
      const took = await timeChange(page, change);
      shown.push(took.shown);
      worker.push(took.worker);
      await back();
      await waitUntilIdle(page);
    }
    const bound = (value: number | undefined): Target | undefined =>
      value === undefined ? undefined : { bound: 'most', value };
    figures.add(name, `${label}: on the screen`, 'ms', shown, bound(target?.shown));
    figures.add(name, `${label}: longest answer`, 'ms', worker, bound(target?.worker));
  }
  await forgetSettings(page);
  await driver.close();
}

/** What an investigator does, and what takes it back. */
interface Change {
  readonly label: string;
  readonly change: () => Promise<void>;
  readonly back: () => Promise<void>;
}

function changesOn(page: Page): readonly Change[] {
  const before = (): Promise<void> => page.keyboard.press('[');
  const lanes = page.getByRole('combobox', { name: 'Lanes' });
  const sort = page.getByRole('combobox', { name: 'Sort' });
  // The busiest source IP, which stands first.
  const value = page.getByRole('listitem').getByRole('button', { pressed: false }).first();
  const choose = (list: typeof lanes, value: string) => async (): Promise<void> => {
    await list.selectOption(value);
    await list.blur();
  };
  return [
    { label: 'a value of a facet', change: () => value.click(), back: before },
    {
      label: 'ELB only',
      change: () => page.getByRole('radio', { name: 'ELB only' }).click(),
      back: () => page.getByRole('radio', { name: 'All services' }).click(),
    },
    {
      label: 'pivot to the source IP of an event',
      change: () => page.keyboard.press('i'),
      back: before,
    },
    {
      label: 'lanes by access key',
      change: choose(lanes, 'accessKey'),
      back: choose(lanes, 'sourceIp'),
    },
    { label: 'lanes by count', change: choose(sort, 'count'), back: choose(sort, 'firstSeen') },
  ];
}

async function measureMoves(figures: Figures, page: Page, label: string): Promise<void> {
  figures.add(name, `${label}: lanes`, '', [
    await page.locator('.vis-label:not(:has(.is-empty))').count(),
  ]);
  const middle = await middleOfTimeline(page);
  await checkThatItMoves(page, middle);
  await measure(figures, page, `${label}: nothing moves`, () => waitFrames(page, steps));
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
