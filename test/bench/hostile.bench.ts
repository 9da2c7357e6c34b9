import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostileEvidence, type HostileEvidence } from '../made/hostile-evidence.ts';
import { AppDriver, forgetProfile, waitUntilIdle } from './app-driver.ts';
import type { Figures } from './figures.ts';
import { watchedPage, watchPage } from './import-watch.ts';
import { benchFolder } from './made-trail.ts';

const name = 'hostile';
/** A window that is silent for longer is felt to be stuck. */
const unfelt = { bound: 'most', value: 100 } as const;

/**
 * How long the window does not answer at most, while evidence that was made to keep it busy is
 * imported, opened, and looked at in every way. `names`: of the kind that has many.
 */
export async function benchHostile(figures: Figures, names = 1_000_000): Promise<void> {
  for (const evidence of hostileEvidence) await benchOne(figures, evidence, names);
}

async function benchOne(figures: Figures, evidence: HostileEvidence, names: number): Promise<void> {
  const { label } = evidence;
  const folder = join(benchFolder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await evidence.write(folder, names);
  await forgetProfile(name);
  const note = async (what: string, page: Page, act: () => Promise<unknown>): Promise<void> => {
    await watchedPage(page);
    await act();
    await waitUntilIdle(page);
    const { longestSilence } = await watchedPage(page);
    figures.add(name, `${label}: ${what}`, 'ms', [longestSilence], unfelt);
  };
  let driver = await AppDriver.start(name);
  await watchPage(driver.page);
  await note('import', driver.page, () => driver.importFolder(folder));
  await driver.close();

  driver = await AppDriver.start(name);
  const { page } = driver;
  await watchPage(page);
  await note('open', page, () => driver.openRecentCase());
  await driver.showAllServices();
  for (const [what, act] of actsOn(page)) await note(what, page, act);
  await driver.close();
  await forgetProfile(name);
  await rm(folder, { recursive: true, force: true });
}

type Act = readonly [what: string, act: () => Promise<unknown>];

/** What an investigator does with a case, one after the other. */
function actsOn(page: Page): readonly Act[] {
  const events = page.getByRole('grid', { name: 'Events' });
  const press =
    (...keys: readonly string[]) =>
    async (): Promise<void> => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await waitUntilIdle(page);
      }
    };
  const filter = async (query: string): Promise<void> => {
    await page.getByLabel('Filter by text').fill(query);
    await page.keyboard.press('Enter');
    await waitUntilIdle(page);
    await page.getByLabel('Filter by text').fill('');
    await page.keyboard.press('Enter');
  };
  const lanes = ['userAgent', 'eventName', 'principal', 'accessKey', 'sourceIp'].map(
    (field): Act => [`lanes by ${field}`, () => page.getByLabel('Lanes').selectOption(field)],
  );
  const tabs = ['Raw record', 'Evidence', 'Event'].map((tab): Act => [
    `details: ${tab}`,
    () => page.getByRole('tab', { name: tab }).click(),
  ]);
  const chosen = events.getByRole('row').nth(1);
  return [
    ...lanes,
    [
      'scroll',
      async () => {
        await events.focus();
        await press('End', 'Home', 'PageDown', 'PageDown')();
      },
    ],
    ['choose an event', () => chosen.click()],
    ...tabs,
    [
      'next events',
      async () => {
        await events.focus();
        await press('ArrowDown', 'ArrowDown', 'ArrowDown')();
      },
    ],
    ['card of a user agent', press('U', 'Escape')],
    ['actors', press('a', 'a')],
    ['filter by text', () => filter('w')],
    ['filter by glob', () => filter('agent:*w*w*w*w*e* event:*a*')],
    [
      'zoom',
      async () => {
        await page.getByRole('application', { name: /^Timeline by/u }).focus();
        await press('+', '+', '-', '0')();
      },
    ],
  ];
}
