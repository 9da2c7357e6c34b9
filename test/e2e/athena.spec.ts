import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { AthenaEngine } from '../fixtures/athena-engine.ts';
import { FakeAthena } from '../fixtures/fake-athena.ts';
import { startFakeSts, type FakeSts } from '../fixtures/fake-sts.ts';
import { filedRecords, plainTable, projectedTable } from '../fixtures/trail-tables.ts';
import { sampleSettings, Trail } from '../made/trail.ts';
import { expect, idle, openSample, test } from './app.ts';
import { storedNow } from './stored-now.ts';

const database = 'cloudtrail';
const elb = 'elasticloadbalancing.amazonaws.com';
const files = [...new Trail(sampleSettings).files()];

test.describe('import from Athena', () => {
  let engine: AthenaEngine;
  let athena: FakeAthena;
  let sts: FakeSts;

  test.beforeEach(async ({ folder }) => {
    engine = await AthenaEngine.create(database);
    const records = files.flatMap(filedRecords);
    await engine.addTable(database, projectedTable, records);
    const tables = [projectedTable, plainTable];
    athena = await FakeAthena.start({ engine, database, tables, records });
    sts = await startFakeSts({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' });
    const config = join(folder, 'config');
    await writeFile(
      config,
      '[profile case-42]\nregion = eu-west-1\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n',
    );
    process.env['AWS_CONFIG_FILE'] = config;
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'none');
    process.env['AWS_ENDPOINT_URL_STS'] = sts.endpoint;
    process.env['AWS_ENDPOINT_URL_ATHENA'] = athena.endpoint;
    process.env['AWS_ENDPOINT_URL_S3'] = athena.endpoint;
  });
  test.afterEach(async () => {
    delete process.env['AWS_ENDPOINT_URL_ATHENA'];
    delete process.env['AWS_ENDPOINT_URL_S3'];
    await athena.stop();
    await sts.stop();
    engine.close();
  });

  test('asks for what is looked for, shows what it costs, and brings each event once', async ({
    apps,
  }) => {
    test.setTimeout(120_000);
    const { page } = await apps.start();
    await page.getByRole('button', { name: 'From AWS…' }).click();
    const dialog = await connect(page);
    expect(athena.calls).toEqual([]);
    await dialog.getByRole('button', { name: 'List workgroups' }).click();
    await dialog.getByLabel('Database', { exact: true }).selectOption(database);
    await expect(dialog).toContainText('Results go to s3://athena-results/cases/');

    await dialog.getByLabel('Table', { exact: true }).selectOption('plain');
    await expect(dialog).toContainText('the whole trail is read');
    await dialog.getByLabel('Table', { exact: true }).selectOption('trail');
    await dialog.getByLabel('From', { exact: true }).fill('2026-03-09');
    await dialog.getByLabel('to', { exact: true }).fill('2026-03-13');
    const sql = dialog.getByLabel('SQL');
    await expect(sql).toHaveValue(/"day" BETWEEN '2026\/03\/09' AND '2026\/03\/14'/u);

    await sql.fill('SELECT eventnam\nFROM nowhere');
    await dialog.getByRole('button', { name: 'Run query' }).click();
    await expect(dialog.getByRole('alert')).toContainText('nowhere');
    await dialog.getByRole('button', { name: 'Write it anew' }).click();

    athena.isHeld = true;
    await dialog.getByRole('button', { name: 'Run query' }).click();
    await expect(dialog).toContainText('The query is running: 123.5 MB read');
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => athena.calls.at(-1)?.action).toBe('StopQueryExecution');
    athena.isHeld = false;

    await dialog.getByRole('button', { name: 'Run query' }).click();
    await expect(dialog).toContainText('123.5 MB read, $0.0006 at the list price.');
    await dialog.getByRole('button', { name: /^Import result \(/u }).click();
    const ledger = page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toContainText('Athena query', { timeout: 60_000 });
    await idle(page);
    await page.keyboard.press('Escape');

    const { events, sources } = await storedNow(page);
    expect(events.map((event) => event.split(' ')[0]).sort()).toEqual(elbIds());
    expect(sources.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^s3:\/\/athena-results\/cases\/[0-9a-f-]{36}\.csv$/u),
    ]);
  });

  test('reads a result that Athena keeps itself, and brings each event once', async ({ apps }) => {
    test.setTimeout(120_000);
    athena.mostRows = 40;
    const { page } = await apps.start();
    await page.getByRole('button', { name: 'From AWS…' }).click();
    const dialog = await connect(page);
    await dialog.getByRole('button', { name: 'List workgroups' }).click();
    await dialog.getByLabel('Workgroup', { exact: true }).selectOption('kept');
    await expect(dialog).toContainText('Athena keeps the results itself, for 24 hours.');
    await dialog.getByLabel('Database', { exact: true }).selectOption(database);
    await dialog.getByLabel('Table', { exact: true }).selectOption('trail');
    await dialog.getByLabel('From', { exact: true }).fill('2026-03-09');
    await dialog.getByLabel('to', { exact: true }).fill('2026-03-13');
    await dialog.getByRole('button', { name: 'Run query' }).click();
    await dialog.getByRole('button', { name: 'Import result' }).click();
    const ledger = page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toContainText(/Athena query [0-9a-f-]{36}: SELECT/u, { timeout: 60_000 });
    await idle(page);
    await page.keyboard.press('Escape');

    const { events, sources } = await storedNow(page);
    expect(events.map((event) => event.split(' ')[0]).sort()).toEqual(elbIds());
    expect(sources.length).toBeGreaterThan(2);
    for (const { path } of sources) {
      expect(path).toMatch(
        /^athena:\/\/111122223333\/eu-west-1\/kept\/[0-9a-f-]{36}\/page-\d{5}(?:-last)?\.json$/u,
      );
    }
  });

  test('asks for everything that an address did, from its card, over a table it makes', async ({
    apps,
  }) => {
    test.setTimeout(120_000);
    const { page } = await openSample(apps);
    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Ask Athena: Same IP' }).click();
    const asked = page.getByRole('dialog', { name: 'Import from AWS' });
    await expect(asked).toContainText(/all services: ip:/u);
    await page.keyboard.press('Escape');
    await page.getByRole('application', { name: /^Timeline by/u }).focus();
    await page.keyboard.press('q');
    await expect(asked).toContainText(/all services: key:/u);
    await page.keyboard.press('Escape');

    const facet = page.getByRole('listitem').filter({ hasText: '192.0.2.44' }).first();
    await facet.hover();
    await facet.getByRole('button', { name: /^Card of 192\.0\.2\.44/u }).click();
    await page.getByRole('button', { name: 'Ask Athena' }).click();
    const dialog = await connect(page, 'all services: ip:192.0.2.44');
    await dialog.getByRole('button', { name: 'List workgroups' }).click();
    await dialog.getByLabel('Database', { exact: true }).selectOption(database);
    await dialog.getByRole('button', { name: 'Make a table…' }).click();
    await dialog.getByLabel('Folder of the trail').fill('s3://trail-logs/AWSLogs/');
    await dialog.getByLabel('Accounts').fill('111122223333 444455556666 777788889999');
    await dialog.getByLabel('Regions').fill('eu-west-1, eu-central-1, us-east-1, us-west-2');
    await dialog.getByLabel('First day').fill('2026-01-01');
    await expect(dialog.getByLabel('SQL')).toHaveValue(/'projection\.region\.values'/u);
    expect(athena.calls.map(({ action }) => action)).not.toContain('StartQueryExecution');
    await dialog.getByRole('button', { name: 'Run CREATE TABLE' }).click();
    await expect(dialog.getByLabel('Table', { exact: true })).toHaveValue('trailwitness_trail');
    await expect(dialog).toContainText('finds the same events');
    await dialog.getByRole('button', { name: 'Run query' }).click();
    await expect(dialog.getByRole('button', { name: /^Import result/u })).toBeEnabled();
  });
});

async function connect(page: Page, asked = 'all ELB events') {
  const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
  await dialog.getByRole('tab', { name: 'Athena' }).click();
  await expect(dialog).toContainText(asked);
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(dialog).toContainText('assumed-role/Investigator');
  return dialog;
}

/** The ids of the ELB events, each as often as it is in the case. */
function elbIds(): readonly string[] {
  const records = files.flatMap((file) => file.records.map((text) => JSON.parse(text) as Made));
  const wanted = records.filter(({ eventSource }) => eventSource === elb);
  return [...new Set(wanted.map(({ eventID }) => eventID))].sort();
}

interface Made {
  readonly eventID: string;
  readonly eventSource: string;
}
