import { expect, idle, openSample, test } from './app.ts';

test('a case is made, named anew, left, found again and deleted', async ({ apps }) => {
  const { page } = await openSample(apps);

  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  // Typed blindly: the name has the focus, and is replaced whole.
  await expect(page.getByRole('textbox', { name: 'Name of the case' })).toBeFocused();
  await page.keyboard.type('Checkout outage');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Case: Checkout outage' })).toBeVisible();

  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'New case…' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the case' })).toBeFocused();
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Case: Second' })).toBeVisible();

  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'Checkout outage' }).click();
  await idle(page);
  await expect(page.getByLabel('Selected events')).toContainText('of 4,500');

  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'Delete case…' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('Checkout outage');
  await expect(asked).toContainText('4,500');
  await expect(asked.getByRole('button', { name: 'Keep the case' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'Delete case…' }).click();
  await asked.getByRole('button', { name: /^Delete/ }).click();
  await idle(page);
  const recent = page.getByRole('region', { name: 'Recent cases' });
  await expect(recent).toContainText('Second');
  await expect(recent).not.toContainText('Checkout outage');
  const databases = await page.evaluate(async () => (await indexedDB.databases()).length);
  // The list of cases, and the one that is left: it was opened, so that it has a database.
  expect(databases).toBe(2);
});
