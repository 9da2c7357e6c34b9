import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hostileRecord, hostileTexts } from '../made/hostile-evidence.ts';
import { expect, idle, test, type Apps } from './app.ts';

/** A file in which each text stands in every field that a caller can fill. */
async function writeHostile(path: string): Promise<string> {
  await writeFile(path, JSON.stringify({ Records: hostileTexts.map(hostileRecord) }));
  return path;
}

/** The app with the hostile file imported and all its events in view. */
async function openHostile(apps: Apps, folder: string): Promise<Page> {
  const { page } = await apps.start([await writeHostile(join(folder, 'hostile.json'))]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 60_000 });
  await idle(page);
  await page.keyboard.press('Escape');
  await expect(ledger).toBeHidden();
  await page.getByRole('radio', { name: 'All services' }).click();
  return page;
}

/** Texts and names on the screen that hold what cannot be seen or turns the text around. */
async function hiddenOnScreen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const text = walker.currentNode.textContent ?? '';
      if (hidden.test(text)) found.push(text.slice(0, 80));
    }
    for (const element of document.querySelectorAll('[title], [aria-label], [placeholder]')) {
      for (const name of ['title', 'aria-label', 'placeholder']) {
        const text = element.getAttribute(name) ?? '';
        if (hidden.test(text)) found.push(`${name}: ${text.slice(0, 80)}`);
      }
    }
    return found;
  });
}

/** How far the page is wider or higher than its window, and whether a script ran. */
async function layoutOf(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    wider: document.documentElement.scrollWidth > innerWidth,
    higher: document.documentElement.scrollHeight > innerHeight,
    owned: document.documentElement.dataset['owned'],
    bodyShown: getComputedStyle(document.body).display !== 'none',
    polluted: 'owned' in {},
  }));
}

const asItWas = { wider: false, higher: false, owned: undefined, bodyShown: true, polluted: false };

test('whatever is written in a log, nothing runs, nothing hides, and the layout holds', async ({
  apps,
  folder,
}) => {
  test.slow();
  const page = await openHostile(apps, folder);
  await idle(page);
  expect(await hiddenOnScreen(page)).toEqual([]);
  expect(await layoutOf(page)).toEqual(asItWas);

  for (const field of ['userAgent', 'accessKey', 'loadBalancer', 'eventName', 'principal']) {
    await page.getByLabel('Lanes').selectOption(field);
    await idle(page);
    expect(await hiddenOnScreen(page), field).toEqual([]);
    expect(await layoutOf(page), field).toEqual(asItWas);
  }

  const events = page.getByRole('grid', { name: 'Events' });
  await events.getByRole('row').nth(1).click();
  for (const [place] of hostileTexts.entries()) {
    await idle(page);
    for (const tab of ['Raw record', 'Evidence', 'Event']) {
      await page.getByRole('tab', { name: tab }).click();
      await idle(page);
      const where = `event ${place}, ${tab}`;
      expect(await hiddenOnScreen(page), where).toEqual([]);
      expect(await layoutOf(page), where).toEqual(asItWas);
    }
    await events.focus();
    await page.keyboard.press('ArrowDown');
  }
});

test('what is typed into the filter is never a program, and finds text as it stands', async ({
  apps,
  folder,
}) => {
  const page = await openHostile(apps, folder);
  const filter = page.getByPlaceholder(/type to filter/);
  for (const typed of [
    '(a+)+$',
    'event:__proto__',
    'event:constructor',
    'agent:****************a*b',
  ]) {
    await filter.fill(typed);
    await page.keyboard.press('Enter');
    await idle(page);
    expect(await layoutOf(page), typed).toEqual(asItWas);
    await filter.fill('');
    await page.keyboard.press('Enter');
    await idle(page);
  }
});
