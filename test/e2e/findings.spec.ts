import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, idle, openSample, sampleImported, test } from './app.ts';
import { answerSaveDialog } from './save-dialog.ts';

/** Goes on with Tab until the focus is on the control of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

test('by keyboard alone: from an empty window to a tagged finding with a note, and back', async ({
  apps,
}) => {
  const { page } = await apps.start();
  await idle(page);
  await tabTo(page, /sample/iu);
  await page.keyboard.press('Enter');
  await sampleImported(page);

  await page.keyboard.press('/');
  await page.keyboard.type('event:DeleteLoadBalancer ');
  await page.keyboard.press('Enter');
  await idle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await idle(page);
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Star this event' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('t');
  await page.keyboard.type('destruction');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove tag destruction' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('The balancer goes.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  const findings = page.getByRole('list', { name: 'Findings' });
  await expect(findings.getByRole('listitem')).toHaveCount(1);
  await expect(findings).toContainText('DeleteLoadBalancer');
  await expect(findings).toContainText('destruction');
  await expect(findings).toContainText('The balancer goes.');

  await page.keyboard.press('Control+z');
  await expect(findings).not.toContainText('The balancer goes.');
  await page.keyboard.press('Control+y');
  await expect(findings).toContainText('The balancer goes.');
  await page.keyboard.press('w');
  await expect(page.getByLabel('Note on this event')).toHaveValue('The balancer goes.');
});

test('findings outlive the app, are told in an order of one’s own, and the journal can be checked', async ({
  apps,
  folder,
}) => {
  const first = await openSample(apps);
  const { page } = first;
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  await rows.nth(1).click();
  await idle(page);
  await page.getByLabel('Note on this event').fill('first note');
  await rows.nth(3).click();
  await idle(page);
  await page.getByRole('button', { name: 'Star this event' }).click();
  await page.getByRole('button', { name: 'Star this source IP' }).click();
  await idle(page);
  await page.getByRole('tab', { name: 'Findings 3' }).click();
  const list = page.getByRole('list', { name: 'Findings' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('listitem').first()).toContainText('first note');
  await list.getByRole('listitem').nth(2).locator('[data-item]').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(list.getByRole('listitem').nth(1)).toContainText('Source IP');
  await idle(page);
  await first.electron.close();

  const again = await apps.start();
  await idle(again.page);
  await again.page
    .getByRole('button', { name: /^Sample incident/ })
    .first()
    .click();
  await idle(again.page);
  await again.page.getByRole('tab', { name: 'Findings 3' }).click();
  const kept = again.page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(kept.nth(1)).toContainText('Source IP');
  await expect(kept.first()).toContainText('first note');

  await again.page.getByRole('button', { name: /^Case:/ }).click();
  await again.page.getByRole('menuitem', { name: 'Journal…' }).click();
  await expect(again.page.getByText(/^The chain holds/)).toBeVisible();
  const path = join(folder, 'journal.txt');
  await answerSaveDialog(again.electron, path);
  await again.page.getByRole('button', { name: 'Save the journal…' }).click();
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('first note');
  for (const line of (await readFile(path, 'utf8')).trimEnd().split('\n')) {
    expect(createHash('sha256').update(line.slice(66)).digest('hex')).toBe(line.slice(0, 64));
  }
  await expect(again.page.getByText('Exported the journal')).toBeVisible();
});
