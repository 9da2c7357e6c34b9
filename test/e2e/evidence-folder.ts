import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { record } from '../fixtures/decode-files.ts';
import { projectFolder } from './app.ts';

export const sampleFolder = join(projectFolder, 'test/made/sample');

/** Ten records of one hand, so that a test can tell them from the sample's. */
export function records(count: number, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    Records: Array.from({ length: count }, (_, index) =>
      record({
        eventName: 'CreateRule',
        readOnly: false,
        eventTime: `2026-05-01T10:31:${String(index % 60).padStart(2, '0')}Z`,
        ...more,
      }),
    ),
  });
}

/** Writes a file of this many records and answers its path. */
export async function writeRecords(path: string, count: number): Promise<string> {
  await writeFile(path, records(count));
  return path;
}

/**
 * A folder as it is handed over in an incident: the sample's logs, and among them a file that was
 * cut off, one that is not JSON, one that is not CloudTrail, and one by a hostile hand.
 */
export async function makeEvidence(folder: string): Promise<string> {
  const evidence = join(folder, 'evidence');
  await mkdir(evidence, { recursive: true });
  await cp(join(sampleFolder, 'AWSLogs'), join(evidence, 'AWSLogs'), { recursive: true });
  const whole = gzipSync(records(200));
  await writeFile(join(evidence, 'cut-off.json.gz'), whole.subarray(0, whole.length - 300));
  await writeFile(join(evidence, 'notes.txt'), 'Called the customer at noon.\n');
  await writeFile(join(evidence, 'inventory.json'), '{"hosts":[{"name":"web-1"}]}');
  await writeFile(join(evidence, 'hostile.json'), records(1, hostile));
  return evidence;
}

/** Values that would do harm where they are taken for markup, formulas or object keys. */
const hostile = {
  eventName: '__proto__',
  sourceIPAddress: '=HYPERLINK("http://192.0.2.1")',
  userAgent:
    '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
  recipientAccountId: 'constructor',
};

/**
 * Three days of a busy account, in which one region is silent for six hours and a trail is off for
 * two; answers the folder's path.
 */
export async function makeTrailWithGaps(folder: string): Promise<string> {
  const evidence = join(folder, 'gaps');
  await mkdir(evidence, { recursive: true });
  const minute = 60_000;
  const start = Date.UTC(2026, 4, 1);
  const call = (time: number, awsRegion: string, more: Readonly<Record<string, unknown>> = {}) =>
    record({
      ...{ eventTime: new Date(time).toISOString().replace('.000', ''), awsRegion },
      ...{ eventID: `gap-${awsRegion}-${time}`, recipientAccountId: '111122223333', ...more },
    });
  const trail = (time: number, eventName: string) =>
    call(time, 'us-east-1', {
      ...{ eventSource: 'cloudtrail.amazonaws.com', eventName, eventID: `trail-${time}` },
      requestParameters: { name: 'main' },
    });
  const steps = Array.from({ length: (3 * 24 * 60) / 4 }, (_, step) => start + step * 4 * minute);
  const hours = (time: number): number => (time - start) / (60 * minute);
  const list = [
    ...steps
      .filter((time) => hours(time) < 30 || hours(time) >= 36)
      .map((time) => call(time, 'eu-west-1', { sourceIPAddress: '198.51.100.20' })),
    ...steps.map((time) => call(time + minute, 'us-east-1', { sourceIPAddress: '198.51.100.21' })),
    trail(start + 50 * 60 * minute, 'StopLogging'),
    trail(start + 52 * 60 * minute, 'StartLogging'),
  ];
  await writeFile(join(evidence, 'trail.json'), JSON.stringify({ Records: list }));
  return evidence;
}

/** A role is taken on, and its key used ten minutes later from another address; answers the path. */
export async function makeHandedOutKey(path: string): Promise<string> {
  const key = 'ASIAIOSFODNN7EXAMPLE';
  const call = (time: string, sourceIPAddress: string, more: Readonly<Record<string, unknown>>) =>
    record({ eventTime: `2026-05-01T${time}Z`, sourceIPAddress, eventID: `key-${time}`, ...more });
  const credentials = { accessKeyId: key, sessionToken: 'none', expiration: 'May 1, 2026' };
  const list = [
    call('10:00:00', '198.51.100.20', {
      ...{ eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' },
      ...{ userAgent: 'first', responseElements: { credentials } },
    }),
    call('10:02:00', '198.51.100.21', { userAgent: 'second' }),
    call('10:10:00', '198.51.100.22', {
      userAgent: 'third',
      userIdentity: {
        ...{ type: 'AssumedRole', accountId: '111122223333', accessKeyId: key },
        arn: 'arn:aws:sts::111122223333:assumed-role/Ops/run',
      },
    }),
  ];
  await writeFile(path, JSON.stringify({ Records: list }));
  return path;
}
