import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, idle, openSample, projectFolder, test, type RunningApp } from './app.ts';
import { dropPaths } from './drop.ts';
import { npmStart } from './npm-start.ts';
import { answerSaveDialog } from './save-dialog.ts';
import { storedNow } from './stored-now.ts';

const passphrase = 'eight words are better than one';

/** Saves the open case, and answers when the file is there. */
async function saveCase({ electron, page }: RunningApp, to: string, words: string): Promise<void> {
  await answerSaveDialog(electron, to);
  await page.getByRole('button', { name: /^Case:/u }).click();
  await page.getByRole('menuitem', { name: 'Save as case file…' }).click();
  const dialog = page.getByRole('dialog', { name: /as case file/u });
  if (words === '') await dialog.getByLabel('Without a passphrase').check();
  else {
    await expect(dialog.getByRole('button', { name: 'Save…' })).toBeDisabled();
    await page.keyboard.type(words);
    await dialog.getByLabel('Passphrase once more').fill(words);
  }
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('The case file is saved')).toBeVisible({ timeout: 60_000 });
  await idle(page);
}

async function journalOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Case:/u }).click();
  await page.getByRole('menuitem', { name: 'Journal…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Journal of the case' });
  await expect(dialog).toContainText('The chain holds');
  const text = (await dialog.textContent()) ?? '';
  await page.keyboard.press('Escape');
  return text;
}

test('a sealed case opens on another machine as the same case', async ({ apps, folder }) => {
  test.slow();
  const first = await openSample(apps);
  await first.page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click();
  await first.page.keyboard.press('s');
  await idle(first.page);
  const before = await storedNow(first.page);
  const path = join(folder, 'outage.trailwitness');
  await saveCase(first, path, passphrase);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await journalOf(first.page)).toContain(sha256);
  expect(bytes.includes('CloudTrail')).toBe(false);
  await first.electron.close();

  // Another profile is another machine.
  const second = await apps.start([`--user-data-dir=${join(folder, 'other')}`, path]);
  const { page } = second;
  const asked = page.getByRole('dialog', { name: /outage\.trailwitness/u });
  await expect(asked).toBeVisible({ timeout: 30_000 });
  await page.keyboard.type('not the passphrase');
  await page.keyboard.press('Enter');
  await expect(asked).toContainText('Wrong passphrase.', { timeout: 30_000 });
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/is opened from its file/u)).toBeVisible({
    timeout: 60_000,
  });
  await idle(page);
  const after = await storedNow(page);
  // It goes on where it was, with where the case came from.
  expect(after).toEqual({ ...before, journal: expect.anything() as unknown });
  expect(after.journal.slice(0, before.journal.length)).toEqual(before.journal);
  const journal = await journalOf(page);
  expect(journal).toContain(sha256);
  expect(journal).toContain('Starred');
  await expect(page.getByRole('grid', { name: 'Events' })).toBeVisible();

  // It goes on there like any other.
  await page.getByRole('button', { name: /read =/u }).click();
  await page.getByRole('radio', { name: /^Integrity/u }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText(/have the SHA-256 noted at import/u)).toBeVisible({
    timeout: 60_000,
  });
});

test('a case file that was changed is not opened, and leaves nothing', async ({ apps, folder }) => {
  const first = await openSample(apps);
  await first.page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click();
  await first.page.keyboard.press('s');
  await idle(first.page);
  const path = join(folder, 'plain.trailwitness');
  await saveCase(first, path, '');
  const lines = join(folder, 'plain.ndjson');
  const exported = await npmStart([path, '--ndjson', lines]);
  expect(exported.printed).toContain('4,518 read =');
  expect((await readFile(lines, 'utf8')).split('"starred":true')).toHaveLength(2);
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const changed = join(folder, 'changed.trailwitness');
  await writeFile(changed, bytes);
  await dropPaths(first.page, [changed]);
  const told = first.page.getByRole('alert').filter({ hasText: 'changed.trailwitness' });
  await expect(told).toContainText(/in the file (was changed|can’t be read)/u, { timeout: 30_000 });
  await idle(first.page);
  const databases = await first.page.evaluate(async () => (await indexedDB.databases()).length);
  expect(databases).toBe(2);
  const text = join(folder, 'notes.txt');
  await writeFile(text, 'no case at all');
  await first.page.getByLabel('Case file to open').setInputFiles(text);
  await expect(first.page.getByRole('alert').filter({ hasText: 'notes.txt' })).toContainText(
    'It is no case file',
  );
  await dropPaths(first.page, [path]);
  await expect(first.page.getByText(/is opened from its file/u)).toBeVisible({
    timeout: 60_000,
  });
});

test('an app that is closed while it saves leaves no half of a file', async ({ apps, folder }) => {
  const app = await apps.start(['--sample']);
  await idle(app.page);
  await answerSaveDialog(app.electron, join(folder, 'half.csv'));
  await app.page.evaluate(async () => {
    const { bridge } = window as unknown as {
      bridge: Record<string, (request: unknown) => Promise<{ save: number }>>;
    };
    const open = await bridge['openSave']?.({ name: 'half.csv', kind: 'csv' });
    await bridge['writeSave']?.({ save: open?.save, bytes: new Uint8Array(10) });
  });
  expect((await readdir(folder)).filter((name) => name.includes('half'))).toHaveLength(1);
  await app.electron.close();
  expect((await readdir(folder)).filter((name) => name.includes('half'))).toEqual([]);
});

test('a second start hands what it names to the first, and ends', async ({ apps, folder }) => {
  const app = await openSample(apps);
  const evidence = join(folder, 'second.json');
  const event = { eventVersion: '1.08', eventTime: '2026-05-01T10:00:00Z', eventID: 'one' };
  const call = { eventSource: 'elasticloadbalancing.amazonaws.com', eventName: 'CreateRule' };
  await writeFile(evidence, JSON.stringify({ Records: [{ ...event, ...call }] }));
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  // Outside of Electron its package is the path of its program.
  const program = createRequire(import.meta.url)('electron') as string;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, profile, projectFolder, 'second.json'];
  const second = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  expect({ status: second.status, told: second.stderr }).toMatchObject({ status: 0 });
  expect(second.stderr).toContain('is open already');
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Case: second.json' })).toBeVisible();
  await expect(page.getByText(/1 read = 1 kept/u).first()).toBeVisible({ timeout: 30_000 });
});
