import type { Host, OfferedFile } from '../host/host.ts';
import type { LocalFile, LocalSlice, UnlistedEntry } from './local-file.ts';

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
 * Dropped or picked files as the host knows them: small ones are left to it to read, and what is
 * none (a pipe, a socket, a device) is told. Larger ones the page reads itself, since what a host
 * reads would have to be copied.
 */
export async function* knownFiles(
  host: Pick<Host, 'listOwn'>,
  slices: AsyncIterable<LocalSlice>,
): AsyncGenerator<readonly (LocalFile | HostFile | UnlistedEntry)[]> {
  let isFirst = true;
  for await (const slice of slices) {
    const files = slice.filter((entry) => entry.kind === 'file');
    const known = await host.listOwn(
      files.map(({ file }) => file),
      isFirst,
    );
    isFirst = false;
    let place = 0;
    yield slice.map((entry) => (entry.kind === 'file' ? asKnown(entry, known[place++]) : entry));
  }
}

function asKnown(
  own: LocalFile,
  known: OfferedFile | undefined,
): LocalFile | HostFile | UnlistedEntry {
  if (known === undefined || (known.refusal === undefined && known.bytes > smallBytes)) return own;
  return inputOf({ ...known, path: own.path });
}

function inputOf({ refusal, ...offered }: OfferedFile): HostFile | UnlistedEntry {
  return refusal === undefined
    ? { kind: 'host file', ...offered }
    : { kind: 'unlisted', path: offered.path, ...refusal };
}
