import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { startFakeSts, type FakeSts } from '../fixtures/fake-sts.ts';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { startSwift, type StoredBytes, type SwiftStore } from '../fixtures/swift-store.ts';
import { expect, idle, projectFolder, test } from './app.ts';

const bucket = 'trail-logs';
const sample = join(projectFolder, 'test/made/sample');

test.describe('import from S3', () => {
  let store: SwiftStore;
  let proxy: FaultProxy;
  let sts: FakeSts;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    store = await startSwift();
    proxy = await startFaultProxy(store.endpoint);
    sts = await startFakeSts(store);
    await store.put(bucket, await sampleObjects());
  });
  test.beforeEach(async ({ folder }) => {
    await useProfile(folder, store, proxy, sts);
    proxy.requests.length = 0;
    proxy.faults.length = 0;
  });
  test.afterAll(async () => {
    await proxy.stop();
    await sts.stop();
    await store.stop();
  });

  test('goes from an address to the timeline, and asks nothing before it is told to', async ({
    apps,
  }) => {
    const { page } = await apps.start();
    await page.getByRole('button', { name: 'From AWS…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}`);
    await expect(dialog.getByLabel('Credentials', { exact: true })).toHaveValue('profile:case-42');
    await dialog.getByLabel('Bucket in the path').check();
    expect([...proxy.requests, ...sts.calls]).toEqual([]);

    await dialog.getByRole('button', { name: 'Connect' }).click();
    await expect(dialog).toContainText('111122223333');
    await expect(dialog).toContainText('assumed-role/Investigator');
    expect(proxy.requests).toEqual([]);

    await dialog.getByRole('button', { name: 'List folders' }).click();
    await expect(dialog.getByLabel('From', { exact: true })).toHaveValue('2026-03-10');
    await expect(dialog.getByLabel('to', { exact: true })).toHaveValue('2026-03-13');
    await dialog.getByLabel('777788889999').uncheck();
    await dialog.getByLabel('From', { exact: true }).fill('2026-03-12');
    proxy.requests.length = 0;
    await dialog.getByRole('button', { name: 'Count objects' }).click();
    await expect(dialog).toContainText(/\d+ objects to fetch/);
    const listed = proxy.requests.map((request) => decodeURIComponent(request)).join('\n');
    expect(listed).not.toMatch(/777788889999|2026\/03\/1[01]\//);
    expect(listed).toMatch(/444455556666\/CloudTrail\/eu-central-1\/2026\/03\/12\//);

    await dialog.getByRole('button', { name: /^Import \d+ objects$/ }).click();
    await closeLedger(page, `All in s3://${bucket}/`);
    await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
    await page.getByRole('tab', { name: 'Evidence' }).click();
    const evidence = page.getByRole('tabpanel', { name: 'Evidence' });
    await expect(evidence).toContainText('ETag');

    await openDialog(
      page,
      `s3://${bucket}/AWSLogs/444455556666/CloudTrail/eu-central-1/2026/03/12/`,
    );
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    await expect(dialog).toContainText('0 objects to fetch');
    await expect(dialog).toContainText('1 more is in this case already');
  });

  test('keeps what it has where the store is lost, and goes on from there', async ({ apps }) => {
    const { electron, page } = await apps.start();
    await electron.evaluate(
      ({ clipboard }, text) => clipboard.writeText(text),
      `export AWS_ACCESS_KEY_ID=${store.accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${store.secretAccessKey}`,
    );
    await page.getByRole('button', { name: 'From AWS…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
    await dialog.getByLabel('Credentials', { exact: true }).selectOption('pasted');
    await dialog.getByRole('button', { name: 'Paste keys' }).click();
    await expect(dialog).toContainText(store.accessKeyId);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      store.secretAccessKey,
    );
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}/AWSLogs/`);
    await dialog.getByLabel('Endpoint').fill(proxy.endpoint);
    await dialog.getByLabel('Bucket in the path').check();
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    const how = {
      kind: 'refusal',
      status: 400,
      code: 'ExpiredToken',
      message: 'Expired.',
    } as const;
    proxy.faults.push({ path: '777788889999_CloudTrail_us-east-1', times: 99, how });
    await dialog.getByRole('button', { name: /^Import 26 objects$/ }).click();
    await expect(page.getByText('The import stopped before its end')).toBeVisible();
    await expect(page.getByText('The credentials have expired.')).toBeVisible();
    await closeLedger(page, 's3://');

    proxy.faults.length = 0;
    proxy.requests.length = 0;
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('menuitem', { name: 'From AWS…' }).click();
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}/AWSLogs/`);
    await dialog.getByLabel('Credentials', { exact: true }).selectOption('pasted');
    await dialog.getByLabel('Endpoint').fill(proxy.endpoint);
    await dialog.getByLabel('Bucket in the path').check();
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    await expect(dialog).toContainText(/more are in this case already/);
    await dialog.getByRole('button', { name: /^Import \d+ objects$/ }).click();
    await closeLedger(page, '26 files');
    const fetched = proxy.requests.filter((request) => request.includes('.json.gz'));
    expect(fetched.length).toBeLessThan(26);
    expect(fetched.some((request) => request.includes('111122223333_'))).toBe(false);
  });

  test('says what is wrong before anything is fetched', async ({ apps }) => {
    const { page } = await apps.start();
    await page.getByRole('button', { name: 'From AWS…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
    await dialog.getByLabel('Bucket and prefix').fill('s3://no-such-bucket/AWSLogs/');
    await dialog.getByLabel('Bucket in the path').check();
    await press(dialog, 'Connect', 'List folders');
    await expect(dialog.getByRole('alert')).toContainText('There is no bucket no-such-bucket.');
    await press(dialog, 'Back');
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}/nothing/`);
    await press(dialog, 'Connect', 'List folders');
    await expect(dialog).toContainText('No trail is below this prefix');
    await press(dialog, 'Count objects');
    await expect(dialog).toContainText('There is nothing under this choice');
  });
});

async function closeLedger(page: Page, text: string): Promise<void> {
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toContainText(text, { timeout: 30_000 });
  await idle(page);
  await page.keyboard.press('Escape');
  await expect(ledger).toBeHidden();
}

async function openDialog(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('menuitem', { name: 'From AWS…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
  await dialog.getByLabel('Bucket and prefix').fill(address);
  await dialog.getByLabel('Bucket in the path').check();
}

async function press(dialog: Locator, ...buttons: readonly string[]): Promise<void> {
  for (const name of buttons) await dialog.getByRole('button', { name }).click();
}

async function sampleObjects(): Promise<readonly StoredBytes[]> {
  const entries = await readdir(sample, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return { key: relative(sample, file).split(sep).join('/'), body: await readFile(file) };
    }),
  );
}

/** The app finds the profile by the variables that it inherits. */
async function useProfile(
  folder: string,
  { accessKeyId, secretAccessKey }: SwiftStore,
  proxy: FaultProxy,
  sts: FakeSts,
): Promise<void> {
  const config = join(folder, 'config');
  await writeFile(
    config,
    `[profile case-42]
region = us-east-1
endpoint_url = ${proxy.endpoint}
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
`,
  );
  process.env['AWS_CONFIG_FILE'] = config;
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'none');
  process.env['AWS_ENDPOINT_URL_STS'] = sts.endpoint;
}
