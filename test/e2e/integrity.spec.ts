import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { record } from '../fixtures/decode-files.ts';
import {
  keyListText,
  makeDigest,
  makeKey,
  makeLog,
  writeChain,
  type MadeFile,
} from '../fixtures/digest-chain.ts';
import { expect, idle, test } from './app.ts';

/** Four hours of a trail with digests: one log altered, one missing, one slipped in. */
async function makeTrail(folder: string): Promise<string> {
  const evidence = join(folder, 'collected');
  const logs = [8, 9, 10, 11].map((hour) => {
    const event = record({ eventTime: `2026-03-09T${String(hour).padStart(2, '0')}:01:00Z` });
    return makeLog(hour, 5, JSON.stringify(event));
  });
  const key = makeKey();
  const digests = writeChain(
    logs.map((log, place) => makeDigest(8 + place, [log])),
    key,
  );
  const [sound, altered, , newest] = logs;
  if (sound === undefined || altered === undefined || newest === undefined) throw new Error('logs');
  const slipped = makeLog(10, 30, JSON.stringify(record({ eventTime: '2026-03-09T10:20:00Z' })));
  const forged = {
    ...altered,
    text: altered.text.replace('DescribeLoadBalancers', 'DescribeTags'),
  };
  const files: readonly MadeFile[] = [sound, forged, slipped, newest, ...digests];
  for (const { key: name, text } of files) {
    const path = join(evidence, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, gzipSync(text));
  }
  await writeFile(join(evidence, 'keys-eu-west-1.json'), keyListText(key));
  return evidence;
}

test('log files are held against CloudTrail’s digests, and what does not fit is told', async ({
  apps,
  folder,
}) => {
  const { page } = await apps.start([await makeTrail(folder)]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 30_000 });
  await idle(page);
  const files = ledger.getByRole('grid', { name: 'Files of the import ledger' });
  await expect(files.getByRole('columnheader', { name: 'By digest' })).toBeVisible();
  await files.getByRole('button', { name: 'By digest' }).click();
  await expect(files.getByRole('row').nth(1)).toContainText('altered');
  await expect(files.getByRole('row').nth(2)).toContainText('in no digest');

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
  await page.keyboard.press('Escape');

  await page.getByRole('row').filter({ hasText: 'DescribeTags' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('Log file: altered');
});
