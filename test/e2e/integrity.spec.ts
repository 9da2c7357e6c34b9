import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, test } from './app.ts';
import { makeTrailWithDigests } from './trail-with-digests.ts';

test('log files are held against CloudTrail’s digests, and what does not fit is told', async ({
  apps,
  folder,
}) => {
  const evidence = await makeTrailWithDigests(folder);
  const { page } = await apps.start([evidence]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  const files = ledger.getByRole('grid', { name: 'Files of the import ledger' });
  await expect(files.getByRole('columnheader', { name: 'By digest' })).toBeVisible();
  await files.getByRole('button', { name: 'By digest' }).click();
  await expect(files.getByRole('row').nth(1)).toContainText('altered');
  await expect(files.getByRole('row').nth(2)).toContainText('not listed');

  await ledger.getByRole('radio', { name: /^Integrity/ }).click();
  const findings = ledger.getByRole('grid', { name: 'Findings of the integrity check' });
  await expect(findings.getByRole('row')).toHaveCount(4);
  await expect(findings).toContainText('Log file missing');
  await expect(ledger).toContainText(
    'By 4 CloudTrail digests: 4 log files, 1 proven, 1 self-consistent',
  );
  await ledger.getByRole('button', { name: 'Check again' }).click();
  await idle(page);
  await expect(findings.getByRole('row')).toHaveCount(4);

  await rm(join(evidence, 'keys-eu-west-1.json'));
  await writeFile(join(evidence, 'notes.txt'), 'not in the case');
  await page.getByLabel('Folder to compare with').setInputFiles(evidence);
  await idle(page);
  await expect(ledger).toContainText('8 evidence files are there with the same bytes.');
  await expect(ledger).toContainText('1 is not among the files compared:');
  await expect(ledger.getByRole('listitem')).toContainText('keys-eu-west-1.json');
  await expect(ledger).toContainText('1 of the files compared is not in the case.');
  await page.keyboard.press('Escape');

  await page.getByRole('row').filter({ hasText: 'DescribeTags' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('Log file: altered');
});
