import { expect, idle, test } from './app.ts';
import { makeEvidence } from './evidence-folder.ts';

test('the ledger tells which file is which, with what needs a look on top', async ({
  apps,
  folder,
}) => {
  const evidence = await makeEvidence(folder);
  const { page } = await apps.start([evidence]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await expect(ledger).toContainText(`All in ${evidence}/`);
  await expect(ledger.getByRole('radio', { name: /^All/ })).toContainText(/\d+ files$/);

  const rows = ledger.getByRole('row');
  await expect(rows.nth(1)).toContainText('cut-off.json.gz');
  await expect(rows.nth(1)).toContainText('partly imported');
  await expect(rows.nth(2)).toContainText('not CloudTrail, skipped');
  await ledger.getByRole('button', { name: 'Kept' }).click();
  await expect(ledger.getByRole('columnheader', { name: 'Kept' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  // Name of the account, region and date can be read, however deep the file lies.
  const first = rows.nth(1).getByRole('gridcell').first();
  await expect(first).toContainText(/\d{12}_CloudTrail_[a-z]+-[a-z]+-\d_\d{8}T\d{4}Z_/);
  const [cell, name] = await Promise.all([
    first.boundingBox(),
    first.locator('.tail').boundingBox(),
  ]);
  if (cell === null || name === null) throw new Error('the file is not in view');
  expect(name.x + name.width).toBeLessThanOrEqual(cell.x + cell.width + 1);
});
