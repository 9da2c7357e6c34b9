import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, idle, openSample, test } from './app.ts';
import { sampleFolder } from './evidence-folder.ts';

/** How many different events of the sample have a text in their records, found by a plain search. */
async function plainCount(text: string): Promise<number> {
  const found = new Set<string>();
  for (const name of await readdir(sampleFolder, { recursive: true })) {
    if (!name.endsWith('.json.gz') || name.includes('Digest')) continue;
    const bytes = gunzipSync(await readFile(join(sampleFolder, name)));
    const { Records } = JSON.parse(bytes.toString()) as { readonly Records?: readonly unknown[] };
    for (const record of Records ?? []) {
      const json = JSON.stringify(record);
      const [, id = ''] = /"eventID":"([^"]+)"/.exec(json) ?? [];
      if (json.toLowerCase().includes(text)) found.add(id);
    }
  }
  return found.size;
}

test('a text is found in whole records, and combines with other conditions', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByRole('radio', { name: 'All services' }).click();
  const input = page.getByLabel('Filter by text');
  const count = page.getByLabel('Selected events').locator('strong');
  await input.fill('forwardconfig');
  await idle(page);
  await expect(count).toHaveText('0');
  await page.getByRole('button', { name: 'Look in whole records' }).click();
  await idle(page);
  const all = await plainCount('forwardconfig');
  expect(all).toBeGreaterThan(0);
  await expect(count).toHaveText(String(all));
  const chip = page.getByRole('button', { name: 'Remove condition record: forwardconfig' });
  await expect(chip).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);

  await input.fill('"requestparameters":null');
  await input.press('Shift+Enter');
  await idle(page);
  await expect(count).toHaveText('0');
  await page.getByRole('button', { name: /^Remove condition record: "requestp/ }).click();
  await idle(page);
  await expect(count).toHaveText(String(all));
  await chip.press('Tab');
  await page.getByRole('button', { name: /^not record|^record:/ }).click();
  await idle(page);
  await expect(count).toHaveText((4500 - all).toLocaleString('en'));
});
