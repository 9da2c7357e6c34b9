import type { EpochMs, Span } from '../base/units.ts';
import { parsedJson } from './parsed-json.ts';
import { listAt, textAt, timeAt } from './read-members.ts';

/** A log file as a digest names it. */
export interface LoggedFile {
  /** Its key in the bucket. */
  readonly key: string;
  /** Lower-case hex SHA-256 of its content, inflated. */
  readonly sha256: string;
  /** From its oldest event up to just after its newest; undefined where the digest does not say. */
  readonly span: Span<EpochMs> | undefined;
}

/** What a digest says of the one before it. */
export interface PreviousDigest {
  readonly bucket: string;
  readonly key: string;
  readonly sha256: string;
  /** Hex; undefined where the digest does not repeat it. */
  readonly signature: string | undefined;
}

/**
 * A digest file of CloudTrail (CloudTrail user guide, "CloudTrail digest file structure"). It lists
 * the log files that were delivered in its window, whenever their events happened.
 */
export interface Digest {
  readonly account: string;
  readonly bucket: string;
  readonly key: string;
  readonly window: Span<EpochMs>;
  /** The end of the window as it is spelt, which is what is signed. */
  readonly endTime: string;
  /** Of the public key that its signature is checked with. */
  readonly fingerprint: string;
  /** Undefined at the start of a chain: the trail's first digest, or logging was started again. */
  readonly previous: PreviousDigest | undefined;
  readonly files: readonly LoggedFile[];
}

/** Reads a digest's content; a text says why it is none. Nothing in it makes it throw. */
export function parseDigest(content: Uint8Array): Digest | string {
  const value = parsedJson(content);
  const missing = required.find((name) => textAt(value, name) === '');
  if (missing !== undefined) return `it has no ${missing}`;
  const start = timeAt(value, 'digestStartTime');
  const end = timeAt(value, 'digestEndTime');
  if (start === undefined || end === undefined || end < start) return 'its times are no window';
  const files: LoggedFile[] = [];
  for (const entry of listAt(value, 'logFiles')) {
    const file = loggedFile(entry);
    if (file === undefined) return 'it names a log file without key or SHA-256';
    files.push(file);
  }
  return {
    account: textAt(value, 'awsAccountId'),
    bucket: textAt(value, 'digestS3Bucket'),
    key: textAt(value, 'digestS3Object'),
    window: { start, end },
    endTime: textAt(value, 'digestEndTime'),
    fingerprint: textAt(value, 'digestPublicKeyFingerprint').toLowerCase(),
    previous: previousOf(value),
    files,
  };
}

const required = [
  'awsAccountId',
  'digestStartTime',
  'digestEndTime',
  'digestS3Bucket',
  'digestS3Object',
  'digestPublicKeyFingerprint',
] as const;

function previousOf(value: unknown): PreviousDigest | undefined {
  const key = textAt(value, 'previousDigestS3Object');
  if (key === '') return undefined;
  const signature = textAt(value, 'previousDigestSignature');
  const sha256 = textAt(value, 'previousDigestHashValue').toLowerCase();
  const bucket = textAt(value, 'previousDigestS3Bucket');
  return { bucket, key, sha256, signature: signature === '' ? undefined : signature };
}

function loggedFile(entry: unknown): LoggedFile | undefined {
  const key = textAt(entry, 's3Object');
  const sha256 = textAt(entry, 'hashValue').toLowerCase();
  if (key === '' || sha256 === '') return undefined;
  const start = timeAt(entry, 'oldestEventTime');
  const end = timeAt(entry, 'newestEventTime');
  const hasSpan = start !== undefined && end !== undefined && end >= start;
  return { key, sha256, span: hasSpan ? { start, end: end + 1 } : undefined };
}
