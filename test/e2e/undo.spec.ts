import { join } from 'node:path';
import { expect, idle, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { writeRecords } from './evidence-folder.ts';
import { storedNow } from './stored-now.ts';

test('an import is undone while its case is open, with those that rest on it', async ({
  apps,
  folder,
}) => {
  const { page } = await apps.start();
  await idle(page);
  const first = await writeRecords(join(folder, 'a.json'), 20);
  const second = await writeRecords(join(folder, 'b.json'), 30);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  for (const path of [first, second, first]) {
    await dropPaths(page, [path]);
    await expect(ledger).toBeVisible();
    await idle(page);
    await ledger.getByRole('button', { name: 'Close' }).last().click();
  }
  await expect(page.getByLabel('Selected events')).toContainText('50');

  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  await page.keyboard.press('s');
  await idle(page);
  await page.getByTitle('Show the import ledger').click();
  await ledger.getByRole('radio', { name: /^Imports/ }).click();
  const undo = ledger.getByRole('button', { name: /^Undo the import of/ });
  await expect(undo).toHaveCount(3);
  await undo.first().click();
  const asked = page.getByRole('dialog', { name: /^Undo the import of/ });
  await expect(asked).toContainText('1 later import rests on it');
  await expect(asked).toContainText('20 events');
  await expect(asked).toContainText(/1 finding of yours/u);
  await expect(asked.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await asked.getByRole('button', { name: 'Undo these 2 imports' }).click();
  await idle(page);
  await expect(undo).toHaveCount(1);
  await expect(ledger.getByTestId('sums')).toContainText('30 read = 30 kept + 0 duplicate');
  await ledger.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByLabel('Selected events')).toContainText('30');
  const { events, sources } = await storedNow(page);
  expect(events).toHaveLength(30);
  expect(sources.map(({ name }) => name)).toEqual(['b.json']);

  await dropPaths(page, [first]);
  await expect(ledger).toBeVisible();
  await idle(page);
  await expect(ledger.getByTestId('sums')).toContainText('50 read = 50 kept + 0 duplicate');
});
