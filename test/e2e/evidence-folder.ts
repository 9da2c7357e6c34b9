import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { record } from '../fixtures/decode-files.ts';
import { projectFolder } from './app.ts';

export const sampleFolder = join(projectFolder, 'test/made/sample');

/** Ten records of one hand, so that a test can tell them from the sample's. */
function records(count: number, more: Readonly<Record<string, unknown>> = {}): string {
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
