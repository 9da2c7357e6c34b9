import { expect, idle, openSample, resize, test } from './app.ts';

test('what matters of an event is in sight at 1280 pixels, and all of it with the details away', async ({
  apps,
}) => {
  const window = await openSample(apps);
  const { page } = window;
  await resize(window, 1280, 800);
  const heads = page.getByRole('grid', { name: 'Events' }).getByRole('columnheader');
  for (const name of ['Time (UTC)', 'Event name', 'Outcome', 'Source IP', 'Access key']) {
    await expect(heads.filter({ hasText: name })).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press('d');
  await idle(page);
  await expect(page.getByRole('tab', { name: 'Details' })).toBeHidden();
  for (const name of ['Time (UTC)', 'Access key', 'Principal', 'Tool', 'Load balancer']) {
    await expect(heads.filter({ hasText: name })).toBeInViewport({ ratio: 1 });
  }
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible();
});

test('the toolbar loses nothing in a small window', async ({ apps }) => {
  const window = await openSample(apps);
  const { page } = window;
  await resize(window, 1024, 640);
  const toolbar = page.getByRole('toolbar', { name: 'Timeline' });
  for (const name of ['Zoom out', 'Zoom in', 'Fit', 'Select span', 'Legend']) {
    await expect(toolbar.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  expect(await toolbar.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
});

test('F6 leads through the parts of the window, and the facets are one stop of Tab', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const filter = page.getByLabel('Filter by text');
  const grid = page.getByRole('grid', { name: 'Events' });
  const timeline = page.getByRole('application', { name: /^Timeline by/ });
  await filter.focus();
  await page.keyboard.press('F6');
  const heading = page.getByRole('button', { name: /^Source IP \d/ });
  await expect(heading).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Card of/ }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('region', { name: 'Facets' }).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Facets' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(timeline).toBeFocused();
  await page.keyboard.press('F6');
  await expect(grid).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { name: 'Details' })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(grid).toBeFocused();
});

test('nothing moves while one types, and a word that may become a field waits', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const input = page.getByRole('combobox', { name: 'Filter by text' });
  const grid = page.getByRole('grid', { name: 'Events' });
  const before = await grid.boundingBox();
  await input.pressSequentially('out');
  await idle(page);
  await expect(page.getByLabel('Selected events')).toHaveText('677 of 4,500');
  await input.fill('ip:10.0.0.0/99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('10.0.0.0/99 is no address block')).toBeInViewport({ ratio: 1 });
  expect(await grid.boundingBox()).toEqual(before);
});
