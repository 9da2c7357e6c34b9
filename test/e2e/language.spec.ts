import type { Page } from '@playwright/test';
import { japanese } from '../../renderer/messages/japanese.ts';
import { expect, idle, openSample, test } from './app.ts';
import { everyView } from './every-view.ts';

/** Texts and hints on the screen that have four English words in a row, and nothing Japanese. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility());
    const hints = ['title', 'aria-label', 'placeholder'];
    return shown.flatMap((one) => [
      ...[...one.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
      ...hints.map((hint) => one.getAttribute(hint) ?? ''),
    ]);
  });
  return texts
    .map((text) => text.trim())
    .filter((text) => /(?:[a-z’]{1,20} ){3}[a-z’]/u.test(text) && !/[ぁ-んァ-ヶ]/u.test(text));
}

test('turns the window to Japanese at once, and remembers it', async ({ apps }) => {
  const first = await apps.start();
  await idle(first.page);
  const html = first.page.locator('html');
  await expect(html).toHaveAttribute('lang', 'en');
  await first.page.getByRole('button', { name: 'Settings' }).click();
  await first.page.getByRole('menuitemradio', { name: '日本語' }).click();
  await expect(html).toHaveAttribute('lang', 'ja');
  await first.page.getByRole('button', { name: '設定' }).click();
  await expect(first.page.getByRole('menuitemradio', { name: '日本語' })).toBeChecked();
  await first.electron.close();

  const second = await apps.start();
  await idle(second.page);
  await expect(second.page.getByRole('button', { name: '設定' })).toBeVisible();
});

test('says nothing in English in a Japanese window but what lies in the case', async ({ apps }) => {
  test.setTimeout(120_000);
  const { page } = await openSample(apps);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: '日本語' }).click();
  const found = new Set<string>();
  await everyView(
    page,
    async () => {
      for (const text of await englishOn(page)) found.add(text);
    },
    japanese,
  );
  expect([...found].sort()).toEqual([
    'Began the journal of the case',
    'neither JSON nor a table of CloudTrail events',
  ]);
});
