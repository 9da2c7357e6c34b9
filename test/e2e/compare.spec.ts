import { expect, filterBy, idle, openSample, test } from './app.ts';

test('an entity stands beside what is selected, by mouse and by keyboard', async ({ apps }) => {
  const { page } = await openSample(apps);
  const dialog = page.getByRole('dialog', { name: 'Compare two selections' });

  await page.getByRole('radio', { name: 'All services' }).click();
  await filterBy(page, 'ip:203.0.113.77');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await dialog.getByRole('button', { name: 'Keep what is selected now' }).click();
  await expect(dialog).toContainText('What is selected now is what was kept');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'Clear' }).click();
  await filterBy(page, 'ip:203.0.113.142');
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  await page.keyboard.press('v');
  await idle(page);
  const onlyKept = dialog.getByRole('list', { name: 'Event name: only in what was kept' });
  await expect(onlyKept).toContainText('ListUsers');
  const onlyNow = dialog.getByRole('list', { name: 'Event name: only in what is selected now' });
  await expect(onlyNow).toContainText('CreateTargetGroup');
});
