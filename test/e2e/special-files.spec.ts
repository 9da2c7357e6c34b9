import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, idle, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { writeRecords } from './evidence-folder.ts';
import { storedNow } from './stored-now.ts';

const largeRecords = 400;

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

for (const way of ['dropped', 'picked'] as const) {
  test(`links in a ${way} folder are listed with where they lead, and not followed`, async ({
    apps,
    folder,
  }) => {
    const evidence = join(folder, 'evidence');
    const elsewhere = join(folder, 'elsewhere');
    await mkdir(join(evidence, 'deep'), { recursive: true });
    await mkdir(elsewhere);
    await writeRecords(join(elsewhere, 'other.json'), 30);
    await writeRecords(join(evidence, 'deep', 'z-small.json'), 20);
    await writeRecords(join(evidence, 'deep', 'z-large.json'), largeRecords);
    await symlink(elsewhere, join(evidence, 'deep', 'folder-link'));
    await symlink(join(elsewhere, 'other.json'), join(evidence, 'file-link.json'));
    await symlink('..', join(evidence, 'deep', 'loop'));
    await symlink('nowhere', join(evidence, 'dangling.json'));
    const { page } = await apps.start();
    await idle(page);
    if (way === 'dropped') await dropPaths(page, [evidence]);
    else await page.getByLabel('Folder to import').first().setInputFiles(evidence);
    const ledger = page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toBeVisible();
    await idle(page);
    await expect(ledger.getByTestId('sums')).toContainText('420 read = 420 kept');
    const { sources } = await storedNow(page);
    expect(sources.map(({ path, verdict }) => [relative(evidence, path), verdict])).toEqual([
      ['dangling.json', 'skipped'],
      ['deep/folder-link', 'skipped'],
      ['deep/loop', 'skipped'],
      ['deep/z-large.json', 'imported'],
      ['deep/z-small.json', 'imported'],
      ['file-link.json', 'skipped'],
    ]);
    await expect(ledger).toContainText(`a link to ${elsewhere}, not followed`);
  });
}
