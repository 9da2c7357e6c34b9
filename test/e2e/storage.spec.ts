import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from '../fixtures/decode-files.ts';
import { expect, idle, sampleImported, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { star, starsSaved } from './stars.ts';
import { storedNow } from './stored-now.ts';

/** Closes the case and opens it again, until its one finding is there: the system may need a moment. */
async function reopen(page: Page): Promise<void> {
  await expect(async () => {
    await reopenOnce(page);
    await expect(page.getByRole('tab', { name: 'Findings 1' })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
}

async function reopenOnce(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Case:/ }).click();
  await page.getByRole('menuitem', { name: 'Close case' }).click();
  await page.getByRole('region', { name: 'Recent cases' }).getByRole('button').first().click();
  await idle(page);
}

/** Records that no disk can hold in much less than they are. */
async function writeDense(path: string, megabytes: number): Promise<string> {
  const note = (): string => randomBytes(75_000).toString('base64');
  const records = Array.from({ length: megabytes * 10 }, () =>
    record({ additionalEventData: { note: note() } }),
  );
  await writeFile(path, JSON.stringify({ Records: records }));
  return path;
}

test('a case whose database was closed under the app says so, and writes into no other', async ({
  apps,
}) => {
  const { page } = await apps.start(['--sample']);
  await sampleImported(page);
  await star(page, 2);
  const session = await page.context().newCDPSession(page);
  const data = { origin: 'app://trailwitness', storageTypes: 'indexeddb' };
  await session.send('Storage.clearDataForOrigin', data);
  await expect(
    page.getByRole('alert').filter({ hasText: 'The case’s database was closed' }),
  ).toBeVisible();
  await star(page, 3);
  await expect(
    page.getByRole('alert').filter({ hasText: 'The change was not saved' }),
  ).toContainText('the data was removed');
  await expect(page.getByRole('tab', { name: 'Findings 1' })).toBeVisible();
  await page.getByRole('tab', { name: 'Raw record' }).click();
  await expect(page.getByText('The raw record can’t be read')).toBeVisible();
  const names = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(names.filter((name) => name?.startsWith('trailwitness-case-'))).toEqual([]);
});

/** A small disk takes root to mount: by sudo where others run the tests, which must not ask. */
function asRoot(command: string, args: readonly string[]): void {
  if (userInfo().uid === 0) execFileSync(command, args);
  else execFileSync('sudo', ['-n', command, ...args]);
}

test('on a full disk nothing is lost that was reported as saved, and all goes on when there is room', async ({
  apps,
  folder,
}) => {
  test.setTimeout(120_000);
  const evidence = await writeDense(join(folder, 'dense.json'), 40);
  const profile = join(folder, 'profile');
  await mkdir(profile);
  asRoot('mount', ['-t', 'tmpfs', '-o', `size=200m,uid=${userInfo().uid}`, 'tmpfs', profile]);
  try {
    const { electron, page } = await apps.start(['--sample']);
    await sampleImported(page);
    await star(page, 2);
    const filler = join(profile, 'filler');
    const room = async (): Promise<number> => {
      const { bavail, bsize } = await statfs(profile);
      return bavail * bsize;
    };

    await writeFile(filler, new Uint8Array((await room()) - 10_000_000));
    await dropPaths(page, [evidence]);
    const stopped = page.getByRole('alert').filter({ hasText: 'The import stopped' });
    await expect(stopped).toContainText(/disk is full/u, { timeout: 60_000 });
    await idle(page);
    await rm(filler);
    await reopen(page);
    const left = await storedNow(page);
    expect(left.contents.events).toBe(left.contents.sums.kept);
    expect(await starsSaved(page)).toBe(1);

    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click();
    await writeFile(filler, new Uint8Array(await room()));
    const note = page.getByRole('textbox', { name: 'Note on this event' });
    await note.fill('x'.repeat(60_000));
    await note.blur();
    await expect(
      page.getByRole('alert').filter({ hasText: 'The change was not saved' }).first(),
    ).toContainText('the disk is full');
    await expect(page.getByRole('tab', { name: 'Findings 1' })).toBeVisible();
    await rm(filler);
    await reopen(page);
    await star(page, 4);
    expect(await starsSaved(page)).toBe(2);
    await dropPaths(page, [evidence]);
    const ledger = page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toBeVisible({ timeout: 60_000 });
    await idle(page);
    expect((await storedNow(page)).contents.events).toBe(4500 + 400);
    await electron.close();
    const again = await apps.start();
    await idle(again.page);
    expect((await storedNow(again.page)).contents.events).toBe(4500 + 400);
    expect(await starsSaved(again.page)).toBe(2);
    await again.electron.close();
  } finally {
    asRoot('umount', ['-l', profile]);
  }
});
