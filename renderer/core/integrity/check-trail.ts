import type { SourceId } from '../base/units.ts';
import { checkResults, type FoundFile, type SignFileCheck } from './check-results.ts';
import { checkDigests, digestGaps, type DigestCheck, type DigestGap } from './digest-chains.ts';
import { parseDigest } from './digest.ts';
import { LogRegister, type FoundLog, type LogCheck, type MissingLog } from './log-checks.ts';
import { parsePublicKeys, type PublicKey } from './public-keys.ts';
import { SignatureChecker } from './signatures.ts';
import { parseSignFile } from './sign-file.ts';

/** A digest, sign file or list of public keys, with its content and that content's SHA-256. */
export interface FoundContent {
  readonly source: SourceId;
  readonly path: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  /** Hex; set where a digest was fetched from S3, whose metadata has its signature. */
  readonly signature?: string | undefined;
}

/** What the evidence has of CloudTrail's integrity validation. */
export interface TrailEvidence {
  readonly digests: readonly FoundContent[];
  readonly signFiles: readonly FoundContent[];
  readonly keyLists: readonly FoundContent[];
  readonly logs: readonly FoundLog[];
  /** All files, as they were found: any may be the result of a query. */
  readonly files: readonly FoundFile[];
}

/** What CloudTrail's digests and sign files say of the files of a case. */
export interface TrailCheck {
  readonly digests: readonly DigestCheck[];
  /** Undefined in checks by versions that did not look at them. */
  readonly signFiles?: readonly SignFileCheck[];
  /** Files that look like digests or sign files, and cannot be read as one. */
  readonly badDigests: readonly { readonly source: SourceId; readonly reason: string }[];
  readonly gaps: readonly DigestGap[];
  /** Of log files, and of the results of queries. */
  readonly logs: readonly LogCheck[];
  readonly missing: readonly MissingLog[];
  /** Fingerprints and validity of the public keys at hand. */
  readonly keys: readonly Pick<PublicKey, 'fingerprint' | 'validity'>[];
  /** Entries of key lists that are no key, or labelled as another. */
  readonly refusedKeys: number;
}

/**
 * Validates log files and query results as CloudTrail's user guide says ("Validating CloudTrail log
 * file integrity"), from what was collected alone. Undefined where there are neither digests nor sign
 * files to validate with.
 */
export async function checkTrail({
  digests,
  signFiles,
  keyLists,
  logs,
  files,
}: TrailEvidence): Promise<TrailCheck | undefined> {
  if (digests.length + signFiles.length === 0) return undefined;
  const lists = keyLists.map(({ content }) => parsePublicKeys(content));
  const keys = lists.flatMap((list) => list.keys);
  const read = digests.map((file) => ({ ...file, digest: parseDigest(file.content) }));
  const found = read.flatMap(({ source, path, sha256, signature, digest }) =>
    typeof digest === 'string' ? [] : [{ source, path, sha256, signature, digest }],
  );
  const checker = new SignatureChecker(keys);
  const checks = await checkDigests(found, checker);
  const register = new LogRegister(found, checks);
  const signs = signFiles.map(({ source, path, content }) => ({
    source,
    path,
    signFile: parseSignFile(content),
  }));
  const readable = signs.flatMap(({ source, path, signFile }) =>
    typeof signFile === 'string' ? [] : [{ source, path, signFile }],
  );
  // Of what digests there could be is nothing known where there are none.
  const checked = digests.length === 0 ? [] : logs.map((log) => register.check(log));
  const ofQueries = await checkResults(readable, files, checker);
  return {
    digests: checks,
    signFiles: ofQueries.signFiles,
    badDigests: [
      ...read.map(({ source, digest }) => ({ source, reason: digest })),
      ...signs.map(({ source, signFile }) => ({ source, reason: signFile })),
    ].flatMap(({ source, reason }) => (typeof reason === 'string' ? [{ source, reason }] : [])),
    gaps: digestGaps(checks),
    logs: [...checked, ...ofQueries.results],
    missing: register.missing(logs),
    keys: keys.map(({ fingerprint, validity }) => ({ fingerprint, validity })),
    refusedKeys: lists.reduce((sum, { refused }) => sum + refused, 0),
  };
}
