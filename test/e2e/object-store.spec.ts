import { startFakeSts, type FakeSts } from '../fixtures/fake-sts.ts';
import { startFaultProxy, type FaultProxy } from '../fixtures/fault-proxy.ts';
import { startSwift, type StoredBytes, type SwiftStore } from '../fixtures/swift-store.ts';
import { startTlsStore } from '../fixtures/tls-store.ts';
import { expect, test } from './app.ts';
import { storedNow } from './stored-now.ts';
import { closeLedger, openDialog, press, sampleObjects, useProfile } from './aws-dialog.ts';

const bucket = 'trail-logs';
const folder = 'AWSLogs/444455556666/CloudTrail/eu-central-1/2026/03/12/';

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
    const dialog = await openDialog(page, `s3://${bucket}`, 'button');
    await expect(dialog.getByLabel('Credentials', { exact: true })).toHaveValue('profile:case-42');
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

    await openDialog(page, `s3://${bucket}/${folder}`);
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
    const dialog = await openDialog(page, `s3://${bucket}/AWSLogs/`, 'button');
    await dialog.getByLabel('Credentials', { exact: true }).selectOption('pasted');
    await dialog.getByRole('button', { name: 'Paste keys' }).click();
    await expect(dialog).toContainText(store.accessKeyId);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      store.secretAccessKey,
    );
    await dialog.getByLabel('Endpoint').fill(proxy.endpoint);
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
    await openDialog(page, `s3://${bucket}/AWSLogs/`);
    await dialog.getByLabel('Credentials', { exact: true }).selectOption('pasted');
    await dialog.getByLabel('Endpoint').fill(proxy.endpoint);
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    await expect(dialog).toContainText(/more are in this case already/);
    await dialog.getByRole('button', { name: /^Import \d+ objects$/ }).click();
    await closeLedger(page, '26 files');
    const fetched = proxy.requests.filter((request) => request.includes('.json.gz'));
    expect(fetched.length).toBeLessThan(26);
    expect(fetched.some((request) => request.includes('111122223333_'))).toBe(false);
  });

  test('goes on with what is not fetched yet, from the notice that the network was lost', async ({
    apps,
  }) => {
    const { page } = await apps.start();
    const dialog = await openDialog(page, `s3://${bucket}/`, 'button');
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    const lost = '777788889999_CloudTrail_us-east-1';
    proxy.faults.push({ path: lost, times: 999, how: { kind: 'gone' } });
    await press(dialog, 'Import 26 objects');
    await closeLedger(page, `s3://${bucket}/`);
    const notice = page.getByRole('alert').filter({ hasText: 'The import stopped' });
    await expect(notice).toContainText('can’t be reached, or the connection broke');
    await expect(notice).toContainText('then go on: what is complete is not fetched twice.');

    proxy.faults.length = 0;
    proxy.requests.length = 0;
    await notice.getByRole('button', { name: 'Go on…' }).click();
    await press(dialog, 'Connect');
    await expect(dialog).toContainText(/\d+ objects to fetch.*\d+ more are in this case already/su);
    await dialog.getByRole('button', { name: /^Import \d+ objects$/u }).click();
    await closeLedger(page, '26 files');
    expect(proxy.requests.length).toBeLessThan(26);
    expect(proxy.requests.filter((request) => request.includes(lost))).not.toEqual([]);
    expect(proxy.requests.filter((request) => !request.includes('.json.gz'))).toEqual([]);
  });

  test('pauses, goes on, and stops, with the rate on the screen', async ({ apps }) => {
    const many = 150;
    await store.put('quiet-logs', quietObjects(many));
    const { page } = await apps.start();
    const dialog = await openDialog(page, 's3://quiet-logs/', 'button');
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    const objects = `/quiet-logs/${folder}`;
    const fetched = () => proxy.requests.filter((request) => request.includes(objects));
    const hold = () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const how = { kind: 'held', until: promise } as const;
      proxy.faults.splice(0, Infinity, { path: objects, times: 999, how });
      return () => {
        resolve(undefined);
      };
    };

    const letGo = hold();
    await press(dialog, `Import ${String(many)} objects`);
    const status = page.getByRole('group', { name: 'Import under way' });
    await expect.poll(() => fetched().length).toBeGreaterThan(0);
    await status.getByRole('button', { name: 'Pause' }).click();
    await expect(status.getByRole('button', { name: 'Resume' })).toBeVisible();
    letGo();
    const done = async () => Number(/^\s*(\d+) of/u.exec((await status.textContent()) ?? '')?.[1]);
    await expect
      .poll(async () => (await done()) > 0 && (await done()) === fetched().length)
      .toBe(true);
    expect(fetched().length).toBeLessThan(many);
    await expect(status).toContainText(/ of 150 files .* [KM]?B\/s/u);

    const begun = fetched();
    const letRestGo = hold();
    await status.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => fetched().length).toBeGreaterThan(begun.length);
    await status.getByRole('button', { name: 'Stop' }).click();
    await closeLedger(page, `${String(begun.length)} files`);
    letRestGo();
    proxy.faults.length = 0;
    proxy.requests.length = 0;
    await openDialog(page, 's3://quiet-logs/');
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    await dialog
      .getByRole('button', { name: `Import ${String(many - begun.length)} objects` })
      .click();
    await closeLedger(page, `${String(many)} files`);
    expect(new Set([...begun, ...fetched()]).size).toBe(many);
    expect(fetched()).toHaveLength(many - begun.length);
  });

  test('lists what may not be read, and stops where nothing may be', async ({ apps }) => {
    const { page } = await apps.start();
    const dialog = await openDialog(page, `s3://${bucket}/`, 'button');
    await press(dialog, 'Connect', 'List folders', 'Count objects');
    const how = { kind: 'refusal', status: 403, code: 'AccessDenied', message: 'No.' } as const;
    proxy.faults.push({ path: '.json.gz', times: 999, how });
    await press(dialog, 'Import 26 objects');
    await closeLedger(page, `s3://${bucket}/`);
    const notice = page.getByRole('alert').filter({ hasText: 'The import stopped' });
    await expect(notice).toContainText('Not one of the first 20 objects may be read.');
    await expect(notice).toContainText('lack s3:GetObject on arn:aws:s3:::trail-logs/AWSLogs/');

    const [{ key } = { key: '' }] = (await sampleObjects()).filter(({ key }) =>
      key.startsWith(folder),
    );
    proxy.faults.splice(0, Infinity, { path: key, times: 999, how });
    await notice.getByRole('button', { name: 'Go on…' }).click();
    await press(dialog, 'Connect', 'Import 26 objects');
    await closeLedger(
      page,
      `Access denied: these credentials lack s3:GetObject on arn:aws:s3:::${bucket}/${key}`,
    );
    await expect(page.getByText('The import stopped')).toBeHidden();
    const { sources } = await storedNow(page);
    const refused = sources.filter(({ path }) => path.endsWith(key));
    expect(refused.map(({ verdict }) => verdict)).not.toContain('imported');
    const read = sources.filter(({ verdict }) => verdict !== 'unreadable');
    expect(new Set(read.map(({ path }) => path)).size).toBe(25);
  });

  test('says what is wrong before anything is fetched', async ({ apps }) => {
    const { page } = await apps.start();
    const dialog = await openDialog(page, 's3://no-such-bucket/AWSLogs/', 'button');
    await press(dialog, 'Connect', 'List folders');
    await expect(dialog.getByRole('alert')).toContainText('There is no bucket no-such-bucket.');
    await press(dialog, 'Back');
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}/nothing/`);
    await press(dialog, 'Connect', 'List folders');
    await expect(dialog).toContainText('No trail is below this prefix');
    await press(dialog, 'Count objects');
    await expect(dialog).toContainText('There is nothing under this choice');
    await press(dialog, 'Back');
    await dialog.getByLabel('Bucket and prefix').fill(`s3://${bucket}/`);
    const words = async (code: string, status: number, text: string) => {
      const how = { kind: 'refusal', status, code, message: 'No.' } as const;
      proxy.faults.splice(0, Infinity, { path: `/${bucket}`, times: 99, how });
      await press(dialog, 'Connect', 'List folders');
      await expect(dialog.getByRole('alert')).toContainText(text);
      await press(dialog, 'Back');
    };
    await words('AccessDenied', 403, `lack s3:ListBucket on arn:aws:s3:::${bucket}`);
    await words('ExpiredToken', 400, 'The credentials have expired.');
    await words('RequestTimeTooSkewed', 403, 'This machine’s clock is wrong');

    const stranger = await startTlsStore();
    await dialog.getByLabel('Endpoint').fill(stranger.endpoint);
    await press(dialog, 'Connect', 'List folders');
    await expect(dialog.getByRole('alert')).toContainText('The connection is not safe');
    await expect(dialog.getByRole('alert')).toContainText('AWS_CA_BUNDLE');
    await stranger.stop();
  });
});

/** Files of one event each, as a quiet account delivers them. */
function quietObjects(count: number): readonly StoredBytes[] {
  return Array.from({ length: count }, (_, place) => {
    const event = {
      ...{ eventVersion: '1.11', eventTime: '2026-03-12T10:00:00Z', awsRegion: 'eu-central-1' },
      ...{ eventSource: 'elasticloadbalancing.amazonaws.com', eventName: 'DescribeListeners' },
      ...{ eventID: `quiet-${String(place)}`, recipientAccountId: '444455556666' },
    };
    const body = JSON.stringify({ Records: [event] });
    return { key: `${folder}quiet-${String(place)}.json`, body };
  });
}
