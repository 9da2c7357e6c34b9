import type { Host, OfferedFile } from '../host/host.ts';
import type { UnlistedEntry } from './local-file.ts';

/** A file that the desktop app reads for the page, as the ingest worker takes it. */
export interface RemoteFile {
  readonly kind: 'url';
  readonly url: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modified: number;
}

/** The files named on the command line, in slices as the host hands them over. */
export async function* offeredFiles(
  host: Pick<Host, 'offered'>,
): AsyncGenerator<readonly (RemoteFile | UnlistedEntry)[]> {
  for await (const slice of host.offered()) yield slice.map(inputOf);
}

function inputOf({ error, ...offered }: OfferedFile): RemoteFile | UnlistedEntry {
  return error === undefined
    ? { kind: 'url', ...offered }
    : { kind: 'unlisted', path: offered.path, reason: error };
}
