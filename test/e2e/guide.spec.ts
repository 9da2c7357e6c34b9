import { cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, filterBy, idle, openSample, projectFolder, resize, test } from './app.ts';
import { sampleFolder } from './evidence-folder.ts';
import { makeTrailWithDigests } from './trail-with-digests.ts';

const kept = join(projectFolder, 'renderer/views/guide/pictures');
const written = join(projectFolder, 'out/test/guide');
const wide = 1280;
const high = 800;

/** Controls, headings and labels: what the guide may name in bold. */
const named = 'button, summary, label, legend, h2, h3, strong, [role=menuitem], [role=tab]';

test('the guide opens by F1 and from the window, and turns from chapter to chapter', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const guide = page.getByRole('dialog', { name: 'Guide' });
  await page.keyboard.press('F1');
  const titles = await guide.getByRole('navigation').getByRole('button').allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const title of titles) {
    await page.keyboard.press('Enter');
    await expect(guide.getByRole('article', { name: title })).toBeVisible();
    for (const picture of await guide.getByRole('img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBe(wide);
    }
    await guide.getByRole('navigation').getByRole('button', { name: title }).focus();
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(guide).toHaveCount(0);
  await page.getByRole('button', { name: 'Guide' }).click();
  await expect(guide).toBeVisible();
});

// The evidence lies where pictures may show it. With GUIDE_PICTURES=write the pictures of this run are those that the guide shows from then on.
test('what the guide names is in the window, and its pictures are made on the way', async ({
  apps,
}) => {
  test.setTimeout(120_000);
  const seen = new Set<string>();
  const evidence = join(tmpdir(), 'sample-incident-synthetic');
  await cp(sampleFolder, evidence, { recursive: true });
  const app = await apps.start([evidence]);
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'light' });
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await resize(app, wide, high);
  await idle(page);
  await expect(page.getByLabel('Messages').locator('section')).toHaveCount(0);
  await picture(page, 'ledger', seen);
  await page.keyboard.press('Escape');

  await filterBy(page, 'ip:203.0.113.142');
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  for (const [place, note] of [
    [3, 'The stolen key looks round'],
    [6, 'Access logs are turned off'],
  ] as const) {
    await rows.nth(place).click();
    await idle(page);
    await page.keyboard.press('s');
    await page.keyboard.press('n');
    await page.keyboard.type(note);
    await page.keyboard.press('Escape');
    await idle(page);
  }
  await page.keyboard.press('[');
  await idle(page);
  await picture(page, 'timeline', seen);
  await page.keyboard.press('w');
  await picture(page, 'findings', seen);
  await page.getByRole('button', { name: /^Case:/ }).click();
  await note(page, seen);
  await page.keyboard.press('Escape');
  await page.getByRole('application', { name: /^Timeline by/ }).focus();
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Gather others' })).toBeVisible();
  await note(page, seen);
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await picture(page, 'actors', seen);
  await app.electron.close();

  const { page: second, electron } = await apps.start([await makeTrailWithDigests(tmpdir())]);
  await second.emulateMedia({ colorScheme: 'light' });
  await expect(second.getByRole('dialog', { name: 'Import ledger' })).toBeVisible({
    timeout: 30_000,
  });
  await resize({ page: second, electron }, wide, high);
  await second.getByRole('radio', { name: /^Integrity/ }).click();
  await picture(second, 'integrity', seen);
  await second.keyboard.press('Escape');

  await second.keyboard.press('F1');
  const guide = second.getByRole('dialog', { name: 'Guide' });
  for (const chapter of await guide.getByRole('navigation').getByRole('button').all()) {
    await chapter.click();
    for (const word of await guide.locator('article b').allTextContents()) {
      expect(
        [...seen].some((text) => text.includes(word)),
        word,
      ).toBe(true);
    }
  }
});

/** Notes the names on the screen, and saves how it looks. */
async function picture(page: Page, name: string, seen: Set<string>): Promise<void> {
  await idle(page);
  await note(page, seen);
  await mkdir(written, { recursive: true });
  const bytes = await page.screenshot({ animations: 'disabled', scale: 'css' });
  await writeFile(join(written, `${name}.png`), bytes);
  if (process.env['GUIDE_PICTURES'] === 'write') await writeFile(join(kept, `${name}.png`), bytes);
}

async function note(page: Page, seen: Set<string>): Promise<void> {
  for (const text of await page.locator(named).allInnerTexts()) seen.add(text);
  for (const text of await page.locator('option').allTextContents()) seen.add(text);
}
