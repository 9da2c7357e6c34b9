import type { Host, OfferedFile } from '../host/host.ts';
import type { LocalFile, OwnEvidence, UnlistedEntry } from './local-file.ts';

/** A file that the desktop app reads for the page, as the ingest worker takes it. */
export interface HostFile {
  readonly kind: 'host file';
  readonly number: number;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/** The files named on the command line, in slices as the host hands them over. */
export async function* offeredFiles(
  host: Pick<Host, 'offered'>,
): AsyncGenerator<readonly (HostFile | UnlistedEntry)[]> {
  for await (const slice of host.offered()) yield slice.map(inputOf);
}

/** Handing a `File` over to a worker costs more than reading a small one. */
const smallBytes = 64 * 1024;

/**
 * What was dropped or picked, listed by the host where it can: it sees links, pipes and folders that it
 * may not read, which a page is not told of. Small files are left to it to read too; larger ones the
 * page reads itself, since what a host reads would have to be copied.
 */
export async function* ownFiles(
  host: Pick<Host, 'offerOwn' | 'offered'>,
  evidence: OwnEvidence,
): AsyncGenerator<readonly (LocalFile | HostFile | UnlistedEntry)[]> {
  if (!(await host.offerOwn(evidence.files))) {
    yield* evidence.slices();
    return;
  }
  for await (const slice of host.offered()) {
    yield await Promise.all(slice.map((offered) => ownInput(offered, evidence)));
  }
}

async function ownInput(
  offered: OfferedFile,
  evidence: OwnEvidence,
): Promise<LocalFile | HostFile | UnlistedEntry> {
  const { path, bytes } = offered;
  // Two names that are no UTF-8 may read alike: the host alone knows which is which.
  const isLeft = bytes <= smallBytes || path.includes('\ufffd');
  const file = isLeft ? undefined : await evidence.open(path);
  return file === undefined ? inputOf(offered) : { kind: 'file', file, path };
}

function inputOf({ refusal, ...offered }: OfferedFile): HostFile | UnlistedEntry {
  return refusal === undefined
    ? { kind: 'host file', ...offered }
    : { kind: 'unlisted', path: offered.path, ...refusal };
}
