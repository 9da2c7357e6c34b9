import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, idle, openSample, test } from './app.ts';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { answerSaveDialog } from './save-dialog.ts';

/** Marks the deletion of a load balancer, and keeps the view of it. */
async function markDeletion(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type('event:DeleteLoadBalancer ');
  await page.keyboard.press('Enter');
  await idle(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await idle(page);
  await page.keyboard.press('s');
  await page.keyboard.press('t');
  await page.keyboard.type('destruction');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('The balancer goes.');
  await page.keyboard.press('Escape');
  await idle(page);
}

test('exports the story as a report and as data, each with its manifest', async ({
  apps,
  folder,
}) => {
  const app = await openSample(apps);
  const { page } = app;
  await markDeletion(page);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: /Keep this view/u }).click();
  await page.getByLabel('Name of the view').fill('What was deleted');
  await page.keyboard.press('Enter');
  await idle(page);

  const saved = async (name: string, choose: () => Promise<void>): Promise<string> => {
    const path = join(folder, name);
    await answerSaveDialog(app.electron, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await choose();
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect
      .poll(() => readFile(`${path}.manifest.json`, 'utf8').catch(() => ''), { timeout: 50_000 })
      .toContain('sha256');
    return path;
  };

  const pdf = await saved('report.pdf', async () => {
    await page.getByRole('checkbox', { name: 'What was deleted' }).check();
  });
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const part of ['The balancer goes.', 'destruction', 'View “What was deleted”']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('Records of the findings');
  expect(text).toContain('"eventName": "DeleteLoadBalancer"');

  const findings = await saved('findings.ndjson', async () => {
    await page.getByRole('radio', { name: 'Findings' }).check();
    await page.getByRole('radio', { name: 'NDJSON' }).check();
  });
  expect(JSON.parse(await readFile(findings, 'utf8'))).toMatchObject({
    ...{ kind: 'event', eventName: 'DeleteLoadBalancer', starred: true },
    ...{ tags: ['destruction'], note: 'The balancer goes.' },
  });
  const events = await saved('events.csv', async () => {
    await page.getByRole('radio', { name: 'Events' }).check();
    await page.getByRole('radio', { name: 'CSV' }).check();
    await page.getByRole('radio', { name: 'Those of the table' }).check();
  });
  const [header = [], ...rows] = readPlainCsv(await readFile(events, 'utf8'));
  const starred = header.indexOf('Starred');
  expect(rows.filter((row) => row[starred] === 'yes').map((row) => row.slice(starred))).toEqual([
    expect.arrayContaining(['yes', 'destruction', 'The balancer goes.']),
  ]);
  const manifest: unknown = JSON.parse(await readFile(`${pdf}.manifest.json`, 'utf8'));
  expect(manifest).toMatchObject({
    content: 'the PDF report',
    selection: expect.stringContaining('DeleteLoadBalancer'),
  });
});
