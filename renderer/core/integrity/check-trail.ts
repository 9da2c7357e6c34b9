import type { SourceId } from '../base/units.ts';
import { checkDigests, digestGaps, type DigestCheck, type DigestGap } from './digest-chains.ts';
import { parseDigest } from './digest.ts';
import { LogRegister, type FoundLog, type LogCheck, type MissingLog } from './log-checks.ts';
import { parsePublicKeys, type PublicKey } from './public-keys.ts';
import { SignatureChecker } from './signatures.ts';

/** A digest, or a list of public keys, with its content and that content's SHA-256. */
export interface FoundContent {
  readonly source: SourceId;
  readonly path: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  /** Hex; set where a digest was fetched from S3, whose metadata has its signature. */
  readonly signature?: string | undefined;
}

/** What the evidence has of CloudTrail's log file integrity validation. */
export interface TrailEvidence {
  readonly digests: readonly FoundContent[];
  readonly keyLists: readonly FoundContent[];
  readonly logs: readonly FoundLog[];
}

/** What CloudTrail's digests say of the log files of a case. */
export interface TrailCheck {
  readonly digests: readonly DigestCheck[];
  /** Files that look like digests and cannot be read as one. */
  readonly badDigests: readonly { readonly source: SourceId; readonly reason: string }[];
  readonly gaps: readonly DigestGap[];
  readonly logs: readonly LogCheck[];
  readonly missing: readonly MissingLog[];
  /** Fingerprints and validity of the public keys at hand. */
  readonly keys: readonly Pick<PublicKey, 'fingerprint' | 'validity'>[];
  /** Entries of key lists that are no key, or labelled as another. */
  readonly refusedKeys: number;
}

/**
 * Validates log files as CloudTrail's user guide says ("Validating CloudTrail log file integrity"),
 * from what was collected alone. Undefined where there are no digests to validate with.
 */
export async function checkTrail({
  digests,
  keyLists,
  logs,
}: TrailEvidence): Promise<TrailCheck | undefined> {
  if (digests.length === 0) return undefined;
  const lists = keyLists.map(({ content }) => parsePublicKeys(content));
  const keys = lists.flatMap((list) => list.keys);
  const read = digests.map((file) => ({ ...file, digest: parseDigest(file.content) }));
  const found = read.flatMap(({ source, path, sha256, signature, digest }) =>
    typeof digest === 'string' ? [] : [{ source, path, sha256, signature, digest }],
  );
  const checks = await checkDigests(found, new SignatureChecker(keys));
  const register = new LogRegister(found, checks);
  return {
    digests: checks,
    badDigests: read.flatMap(({ source, digest }) =>
      typeof digest === 'string' ? [{ source, reason: digest }] : [],
    ),
    gaps: digestGaps(checks),
    logs: logs.map((log) => register.check(log)),
    missing: register.missing(logs),
    keys: keys.map(({ fingerprint, validity }) => ({ fingerprint, validity })),
    refusedKeys: lists.reduce((sum, { refused }) => sum + refused, 0),
  };
}
