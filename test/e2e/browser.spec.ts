import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { expect, idle, sampleImported, test } from './app.ts';
import { sampleFolder } from './evidence-folder.ts';
import { serveRenderer } from './serve-renderer.ts';

// The runtime on a machine without the official Electron is older than the one that ships.
test('the page works in a current Chromium, without the desktop around it', async () => {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const { url, stop } = await serveRenderer();
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  await idle(page);

  await page.locator('input[type=file][webkitdirectory]').first().setInputFiles(sampleFolder);
  await sampleImported(page);
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  await page.getByRole('tab', { name: 'Evidence' }).click();
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('Unchanged')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('radio', { name: 'Events' }).check();
  await page.getByRole('button', { name: 'Export…' }).click();
  const saved = join(test.info().outputDir, 'out.csv');
  await (await download).saveAs(saved);
  const rows = readPlainCsv(await readFile(saved, 'utf8'));
  const selected = await page.getByLabel('Selected events').locator('strong').textContent();
  expect(rows).toHaveLength(Number(selected) + 1);
  expect(faults).toEqual([]);
  await browser.close();
  stop();
});
