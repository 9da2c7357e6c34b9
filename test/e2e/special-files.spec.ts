import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { writeRecords } from './evidence-folder.ts';

test('a pipe in a dropped folder is listed as what it is, and waited for by nobody', async ({
  apps,
  folder,
}) => {
  const evidence = join(folder, 'evidence');
  await mkdir(evidence);
  execFileSync('mkfifo', [join(evidence, 'a-pipe')]);
  await writeRecords(join(evidence, 'b.json'), 20);
  const { page } = await apps.start();
  await idle(page);
  await dropPaths(page, [evidence]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible();
  await idle(page);
  await expect(ledger.getByTestId('sums')).toContainText('20 read = 20 kept');
  await expect(ledger.getByRole('row').nth(1)).toContainText('a-pipe');
  await expect(ledger.getByRole('row').nth(1)).toContainText(
    'a pipe, no file: nothing was read from it',
  );
});
