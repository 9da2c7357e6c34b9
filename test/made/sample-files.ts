import { gzipSync } from 'fflate';
import { Trail, sampleSettings } from './trail.ts';
import type { Truth } from './truth.ts';
import { trailText } from './write-trail.ts';

const readme = `Synthetic sample of AWS CloudTrail logs

Everything in this folder was made by a program (test/made in the project's source) from a fixed
seed. No account, key, address or event in it is real: addresses come from the ranges reserved for
documentation, and all ids end in EXAMPLE or were drawn at random.

Three accounts live through four ordinary days (9 to 12 March 2026, UTC). On Wednesday afternoon a
long-term access key is used from an address and with a tool that were seen nowhere before.

This file is no CloudTrail log. Trailwitness lists it as skipped, as it does with every file that
it cannot read as one.
`;

/** A file of the sample case: path below the sample folder, and its bytes. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The sample case, byte for byte the same on every machine: fflate's compression is plain
 * JavaScript, while zlib's output depends on version and processor.
 */
export function sampleFiles(): { readonly files: readonly SampleFile[]; readonly truth: Truth } {
  const trail = new Trail(sampleSettings);
  const files: SampleFile[] = [{ path: 'README.txt', bytes: new TextEncoder().encode(readme) }];
  for (const file of trail.files()) {
    const text = new TextEncoder().encode(trailText(file));
    files.push({ path: file.path, bytes: gzipSync(text, { level: 9, mtime: 0 }) });
  }
  return { files, truth: trail.truth() };
}
