import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, projectFolder, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { writeRecords } from './evidence-folder.ts';

test('gives up a file whose reading never ends, and reads the files around it', async ({
  apps,
  folder,
}) => {
  const { page } = await apps.start();
  await page.goto('app://trailwitness/index.html?reader-patience-ms=2000');
  const bytes = await readFile(join(projectFolder, 'test/fixtures/shapes/security-lake.parquet'));
  bytes[4616] = 37;
  const endless = join(folder, 'b-endless.parquet');
  await writeFile(endless, bytes);
  const before = await writeRecords(join(folder, 'a.json'), 20);
  const after = await writeRecords(join(folder, 'c.json'), 30);
  await idle(page);
  await dropPaths(page, [before, endless, after]);

  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await expect(ledger.getByTestId('sums')).toContainText('50 read = 50 kept');
  const rows = ledger.getByRole('row');
  await expect(rows.nth(1)).toContainText('b-endless.parquet');
  await expect(rows.nth(1)).toContainText('unreadable');
  await expect(
    rows.nth(1).getByTitle('reading it did not come to an end: no progress for 2 s'),
  ).toBeVisible();
});
