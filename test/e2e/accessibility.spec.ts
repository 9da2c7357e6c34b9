import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, idle, openSample, resize, test } from './app.ts';

/** What axe has against the page as it stands: each rule with the elements that break it. */
async function faults(page: Page, view: string): Promise<readonly string[]> {
  // Electron opens no second page, which axe would make for frames; the window has none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${view}: ${id}: ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

/** A part of the window, and the keys that lead to it from the sample's case. */
const byKeys: readonly (readonly [view: string, ...keys: readonly string[]])[] = [
  ['case'],
  ['chosen event', 'ArrowDown'],
  ['card', 'K'],
  ['findings', 's', 'w'],
  ['key sheet', '?'],
  ['palette', 'Control+k'],
  ['guide', 'F1'],
  ['actors', 'a'],
  ['compare', 'v'],
  ['filter as text', 'k', 'e'],
];

const menus = ['Case: ', 'Import', 'Views', 'Time zone: ', 'Settings', 'Tag'];
const commands = [
  'export',
  'journal',
  'import ledger',
  'new case',
  'rename case',
  'delete case',
  'from aws',
];

for (const theme of ['light', 'dark'] as const) {
  test(`nothing is against the rules of accessibility in the ${theme} theme`, async ({ apps }) => {
    test.setTimeout(180_000);
    const app = await apps.start();
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await idle(app.page);
    const found = [...(await faults(app.page, 'empty window'))];
    await app.electron.close();

    const { page } = await openSample(apps);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const leave = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole('grid', { name: 'Events' }).focus();
      await idle(page);
    };
    await leave();
    for (const [view, ...keys] of byKeys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await idle(page);
      }
      found.push(...(await faults(page, view)));
      await leave();
    }
    await page.getByRole('tab', { name: 'Details' }).click();
    for (const tab of ['Raw record', 'Evidence']) {
      await page.getByRole('tab', { name: tab }).click();
      await idle(page);
      found.push(...(await faults(page, tab)));
    }
    for (const name of menus) {
      await page
        .getByRole('button', { name, exact: !name.endsWith(' ') })
        .first()
        .click();
      found.push(...(await faults(page, `menu ${name}`)));
      await leave();
    }
    for (const command of commands) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(command);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await idle(page);
      found.push(...(await faults(page, command)));
      await leave();
    }
    expect(found).toEqual([]);
  });
}

test('at twice the size all parts of the window are there and within it', async ({ apps }) => {
  const app = await openSample(apps);
  await resize(app, 1280, 800);
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  const { page } = app;
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await idle(page);
  for (const part of [
    page.getByRole('button', { name: 'Keys' }),
    page.getByRole('grid', { name: 'Events' }),
    page.getByLabel('Filter by text'),
    page.getByRole('button', { name: /4,518 read/ }),
  ]) {
    await expect(part).toBeInViewport();
  }
});
