import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleSettings, Trail } from '../made/trail.ts';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { expect, idle, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { makeEvidence } from './evidence-folder.ts';
import { answerSaveDialog } from './save-dialog.ts';

/** What the generator says is in the sample's logs. */
function sampleTruth(): ReturnType<Trail['truth']> {
  const trail = new Trail(sampleSettings);
  Array.from(trail.files());
  return trail.truth();
}

test('from a dropped folder to a verified record, exports, and the case found again', async ({
  apps,
  folder,
}) => {
  test.slow();
  const truth = sampleTruth();
  const evidence = await makeEvidence(folder);
  const { electron, page } = await apps.start();
  await idle(page);

  await dropPaths(page, [evidence]);
  const sums = page.getByTestId('sums');
  await expect(sums).toContainText('rejected', { timeout: 30_000 });
  await idle(page);

  await test.step('the counts add up, and what could not be read is listed', async () => {
    const text = (await sums.textContent()) ?? '';
    const [read = 0, kept = 0, duplicate = 0, rejected = 0] = [
      ...text.replaceAll(',', '').matchAll(/\d+/g),
    ].map(([number]) => Number(number));
    expect(read).toBe(kept + duplicate + rejected);
    expect(duplicate).toBe(truth.duplicates);
    expect(rejected).toBe(1);
    // Everything of the sample, the hostile record, and most of the file that was cut off.
    expect(kept).toBeGreaterThan(truth.events + 1 + 100);
    const ledger = page.getByRole('dialog');
    for (const [verdict, name] of [
      ['partly imported', 'cut-off.json.gz'],
      ['not CloudTrail, skipped', 'notes.txt'],
      ['not CloudTrail, skipped', 'inventory.json'],
    ] as const) {
      await ledger.getByRole('radio', { name: verdict }).click();
      await expect(ledger.getByTitle(name)).toBeVisible();
    }
    await page.keyboard.press('Escape');
  });

  await test.step('nothing in the evidence was taken for markup', async () => {
    expect(await page.title()).not.toContain('owned');
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  });

  await test.step('a click on a row shows who, from where, with what, and the record', async () => {
    await page.getByRole('radio', { name: 'All services' }).click();
    await page.getByPlaceholder(/type to filter/).fill('event:DeleteLoadBalancer');
    await page.keyboard.press('Enter');
    await idle(page);
    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
    await idle(page);
    await page.getByRole('tab', { name: 'Raw record' }).click();
    await expect(page.getByRole('tabpanel')).toContainText('"eventName"');
    await page.getByRole('tab', { name: 'Evidence' }).click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText('Unchanged')).toBeVisible();
  });

  await test.step('a pivot shows all that the key did', async () => {
    await page.getByRole('tab', { name: 'Event' }).click();
    await page.getByRole('button', { name: 'Same key: all activity' }).click();
    await idle(page);
    await expect(page.getByText(/key:/).first()).toBeVisible();
  });

  const selected = await page.getByLabel('Selected events').locator('strong').textContent();
  const rows = Number((selected ?? '').replaceAll(',', ''));
  expect(rows).toBeGreaterThan(1);

  await test.step('the CSV has every row of the selection, with its evidence', async () => {
    const path = join(folder, 'out.csv');
    await answerSaveDialog(electron, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('radio', { name: 'Events' }).check();
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect
      .poll(() => readFile(path, 'utf8').catch(() => ''), { timeout: 20_000 })
      .not.toBe('');
    const [header = [], ...lines] = readPlainCsv(await readFile(path, 'utf8'));
    expect(lines).toHaveLength(rows);
    const key = header.indexOf('Access key');
    expect(new Set(lines.map((line) => line[key]))).toHaveProperty('size', 1);
    const hash = header.indexOf('Evidence SHA-256');
    for (const line of lines) expect(line[hash]).toMatch(/^[0-9a-f]{64}$/);
  });

  await test.step('the PDF says what was selected and where it comes from', async () => {
    const path = join(folder, 'out.pdf');
    await answerSaveDialog(electron, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect
      .poll(
        () =>
          readFile(path)
            .then((bytes) => bytes.length)
            .catch(() => 0),
        { timeout: 40_000 },
      )
      .toBeGreaterThan(1000);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toContain('evidence');
    expect(text).toContain('DeleteLoadBalancer');
    expect(text).toMatch(/page 1 of \d+/i);
    expect(text.replace(/\s/g, '')).toMatch(/[0-9a-f]{64}/);
  });

  await electron.close();
  const again = await apps.start();
  await idle(again.page);
  await again.page.getByRole('button', { name: /^evidence/ }).click();
  await idle(again.page);
  await expect(again.page.getByText(/read =/)).toContainText('1 rejected');
});
