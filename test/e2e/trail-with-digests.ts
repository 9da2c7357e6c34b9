import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { record } from '../fixtures/decode-files.ts';
import {
  keyListText,
  makeDigest,
  makeKey,
  makeLog,
  writeChain,
  type MadeFile,
} from '../fixtures/digest-chain.ts';

/**
 * Four hours of a trail with digests: one log altered, one missing, one slipped in. Answers the
 * folder's path.
 */
export async function makeTrailWithDigests(folder: string): Promise<string> {
  const evidence = join(folder, 'collected');
  const logs = [8, 9, 10, 11].map((hour) => {
    const event = record({ eventTime: `2026-03-09T${String(hour).padStart(2, '0')}:01:00Z` });
    return makeLog(hour, 5, JSON.stringify(event));
  });
  const key = makeKey();
  const digests = writeChain(
    logs.map((log, place) => makeDigest(8 + place, [log])),
    key,
  );
  const [sound, altered, , newest] = logs;
  if (sound === undefined || altered === undefined || newest === undefined) throw new Error('logs');
  const slipped = makeLog(10, 30, JSON.stringify(record({ eventTime: '2026-03-09T10:20:00Z' })));
  const forged = {
    ...altered,
    text: altered.text.replace('DescribeLoadBalancers', 'DescribeTags'),
  };
  const files: readonly MadeFile[] = [sound, forged, slipped, newest, ...digests];
  for (const { key: name, text } of files) {
    const path = join(evidence, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, gzipSync(text));
  }
  await writeFile(join(evidence, 'keys-eu-west-1.json'), keyListText(key));
  return evidence;
}
