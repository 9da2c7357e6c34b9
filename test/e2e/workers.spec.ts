import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { zipSync } from 'fflate';
import { expect, filterBy, idle, openSample, projectFolder, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { records, writeRecords } from './evidence-folder.ts';
import { storedNow } from './stored-now.ts';

/** The workers of this kind, those that workers started too. */
function workersOf(page: Page, kind: string): readonly Worker[] {
  return page.workers().filter((worker) => worker.url().includes(`/${kind}.worker-`));
}

/** Ends a worker from within, of which the platform tells the window nothing. */
async function endWorker(page: Page, kind: string): Promise<void> {
  const [worker] = workersOf(page, kind);
  if (worker === undefined) throw new Error(`no ${kind} worker runs`);
  const closed = worker.waitForEvent('close');
  await worker.evaluate(() => {
    self.close();
  });
  await closed;
}

test('the case is open again, as it was, where the query worker ended', async ({ apps }) => {
  const { page } = await openSample(apps);
  await filterBy(page, 'errorCode:AccessDenied');
  const grid = page.getByRole('grid', { name: 'Events' });
  const rows = await grid.getAttribute('aria-rowcount');
  await grid.getByRole('row').nth(2).click();
  await page.keyboard.press('s');
  await idle(page);
  await endWorker(page, 'query');
  const notice = page.getByText('A part of the app stopped and was started anew');
  await expect(notice).toBeVisible();
  await idle(page);
  expect(await grid.getAttribute('aria-rowcount')).toBe(rows);
  await filterBy(page, 'is:starred');
  expect(await grid.getAttribute('aria-rowcount')).toBe('2');
});

/** A file whose reading never ends. */
async function writeEndless(path: string): Promise<string> {
  const bytes = await readFile(join(projectFolder, 'test/fixtures/shapes/security-lake.parquet'));
  bytes[4616] = 37;
  await writeFile(path, bytes);
  return path;
}

async function importedWhole(page: Page, paths: readonly string[]): Promise<void> {
  await dropPaths(page, paths);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await page.keyboard.press('Escape');
}

test('an import whose worker ended says so, keeps what was stored, and goes on when asked again', async ({
  apps,
  folder,
}) => {
  const { page } = await apps.start();
  await idle(page);
  await importedWhole(page, [await writeRecords(join(folder, 'a.json'), 20)]);
  const more = await writeRecords(join(folder, 'c.json'), 30);
  await dropPaths(page, [more, await writeEndless(join(folder, 'b.parquet'))]);
  await expect.poll(() => workersOf(page, 'decode').length).toBeGreaterThan(0);
  await endWorker(page, 'ingest');
  const notice = page.getByRole('alert').filter({ hasText: 'The import stopped' });
  await expect(notice).toContainText('The import worker stopped: it ended without saying why.');
  await idle(page);
  const left = await storedNow(page);
  expect(left.contents.events).toBe(left.contents.sums.kept);
  expect([20, 50]).toContain(left.contents.events);
  await importedWhole(page, [more]);
  expect((await storedNow(page)).contents.events).toBe(50);
});

test('a file whose reader ended is named, and all others are read', async ({ apps, folder }) => {
  const { page } = await apps.start();
  await idle(page);
  // So long a work that it is not over before the reader listens for when it may go on.
  const files = 1500;
  const archive = Object.fromEntries(
    Array.from({ length: files }, (_, place) => [
      `${place}.json`,
      new TextEncoder().encode(records(100)),
    ]),
  );
  const path = join(folder, 'all.zip');
  await writeFile(path, zipSync(archive, { level: 1 }));
  const readers = await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency));
  await dropPaths(page, [path]);
  await expect.poll(() => workersOf(page, 'decode').length).toBe(readers);
  // Which of them has the archive can't be told: they are not heard of in the order they were started in.
  for (const reader of workersOf(page, 'decode')) {
    await reader.evaluate(() => {
      self.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
        if (data.kind === 'taken') self.close();
      });
    });
  }
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await expect(ledger.getByTestId('sums')).toContainText('149,900 read = ');
  await expect(
    ledger.getByTitle('reading it stopped the reader: it ended without saying why'),
  ).toHaveCount(1);
});
