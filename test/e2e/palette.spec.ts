import { expect, idle, test } from './app.ts';

test('a command is found by its name, and given, without the pointer', async ({ apps }) => {
  const { page } = await apps.start();
  await idle(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const input = palette.getByRole('combobox', { name: 'Find a command' });
  await expect(input).toBeFocused();
  await input.fill('case');
  await expect(palette.getByRole('option', { name: 'New case…' })).toBeVisible();
  await expect(palette.getByRole('option', { name: 'Close case' })).toHaveCount(0);
  await input.fill('dark theme');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await page.keyboard.press('Control+k');
  await input.fill('new case');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the case' })).toBeFocused();
  await page.keyboard.type('Checkout outage');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Case: Checkout outage' })).toBeVisible();
});
