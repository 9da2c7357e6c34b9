import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { record } from '../fixtures/decode-files.ts';
import { expect, idle, sampleImported, test, type Apps, type RunningApp } from './app.ts';
import { dropPaths } from './drop.ts';
import { star, starsSaved } from './stars.ts';
import { storedNow } from './stored-now.ts';

/** Starts the app anew, which puts right what a full disk left half written; opens its case, with so many findings. */
async function restart(
  apps: Apps,
  { electron }: RunningApp,
  findings: number,
): Promise<RunningApp> {
  await electron.close();
  const app = await apps.start();
  const cases = app.page.getByRole('region', { name: 'Recent cases' });
  await cases.getByRole('button').first().click();
  await expect(app.page.getByRole('tab', { name: `Findings ${findings}` })).toBeVisible();
  await idle(app.page);
  return app;
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
    let app = await apps.start(['--sample']);
    await sampleImported(app.page);
    await star(app.page, 2);
    const filler = join(profile, 'filler');
    const room = async (): Promise<number> => {
      const { bavail, bsize } = await statfs(profile);
      return bavail * bsize;
    };
    /** Down to so many bytes; what the app writes meanwhile may leave less. */
    const fill = async (left: number): Promise<void> => {
      const full = (error: unknown): void => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      };
      await writeFile(filler, new Uint8Array((await room()) - left)).catch(full);
    };

    await fill(10_000_000);
    await dropPaths(app.page, [evidence]);
    const stopped = app.page.getByRole('alert').filter({ hasText: 'The import stopped' });
    await expect(stopped).toContainText(/disk is full/u, { timeout: 60_000 });
    await idle(app.page);
    await rm(filler);
    app = await restart(apps, app, 1);
    const left = await storedNow(app.page);
    expect(left.contents.events).toBe(left.contents.sums.kept);
    expect(await starsSaved(app.page)).toBe(1);

    await app.page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click();
    await fill(0);
    const note = app.page.getByRole('textbox', { name: 'Note on this event' });
    await note.fill('x'.repeat(60_000));
    await note.blur();
    await expect(
      app.page.getByRole('alert').filter({ hasText: 'The change was not saved' }).first(),
    ).toContainText('the disk is full');
    await expect(app.page.getByRole('tab', { name: 'Findings 1' })).toBeVisible();
    await rm(filler);
    app = await restart(apps, app, 1);
    await star(app.page, 4);
    expect(await starsSaved(app.page)).toBe(2);
    await dropPaths(app.page, [evidence]);
    const ledger = app.page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toBeVisible({ timeout: 60_000 });
    await idle(app.page);
    expect((await storedNow(app.page)).contents.events).toBe(4500 + 400);
    app = await restart(apps, app, 2);
    expect((await storedNow(app.page)).contents.events).toBe(4500 + 400);
    expect(await starsSaved(app.page)).toBe(2);
    await app.electron.close();
  } finally {
    asRoot('umount', ['-l', profile]);
  }
});
