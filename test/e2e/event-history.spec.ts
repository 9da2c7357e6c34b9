import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
  startFakeCloudTrail,
  type FakeCloudTrail,
  type MadeRecord,
} from '../fixtures/fake-cloudtrail.ts';
import { startFakeSts, type FakeSts } from '../fixtures/fake-sts.ts';
import { expect, idle, projectFolder, test } from './app.ts';
import { storedNow } from './stored-now.ts';

const elb = 'elasticloadbalancing.amazonaws.com';
/** Of the sample's regions all but one, and one that it has nothing of. */
const regions = ['ap-south-1', 'eu-central-1', 'eu-west-1', 'us-east-1'];
const dayMs = 24 * 60 * 60 * 1000;

test.describe('import from Event history', () => {
  let records: readonly MadeRecord[];
  let fake: FakeCloudTrail;
  let sts: FakeSts;

  test.beforeEach(async ({ folder }) => {
    records = await sampleRecords();
    fake = await startFakeCloudTrail(records);
    sts = await startFakeSts({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' });
    const config = join(folder, 'config');
    await writeFile(
      config,
      '[profile case-42]\nregion = eu-west-1\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n',
    );
    process.env['AWS_CONFIG_FILE'] = config;
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'none');
    process.env['AWS_ENDPOINT_URL_STS'] = sts.endpoint;
    process.env['AWS_ENDPOINT_URL_CLOUDTRAIL'] = fake.endpoint;
    process.env['AWS_ENDPOINT_URL_ACCOUNT'] = fake.endpoint;
  });
  test.afterEach(async () => {
    delete process.env['AWS_ENDPOINT_URL_CLOUDTRAIL'];
    delete process.env['AWS_ENDPOINT_URL_ACCOUNT'];
    await fake.stop();
    await sts.stop();
  });

  test('brings each event once, over a break and a region that is not enabled', async ({
    apps,
  }) => {
    test.setTimeout(120_000);
    const { page } = await apps.start();
    fake.regions = regions;
    fake.faults.push(
      { region: 'ap-south-1', after: 0, times: 999, how: 'not enabled' },
      { region: 'eu-west-1', after: 1, times: 1, how: 'throttled' },
      { region: 'eu-west-1', after: 2, times: 999, how: 'expired' },
    );
    await connect(page, 'From AWS…');
    const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
    expect(fake.lookUps).toEqual([]);
    await dialog.getByRole('button', { name: 'Ask which are enabled' }).click();
    await expect(dialog.getByLabel('ap-south-1')).toBeChecked();
    await expect(dialog.getByLabel('us-west-2')).toBeHidden();
    await dialog.getByRole('button', { name: 'Import from 4 regions' }).click();
    const ledger = page.getByRole('dialog', { name: 'Import ledger' });
    await expect(ledger).toContainText('CloudTrail in ap-south-1 does not know', {
      timeout: 60_000,
    });
    await expect(ledger).toContainText('The credentials have expired.');
    await idle(page);
    await page.keyboard.press('Escape');
    await expect(
      page.getByText('Event history of 2 regions was not read to its end'),
    ).toBeVisible();

    const before = (await storedNow(page)).contents.events;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(wantedIds(records).length);
    fake.faults.length = 0;
    fake.lookUps.length = 0;
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await connect(page, 'From AWS…', 'menuitem');
    await dialog.getByRole('button', { name: 'Ask which are enabled' }).click();
    await expect(dialog).toContainText(/Of \d regions? only what an earlier import lacks/);
    await dialog.getByRole('button', { name: /^Import from \d regions?$/ }).click();
    await expect(ledger).toContainText('-last.json', { timeout: 60_000 });
    await idle(page);
    await page.keyboard.press('Escape');

    const { events, sources } = await storedNow(page);
    expect(events.map((event) => event.split(' ')[0]).sort()).toEqual(wantedIds(records));
    const pages = sources.filter(({ path }) => path.startsWith('event-history://111122223333/'));
    expect(pages.filter(({ verdict }) => verdict === 'unreadable')).toHaveLength(2);
    expect(pages.every(({ path }) => path.includes(`/EventSource=${elb}/`))).toBe(true);
    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
    await page.getByRole('tab', { name: 'Evidence' }).click();
    await expect(page.getByRole('tabpanel', { name: 'Evidence' })).toContainText('event-history:');
  });
});

async function connect(
  page: Page,
  name: string,
  role: 'button' | 'menuitem' = 'button',
): Promise<void> {
  await page.getByRole(role, { name }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
  await dialog.getByRole('tab', { name: 'Event history' }).click();
  await expect(dialog.getByLabel('Value of the attribute')).toHaveValue(elb);
  await dialog.getByRole('button', { name: 'Connect' }).click();
  await expect(dialog).toContainText('assumed-role/Investigator');
}

/** The ids that an import of all ELB events has to bring, each as often as it is in the case. */
function wantedIds(records: readonly MadeRecord[]): readonly string[] {
  const wanted = records.filter(
    ({ eventSource, awsRegion }) => eventSource === elb && regions.includes(awsRegion),
  );
  return wanted.map(({ eventID }) => eventID).sort();
}

/** The records of the sample as if they had just happened, each once. */
async function sampleRecords(): Promise<readonly MadeRecord[]> {
  const folder = join(projectFolder, 'test/made/sample');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.name.endsWith('.json.gz'));
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name))),
  );
  const read = texts.flatMap((bytes) => {
    const { Records = [] } = JSON.parse(gunzipSync(bytes).toString()) as {
      readonly Records?: readonly MadeRecord[];
    };
    return Records;
  });
  const newest = Math.max(...read.map(({ eventTime }) => Date.parse(eventTime)));
  const later = Math.floor((Date.now() - 10 * dayMs - newest) / 1000) * 1000;
  const moved = read.map((record) => ({
    ...record,
    eventTime: new Date(Date.parse(record.eventTime) + later).toISOString().replace('.000Z', 'Z'),
  }));
  return [...new Map(moved.map((record) => [record.eventID, record])).values()];
}
