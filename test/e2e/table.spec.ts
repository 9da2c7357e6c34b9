import type { Locator, Page } from '@playwright/test';
import { expect, idle, openSample, test } from './app.ts';

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Events' });
}

/** The place of the chosen row among all, counted from 1. */
async function chosenPlace(page: Page): Promise<number> {
  await idle(page);
  const chosen = grid(page).getByRole('row', { selected: true });
  await expect(chosen).toBeInViewport();
  return Number(await chosen.getAttribute('aria-rowindex')) - 1;
}

async function chooseZone(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await page.getByLabel('Find a time zone').fill(words);
  await page.keyboard.press('Enter');
}

test('the keys of the table go on after a jump far away', async ({ apps }) => {
  const { page } = await openSample(apps);
  await grid(page).getByRole('row').nth(3).click();
  expect(await chosenPlace(page)).toBe(3);
  await page.keyboard.press('End');
  expect(await chosenPlace(page)).toBe(677);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  expect(await chosenPlace(page)).toBe(676);
  await page.keyboard.press('PageUp');
  const above = await chosenPlace(page);
  expect(above).toBeLessThan(676);
  await page.keyboard.press('PageDown');
  expect(await chosenPlace(page)).toBe(676);
  await page.keyboard.press('Home');
  expect(await chosenPlace(page)).toBe(1);
  for (let press = 0; press < 40; press++) await page.keyboard.press('PageDown');
  expect(await chosenPlace(page)).toBeGreaterThan(300);
  await page.getByRole('tab', { name: 'Raw record' }).click();
  await grid(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Event' })).toHaveAttribute('aria-selected', 'true');
});

test('the keys of the window bring the chosen row into view', async ({ apps }) => {
  const { page } = await openSample(apps);
  await grid(page).getByRole('row').nth(3).click();
  await page.keyboard.press('End');
  expect(await chosenPlace(page)).toBe(677);
  await grid(page).evaluate((list) => {
    list.scrollTop = 0;
    document.body.focus();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('ArrowUp');
  expect(await chosenPlace(page)).toBe(676);
});

test('times stand whole in the table, whatever the zone', async ({ apps }) => {
  const { page } = await openSample(apps);
  await chooseZone(page, 'kolkata');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await idle(page);
  const cell = grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(1);
  await expect(cell).toHaveText(/^2026-03-09 \d\d:\d\d:\d\d\+05:30$/);
  expect(await cell.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
  // Drawn as narrow as it goes, it keeps the offset.
  const edge = grid(page).getByRole('columnheader').nth(1).locator('.edge');
  const box = await edge.boundingBox();
  if (box === null) throw new Error('the column has no edge');
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x - 120, box.y + 4, { steps: 4 });
  await page.mouse.up();
  expect(await cell.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
});

test('every column’s head can be read, beside the button that chooses them', async ({ apps }) => {
  const { page } = await openSample(apps);
  await grid(page).evaluate((list) => {
    list.scrollLeft = list.scrollWidth;
  });
  const last = await grid(page).getByRole('columnheader').last().boundingBox();
  const button = await page.getByRole('button', { name: 'Columns' }).boundingBox();
  if (last === null || button === null) throw new Error('the head is not there');
  expect(last.x + last.width).toBeLessThanOrEqual(button.x);
});
