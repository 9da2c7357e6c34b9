import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, test } from './app.ts';
import { makeEvidence } from './evidence-folder.ts';

test('verifying says which bytes it read: the case’s copy, not the file on the disk', async ({
  apps,
  folder,
}) => {
  const evidence = await makeEvidence(folder);
  const { page } = await apps.start([evidence]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await expect(ledger.getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ledger).toHaveCount(0);

  await page.getByRole('radio', { name: 'All services' }).click();
  await page.getByLabel('Filter by text').fill('__proto__');
  await idle(page);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  await appendFile(join(evidence, 'hostile.json'), ' ');
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await idle(page);
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText(
    `the original at ${join(evidence, 'hostile.json')} is not read`,
  );
  await expect(panel).not.toContainText('inflated');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(panel).toContainText(
    /copy of this file is unchanged: its SHA-256 is the one\s+noted at\s+import/,
  );
});
