import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { SampleFile } from './sample-files.ts';

/** Source of the module by which the product knows the sample's files, packed or unpacked. */
export function sampleEvidenceModule(files: readonly SampleFile[]): string {
  const hashes = files
    .filter(({ path }) => path.endsWith('.json.gz'))
    .flatMap(({ bytes }) => [sha256(bytes), sha256(gunzipSync(bytes))]);
  return `// Written by test/made/make-sample.ts together with the sample.
const sha256OfSample: ReadonlySet<string> = new Set([
${hashes.map((hash) => `  '${hash}',\n`).join('')}]);

/** Whether a file with this SHA-256, in lower-case hex, is one of the synthetic sample's logs. */
export function isSampleEvidence(sha256: string): boolean {
  return sha256OfSample.has(sha256);
}
`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
