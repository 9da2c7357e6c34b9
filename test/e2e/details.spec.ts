import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, test } from './app.ts';
import { makeEvidence } from './evidence-folder.ts';
import { openSmallSample } from './timeline-page.ts';

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

test('a raw record keeps its indentation where lines are wrapped, and is found in and copied whole', async ({
  apps,
}) => {
  const { page } = await openSmallSample(apps);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await page.getByRole('tab', { name: 'Raw record' }).click();
  await idle(page);
  const record = page.getByLabel('Raw record').last();
  const find = page.getByLabel('Find in the record');
  await find.fill('ELASTIC');
  expect((await find.boundingBox())?.width).toBeGreaterThan(150);

  const wrapped = record.locator('.line', { hasText: '"eventSource"' });
  const lefts = await wrapped
    .locator('.string')
    .evaluate((value) => [...value.getClientRects()].map(({ left }) => left));
  const key = await wrapped.locator('.key').boundingBox();
  if (key === null) throw new Error('the line has no key');
  expect(lefts.length).toBeGreaterThan(1);
  expect(Math.min(...lefts)).toBeGreaterThan(key.x);

  const copied = await record.evaluate((element) => {
    getSelection()?.selectAllChildren(element);
    return getSelection()?.toString() ?? '';
  });
  expect(JSON.parse(copied)).toMatchObject({ eventName: 'DescribeLoadBalancers' });
  expect(copied.split('\n')).toHaveLength(await record.locator('.line').count());
  const found = await page.evaluate(() => {
    const texts: string[] = [];
    for (const range of CSS.highlights.get('found') ?? [])
      if (range instanceof Range) texts.push(range.cloneContents().textContent);
    return texts;
  });
  expect(new Set(found)).toEqual(new Set(['elastic']));
});

test('what is correlated shows beside the event in the smallest window, as counts of others', async ({
  apps,
}) => {
  const { page } = await openSmallSample(apps);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(3).click();
  await idle(page);
  const block = page.getByRole('region', { name: 'Correlated' });
  const key = block.getByRole('button', { name: /^Same key \d+ others?, \d+ ELB$/ });
  await expect(key).toBeInViewport({ ratio: 1 });
  await expect(block.getByText('1 write,').first()).toBeInViewport({ ratio: 1 });
  const others = Number(/(\d+) other/.exec((await key.textContent()) ?? '')?.[1]);

  // The pivot selects these others, and the event itself.
  await page.getByRole('button', { name: 'Same key: all activity' }).click();
  await idle(page);
  await expect(page.getByLabel('Selected events').locator('strong')).toHaveText(String(others + 1));
});
