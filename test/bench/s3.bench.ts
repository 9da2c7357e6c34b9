import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  hasSwift,
  startSwift,
  type StoredBytes,
  type SwiftStore,
} from '../fixtures/swift-store.ts';
import { AppDriver, forgetProfile } from './app-driver.ts';
import type { Figures } from './figures.ts';
import { checkContents } from './imported-case.ts';
import { benchFolder, madeTrail, type MadeTrail } from './made-trail.ts';
import { startPlainStore } from './plain-store.ts';

const name = 's3';
const runs = 2;
const bucket = 'trail-logs';
/** As many as the app has under way with two readers: renderer/workers/ingest/readers.ts. */
const concurrency = 32;
const manyObjects = 20_000;
const megabyte = 1_000_000;

/** A trail out of a store: beside the same files from disk, and beside nothing but GetObject. */
export async function benchS3(figures: Figures, events = 100_000): Promise<void> {
  const trail = await madeTrail(events, (line) => {
    figures.say(line);
  });
  if (hasSwift()) await timeStore(figures, trail);
  else figures.miss(name, 'trail out of Swift', 'Swift is not installed');
  await timeMany(figures);
  await forgetProfile(name);
}

async function timeStore(figures: Figures, trail: MadeTrail): Promise<void> {
  const objects = await objectsOf(trail.folder);
  const bytes = objects.reduce((sum, { body }) => sum + body.length, 0);
  const rate = (milliseconds: number): number => (bytes / megabyte / milliseconds) * 1000;
  const disk = await timed(trail, (driver) => driver.importFolder(trail.folder));
  figures.add(name, 'from disk', 'MB/s', disk.map(rate));
  const store = await startSwift();
  try {
    await store.put(bucket, objects);
    const keys = objects.map(({ key }) => key);
    const bare: number[] = [];
    for (let run = 0; run < runs; run++) bare.push(await getAll(store, keys));
    figures.add(name, `GetObject alone, ${concurrency} at a time`, 'MB/s', bare.map(rate));
    await useStore(store);
    const fetched = await timed(trail, (driver) => driver.importStore(`s3://${bucket}/`));
    const least = Math.min(0.8 * rate(Math.min(...disk)), 0.9 * rate(Math.min(...bare)));
    const target = { bound: 'least', value: least } as const;
    figures.add(name, 'from Swift into the case', 'MB/s', fetched.map(rate), target);
  } finally {
    await store.stop();
  }
}

async function timed(
  { truth }: MadeTrail,
  work: (driver: AppDriver) => Promise<number>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await forgetProfile(name);
    const driver = await AppDriver.start(name);
    times.push(await work(driver));
    await checkContents(driver, truth);
    await driver.close();
  }
  return times;
}

async function getAll(store: SwiftStore, keys: readonly string[]): Promise<number> {
  const client = new S3Client({
    ...{ endpoint: store.endpoint, region: 'us-east-1', forcePathStyle: true },
    credentials: store,
  });
  const left = keys.values();
  const start = performance.now();
  const take = async (): Promise<void> => {
    for (const key of left) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await Body?.transformToByteArray();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, take));
  const milliseconds = performance.now() - start;
  client.destroy();
  return milliseconds;
}

/** So many files of one event each, as a quiet account delivers them. */
async function timeMany(figures: Figures): Promise<void> {
  const keys = Array.from({ length: manyObjects }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0');
    return `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/02/${day}/${String(place).padStart(5, '0')}.json.gz`;
  }).sort();
  const store = await startPlainStore(keys, oneEvent);
  try {
    await useStore({ endpoint: store.endpoint, accessKeyId: 'any', secretAccessKey: 'any' });
    await forgetProfile(name);
    const driver = await AppDriver.start(name);
    const before = await driver.mainPeakBytes();
    const milliseconds = await driver.importStore(`s3://${bucket}/`);
    const objects = `${manyObjects.toLocaleString('en')} small objects`;
    figures.add(name, `${objects}, from a stand-in`, 'objects/s', [
      (manyObjects * 1000) / milliseconds,
    ]);
    const peak = await driver.mainPeakBytes();
    const most = { bound: 'most', value: 300 } as const;
    if (peak === undefined || before === undefined) {
      figures.miss(name, 'peak memory of main', 'this system tells none');
    } else {
      figures.add(name, 'peak memory of main, at its start', 'MB', [before / megabyte]);
      figures.add(name, 'peak memory of main, at the end', 'MB', [peak / megabyte], most);
    }
    await driver.close();
  } finally {
    await store.stop();
  }
}

function oneEvent(key: string): Uint8Array {
  const event = {
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', userName: 'alice' },
    eventTime: '2026-02-01T10:00:00Z',
    eventSource: 'elasticloadbalancing.amazonaws.com',
    eventName: 'DescribeLoadBalancers',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'aws-cli/2.17',
    eventID: key,
    recipientAccountId: '111122223333',
  };
  return gzipSync(JSON.stringify({ Records: [event] }), { level: 1 });
}

async function objectsOf(folder: string): Promise<readonly StoredBytes[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return { key: relative(folder, path).split(sep).join('/'), body: await readFile(path) };
    }),
  );
}

/** The app started next finds the store as its only profile. */
async function useStore({
  endpoint,
  accessKeyId,
  secretAccessKey,
}: Pick<SwiftStore, 'endpoint' | 'accessKeyId' | 'secretAccessKey'>): Promise<void> {
  await mkdir(benchFolder, { recursive: true });
  const config = join(benchFolder, 'aws-config');
  await writeFile(
    config,
    `[profile bench]
region = us-east-1
endpoint_url = ${endpoint}
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
`,
  );
  process.env['AWS_CONFIG_FILE'] = config;
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(benchFolder, 'none');
}
