import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WantedObject } from '../../../../electron/aws/object-parts.ts';
import { AwsConnection } from '../../../../electron/aws/aws-connection.ts';
import { S3Store } from '../../../../electron/aws/s3-store.ts';
import type { ConnectRequest, CredentialChoice } from '../../../../electron/ipc/aws.ts';
import type { ObjectFacts } from '../../../../electron/ipc/object-store.ts';
import { startFakeSts, type FakeSts } from '../../../fixtures/fake-sts.ts';
import { startFaultProxy, type FaultProxy } from '../../../fixtures/fault-proxy.ts';
import { startTlsStore } from '../../../fixtures/tls-store.ts';
import { startSwift, type SwiftStore } from '../../../fixtures/swift-store.ts';

const bucket = 'trail-logs';
const large = Buffer.alloc(3_000_000, 'CloudTrail ');
const ended = new AbortController().signal;

let store: SwiftStore;
let proxy: FaultProxy;
let sts: FakeSts;
let folder = '';
/** Ended after each test. */
const opened: AwsConnection[] = [];

async function writeConfig(): Promise<void> {
  const { accessKeyId, secretAccessKey } = store;
  await writeFile(
    path.join(folder, 'config'),
    `[profile case-42]
region = us-east-1
endpoint_url = ${proxy.endpoint}
[profile role]
role_arn = arn:aws:iam::111122223333:role/Investigator
source_profile = case-42
mfa_serial = arn:aws:iam::111122223333:mfa/ir
endpoint_url = ${proxy.endpoint}
[profile portal]
sso_session = company
sso_account_id = 111122223333
sso_role_name = Investigator
region = eu-west-1
[profile external]
region = us-east-1
endpoint_url = ${proxy.endpoint}
credential_process = echo '{"Version":1,"AccessKeyId":"${accessKeyId}","SecretAccessKey":"${secretAccessKey}"}'
[sso-session company]
sso_region = eu-west-1
sso_start_url = https://example.invalid/start
`,
  );
  await writeFile(
    path.join(folder, 'credentials'),
    `[case-42]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
}

function profile(name: string, mfaCode?: string): CredentialChoice {
  return { kind: 'profile', profile: name, mfaCode };
}

const keysFromProfile: CredentialChoice = profile('case-42');

function connect(
  credentials: CredentialChoice,
  more: Partial<ConnectRequest> = {},
  pasted?: { accessKeyId: string; secretAccessKey: string },
): Promise<AwsConnection> {
  return AwsConnection.make(
    { credentials, region: undefined, askIdentity: false, ...more },
    {
      pasted: pasted && { ...pasted, sessionToken: undefined },
      proxyFor: () => Promise.resolve(undefined),
      patience: { silenceMs: 300, pauseMs: 5, tries: 3 },
    },
  );
}

async function open(
  connecting: Promise<AwsConnection> = connect(keysFromProfile),
  endpoint?: string,
  requesterPays = false,
): Promise<S3Store> {
  const connection = await connecting;
  opened.push(connection);
  return S3Store.make(connection, {
    ...{ connection: 1, endpoint, pathStyle: true, requesterPays },
  });
}

async function bytesOf(s3: S3Store, wanted: WantedObject): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of s3.fetch(wanted, ended)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What a failed request says, in words. */
async function problemOf(
  s3: S3Store,
  asked: 's3:ListBucket' | 's3:GetObject',
  work: Promise<unknown>,
): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  );
  const problem =
    asked === 's3:ListBucket'
      ? s3.listProblem(error, bucket)
      : s3.objectProblem(error, { bucket, key: '', etag: '' });
  return problem.reason;
}

const list = (s3: S3Store, prefix: string, next?: string, from = bucket) =>
  s3.list({ store: 1, bucket: from, prefix, folders: false, next });

async function factsOf(s3: S3Store, wanted: WantedObject): Promise<ObjectFacts> {
  const pieces = s3.fetch(wanted, ended);
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) return next.value;
  }
}

// Waits between tries are the SDK's own, some of them seconds.
describe('S3Store, against Swift’s S3 API', () => {
  beforeAll(async () => {
    store = await startSwift();
    proxy = await startFaultProxy(store.endpoint);
    sts = await startFakeSts(store);
    folder = await mkdtemp(path.join(tmpdir(), 'aws-config-'));
    await writeConfig();
    vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'config'));
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
    vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.endpoint);
    vi.stubEnv('HOME', folder);
    await store.put(bucket, [
      { key: 'large', body: large },
      { key: 'empty', body: '' },
      { key: 'odd/a b+c%20d&é漢.json', body: '{}', metadata: { signature: 'beef' } },
      ...Array.from({ length: 1005 }, (_, place) => ({
        key: `many/${String(place).padStart(4, '0')}`,
        body: 'x',
      })),
    ]);
  }, 120_000);

  afterEach(() => {
    for (const connection of opened.splice(0)) connection.end();
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await sts.stop();
    await proxy.stop();
    await store.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists more than a thousand keys page by page, and folders without their objects', async () => {
    const s3 = await open();
    const first = await list(s3, 'many/');
    expect(first.objects).toHaveLength(1000);
    const second = await list(s3, 'many/', first.next);
    expect(second).toMatchObject({ next: undefined });
    expect(second.objects.map(({ key }) => key)).toEqual(
      ['1000', '1001', '1002', '1003', '1004'].map((name) => `many/${name}`),
    );
    const top = await s3.list({
      store: 1,
      bucket,
      prefix: '',
      folders: true,
      next: undefined,
    });
    expect(top.folders).toEqual(['many/', 'odd/']);
    expect(top.objects.map(({ key, bytes }) => [key, bytes])).toEqual([
      ['empty', 0],
      ['large', large.length],
    ]);
  });

  it('fetches keys with any characters, with what the store says of them', async () => {
    const s3 = await open();
    const [object] = (await list(s3, 'odd/')).objects;
    const pieces = s3.fetch({ bucket, key: object?.key ?? '', etag: object?.etag ?? '' }, ended);
    expect(Buffer.from((await pieces.next()).value as Uint8Array).toString()).toBe('{}');
    expect((await pieces.next()).value).toMatchObject({
      etag: object?.etag,
      modified: object?.modified,
      metadata: [['signature', 'beef']],
    });
  });

  it('goes on where a connection was reset in the middle of a body', async () => {
    const s3 = await open();
    proxy.faults.push({ path: '/large', times: 3, how: { kind: 'reset', after: 700_000 } });
    const [{ etag } = { etag: '' }] = (await list(s3, 'large')).objects;
    expect((await bytesOf(s3, { bucket, key: 'large', etag })).equals(large)).toBe(true);
    expect(proxy.faults.at(-1)?.times).toBe(0);
  });

  it('joins no two beginnings of an object where the store gives no ranges', async () => {
    const s3 = await open();
    proxy.faults.push(
      { path: '/large', times: 1, how: { kind: 'reset', after: 700_000 } },
      { path: '/large', times: 1, how: { kind: 'no range' } },
    );
    const work = bytesOf(s3, { bucket, key: 'large', etag: '' });
    expect(await problemOf(s3, 's3:GetObject', work)).toMatch(/cut short.*no ranges/);
  });

  it('asks again where the network falls silent', async () => {
    const s3 = await open();
    proxy.faults.push({ path: '/large', times: 1, how: { kind: 'silence', after: 100_000 } });
    expect((await bytesOf(s3, { bucket, key: 'large', etag: '' })).equals(large)).toBe(true);
  });

  it('waits for no answer any more once it is told to stop', async () => {
    const s3 = await open();
    proxy.faults.push({ path: '/large', times: 1, how: { kind: 'silence', after: 0 } });
    proxy.requests.length = 0;
    const stop = new AbortController();
    const first = s3.fetch({ bucket, key: 'large', etag: '' }, stop.signal).next();
    await expect.poll(() => proxy.requests).toHaveLength(1);
    stop.abort();
    await expect(first).rejects.toThrow(/abort/u);
  });

  it('asks nothing again once its connection has ended', async () => {
    const connection = await connect(keysFromProfile);
    const s3 = await open(Promise.resolve(connection));
    const held = Promise.withResolvers<undefined>();
    proxy.faults.push({ path: '/', times: 99, how: { kind: 'held', until: held.promise } });
    proxy.requests.length = 0;
    const listing = list(s3, '');
    await expect.poll(() => proxy.requests).toHaveLength(1);
    connection.end();
    await expect(listing).rejects.toThrow();
    expect(proxy.requests).toHaveLength(1);
    proxy.faults.length = 0;
    held.resolve(undefined);
  });

  it('waits and asks again where the store says to slow down, and gives up in the end', async () => {
    const s3 = await open();
    const how = {
      kind: 'refusal',
      status: 503,
      code: 'SlowDown',
      message: 'Reduce your rate.',
    } as const;
    proxy.faults.push({ path: '/empty', times: 2, how });
    expect(await bytesOf(s3, { bucket, key: 'empty', etag: '' })).toHaveLength(0);
    proxy.faults.push({ path: '/empty', times: 99, how });
    const work = bytesOf(s3, { bucket, key: 'empty', etag: '' });
    expect(await problemOf(s3, 's3:GetObject', work)).toMatch(/slow down/);
    proxy.faults.length = 0;
  });

  it('refuses an object that was written again, also in the middle of its body', async () => {
    const s3 = await open();
    await store.put(bucket, [{ key: 'changing', body: Buffer.alloc(200_000, 'a') }]);
    const [{ etag } = { etag: '' }] = (await list(s3, 'changing')).objects;
    proxy.faults.push({ path: '/changing', times: 1, how: { kind: 'reset', after: 100_000 } });
    const pieces = s3.fetch({ bucket, key: 'changing', etag }, ended);
    await pieces.next();
    await store.put(bucket, [{ key: 'changing', body: Buffer.alloc(200_000, 'b') }]);
    const rest = (async () => {
      while ((await pieces.next()).done !== true);
    })();
    expect(await problemOf(s3, 's3:GetObject', rest)).toMatch(/written again/);
    const again = bytesOf(s3, { bucket, key: 'changing', etag });
    expect(await problemOf(s3, 's3:GetObject', again)).toMatch(/written again/);
  });

  it('says what is wrong with secret, bucket, key, region and network', async () => {
    const { accessKeyId } = store;
    const pasted = { accessKeyId, secretAccessKey: 'wrong' };
    const wrong = await open(connect({ kind: 'pasted' }, {}, pasted), store.endpoint);
    expect(await problemOf(wrong, 's3:ListBucket', list(wrong, ''))).toMatch(
      /secret key does not belong/,
    );
    const right = await open();
    const nowhere = right.list({
      ...{ store: 1, bucket: 'nowhere', prefix: '' },
      ...{ folders: true, next: undefined },
    });
    expect(await problemOf(right, 's3:ListBucket', nowhere)).toMatch(/There is no bucket/);
    const gone = bytesOf(right, { bucket, key: 'gone', etag: '' });
    expect(await problemOf(right, 's3:GetObject', gone)).toMatch(/is gone/);
    const abroad = await open(connect(keysFromProfile, { region: 'eu-west-1' }));
    expect(await problemOf(abroad, 's3:ListBucket', list(abroad, ''))).toBe(
      'The bucket lies in region us-east-1.',
    );
    const offline = await open(connect(keysFromProfile), 'http://127.0.0.1:9');
    expect(await problemOf(offline, 's3:ListBucket', list(offline, ''))).toMatch(
      /can’t be reached.*ECONNREFUSED/,
    );
  });

  it('names the version of an object, and gives the newest', async () => {
    await store.makeVersioned('kept-versions');
    const put = (body: string) => store.put('kept-versions', [{ key: 'a', body }]);
    await put('one');
    await put('two');
    const s3 = await open();
    const [object, ...others] = (await list(s3, '', undefined, 'kept-versions')).objects;
    expect(others).toEqual([]);
    const pieces = s3.fetch({ bucket: 'kept-versions', key: 'a', etag: object?.etag ?? '' }, ended);
    expect(Buffer.from((await pieces.next()).value as Uint8Array).toString()).toBe('two');
    const facts = (await pieces.next()).value as ObjectFacts;
    expect(facts.versionId).toMatch(/./);
    const { versionId } = await factsOf(s3, { bucket, key: 'empty', etag: '' });
    expect(versionId).toBeUndefined();
  });

  it('says that the requester pays, only where that was agreed to', async () => {
    proxy.faults.push({ path: '/', times: 99, how: { kind: 'unpaid' } });
    const wary = await open();
    expect(await problemOf(wary, 's3:ListBucket', list(wary, ''))).toMatch(/lack s3:ListBucket/);
    const paying = await open(connect(keysFromProfile), undefined, true);
    expect((await list(paying, 'empty')).objects).toHaveLength(1);
    expect(await bytesOf(paying, { bucket, key: 'empty', etag: '' })).toHaveLength(0);
    proxy.faults.length = 0;
  });

  it('asks for no more where not one of the first objects may be read', async () => {
    const how = { kind: 'refusal', status: 403, code: 'AccessDenied', message: 'No.' } as const;
    proxy.faults.push({ path: '/many/', times: 999, how });
    const scopesOf = async (s3: S3Store, count: number) => {
      const scopes: string[] = [];
      for (let place = 0; place < count; place++) {
        const wanted = { bucket, key: `many/000${place % 10}`, etag: '' };
        const error = await bytesOf(s3, wanted).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        scopes.push(s3.objectProblem(error, wanted).scope);
      }
      return scopes;
    };
    const refused = await scopesOf(await open(), 20);
    expect(refused).toEqual([...Array<string>(19).fill('object'), 'connection']);
    const other = await open();
    await bytesOf(other, { bucket, key: 'empty', etag: '' });
    expect(new Set(await scopesOf(other, 21))).toEqual(new Set(['object']));
    proxy.faults.length = 0;
  });

  it.each([
    [403, 'AccessDenied', 'Access Denied', /lack s3:GetObject on arn:aws:s3:::trail-logs/],
    [403, 'AccessDenied', 'not authorized to perform: kms:Decrypt on the key', /KMS key/],
    [403, 'InvalidObjectState', 'The operation is not valid for the class', /archived/],
    [400, 'ExpiredToken', 'The provided token has expired.', /have expired/],
    [403, 'InvalidAccessKeyId', 'The key does not exist.', /does not know this access key/],
    [403, 'RequestTimeTooSkewed', 'The difference is too large.', /clock is wrong/],
    [500, 'InternalError', 'We encountered an internal error.', /error of its own/],
  ])('finds words for %i %s: %s', async (status, code, message, words) => {
    const s3 = await open();
    const how = { kind: 'refusal', status, code, message } as const;
    proxy.faults.push({ path: '/empty', times: 99, how });
    const work = bytesOf(s3, { bucket, key: 'empty', etag: '' });
    expect(await problemOf(s3, 's3:GetObject', work)).toMatch(words);
    proxy.faults.length = 0;
  });

  it('goes by way of a proxy where the system has one', async () => {
    const { endpoint, accessKeyId, secretAccessKey } = store;
    proxy.requests.length = 0;
    const s3 = await open(
      AwsConnection.make(
        { credentials: { kind: 'pasted' }, region: undefined, askIdentity: false },
        {
          pasted: { accessKeyId, secretAccessKey, sessionToken: undefined },
          proxyFor: () => Promise.resolve(proxy.endpoint),
        },
      ),
      endpoint,
    );
    expect((await list(s3, 'empty')).objects).toHaveLength(1);
    expect(proxy.requests).toEqual([expect.stringMatching(`^GET ${endpoint}/`) as string]);
  });

  it('trusts no certificate but those of the system, and of AWS_CA_BUNDLE', async () => {
    const server = await startTlsStore();
    const wary = await open(connect(keysFromProfile), server.endpoint);
    expect(await problemOf(wary, 's3:ListBucket', list(wary, ''))).toMatch(/certificate/);
    vi.stubEnv('AWS_CA_BUNDLE', server.certificateFile);
    const trusting = await open(connect(keysFromProfile), server.endpoint);
    expect(await list(trusting, '')).toEqual({ objects: [], folders: [], next: undefined });
    vi.stubEnv('AWS_CA_BUNDLE', undefined);
    await server.stop();
  });

  it('says whose the credentials are, and spends an MFA code once for both services', async () => {
    const connection = await connect(profile('role', '123456'), { askIdentity: true });
    expect(await connection.identify()).toEqual({
      kind: 'known',
      arn: 'arn:aws:sts::111122223333:assumed-role/Investigator/case-42',
      account: '111122223333',
      accessKeyId: store.accessKeyId,
    });
    const s3 = await open(Promise.resolve(connection));
    expect((await list(s3, 'empty')).objects).toHaveLength(1);
    expect(sts.calls.map((call) => call.get('Action'))).toEqual([
      'AssumeRole',
      'GetCallerIdentity',
    ]);
  });

  it('says what to do about credentials that are not there', async () => {
    const say = async (choice: CredentialChoice): Promise<unknown> =>
      (await connect(choice)).identify();
    expect(await say(profile('portal'))).toMatchObject({
      wayOut: 'Run “aws sso login --profile portal” in a terminal, then connect again.',
    });
    expect(await say(profile('role', '654321'))).toMatchObject({
      wayOut: 'Connect with a new code.',
    });
    expect(await say(profile('role'))).toMatchObject({ wayOut: 'Connect with a new code.' });
    expect(await say(profile('unheard-of'))).toMatchObject({
      reason: expect.stringMatching(/no credentials in profile unheard-of/) as string,
    });
    expect(await say(profile('external'))).toEqual({
      kind: 'not asked',
      accessKeyId: store.accessKeyId,
    });
  });
});
