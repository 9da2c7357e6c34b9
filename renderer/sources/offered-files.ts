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
export async function* offeredFiles(host: Pick<Host, 'offered'>): AsyncGenerator<{
  readonly files: readonly RemoteFile[];
  readonly unlisted: readonly UnlistedEntry[];
}> {
  for await (const slice of host.offered()) {
    yield { files: slice.flatMap(readable), unlisted: slice.flatMap(unreadable) };
  }
}

function readable(offered: OfferedFile): readonly RemoteFile[] {
  const { url, path, name, bytes, modified, error } = offered;
  return error === undefined ? [{ kind: 'url', url, path, name, bytes, modified }] : [];
}

function unreadable({ path, error }: OfferedFile): readonly UnlistedEntry[] {
  return error === undefined ? [] : [{ path, reason: error }];
}
