import { expect, type Page } from '@playwright/test';
import { english } from '../../renderer/messages/english.ts';
import { idle } from './app.ts';

/** The texts of the window that lead to its views. */
export type ViewTexts = Readonly<
  Record<'window' | 'shell' | 'ui' | 'keys' | 'table' | 'details', Readonly<Record<string, string>>>
>;

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

const commands = [
  ...['export', 'journal', 'ledger', 'newCase', 'renameCase', 'saveCase', 'deleteCase'],
  'importAws',
];

/**
 * Goes through every view of a window with the sample's case, in the language of `texts`, and calls
 * back in each.
 */
export async function everyView(
  page: Page,
  visit: (view: string) => Promise<void>,
  texts: ViewTexts = english,
): Promise<void> {
  const text = (room: keyof ViewTexts, name: string): string => texts[room][name] ?? '';
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: text('table', 'events') }).focus();
    await idle(page);
  };
  await leave();
  for (const [view, ...keys] of byKeys) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await idle(page);
    }
    await visit(view);
    await leave();
  }
  await page.getByRole('tab', { name: text('window', 'details') }).click();
  for (const tab of ['raw', 'evidence']) {
    await page.getByRole('tab', { name: text('details', tab) }).click();
    await idle(page);
    await visit(tab);
  }
  for (const [room, name] of [
    ...(['caseMenu', 'import', 'views', 'zoneMenu', 'settings'] as const).map(
      (menu) => ['shell', menu] as const,
    ),
    ['ui', 'tag'] as const,
  ]) {
    const [start = '', value] = text(room, name).split('{{');
    const exact = value === undefined;
    await page.getByRole('button', { name: start, exact }).first().click();
    await visit(`menu ${name}`);
    await leave();
  }
  for (const command of commands) {
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(text('keys', command));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await idle(page);
    await visit(command);
    await leave();
  }
}
