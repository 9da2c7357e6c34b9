import { expect, idle, test } from './app.ts';

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
