import type { EpochMs } from '../base/units.ts';
import { at } from '../decode/foreign/json-value.ts';
import { parsedJson } from './parsed-json.ts';
import { listAt, textAt, timeAt } from './read-members.ts';

/** A file of query results as a sign file names it. */
export interface SignedResult {
  /** Without folders: it lies beside the sign file. */
  readonly name: string;
  /** Hex SHA-256 of the file as it was delivered, packed; as it is spelt, which is what is signed. */
  readonly sha256: string;
}

/** What CloudTrail Lake says of the results of a query (user guide, "CloudTrail sign file structure"). */
export interface SignFile {
  /** Undefined where it is no name of a region: it goes into a command that is shown. */
  readonly region: string | undefined;
  /** When the query was completed. */
  readonly completed: EpochMs;
  readonly results: readonly SignedResult[];
  /** Hex. */
  readonly signature: string;
  /** Of the public key that the signature is checked with. */
  readonly fingerprint: string;
}

/** Reads a sign file's content; a text says why it is none. Nothing in it makes it throw. */
export function parseSignFile(content: Uint8Array): SignFile | string {
  const value = parsedJson(content);
  const missing = required.find((name) => textAt(value, name) === '');
  if (missing !== undefined) return `it has no ${missing}`;
  const completed = timeAt(value, 'queryCompleteTime');
  if (completed === undefined) return 'its queryCompleteTime is no time';
  // The hash is of another kind, and says nothing of these files, where the algorithm is.
  const algorithm = at(value, 'hashAlgorithm') ?? 'SHA-256';
  if (algorithm !== 'SHA-256') return 'its hashAlgorithm is not SHA-256';
  const results: SignedResult[] = [];
  for (const entry of listAt(value, 'files')) {
    const [name, sha256] = [textAt(entry, 'fileName'), textAt(entry, 'fileHashValue')];
    if (name === '' || sha256 === '') return 'it names a file without name or SHA-256';
    results.push({ name, sha256 });
  }
  if (results.length === 0) return 'it names no files';
  return {
    region: regionOf(textAt(value, 'region')),
    completed,
    results,
    signature: textAt(value, 'hashSignature'),
    fingerprint: textAt(value, 'publicKeyFingerprint').toLowerCase(),
  };
}

function regionOf(text: string): string | undefined {
  return /^[a-z0-9-]{1,32}$/u.test(text) ? text : undefined;
}

const required = ['queryCompleteTime', 'hashSignature', 'publicKeyFingerprint'] as const;

/**
 * What CloudTrail signs: the hashes, as they are spelt, with a space between them ("Custom
 * implementations of CloudTrail query result file integrity validation").
 */
export function signedHashes({ results }: Pick<SignFile, 'results'>): string {
  return results.map(({ sha256 }) => sha256).join(' ');
}
