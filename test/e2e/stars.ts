import type { Page } from '@playwright/test';
import { idle } from './app.ts';
import { storedNow } from './stored-now.ts';

/** Stars an event of the table by its place. */
export async function star(page: Page, place: number): Promise<void> {
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(place).click();
  await idle(page);
  await page.keyboard.press('s');
  await idle(page);
}

/** How often the journal of the case that was opened last says that something was starred or noted. */
export async function starsSaved(page: Page): Promise<number> {
  const { journal } = await storedNow(page);
  return journal.filter((text) => text.includes('"kind":"marked"')).length;
}
