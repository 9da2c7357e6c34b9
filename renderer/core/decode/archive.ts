import type { ArchiveFile } from './archive-file.ts';
import type { Streamable } from './byte-source.ts';
import type { ArchiveKind } from './layers.ts';
import { tarFiles } from './tar-archive.ts';
import { zipFiles } from './zip-archive.ts';

/**
 * The files of an archive one after the other, without its folders. Each is to be done with before
 * the next is asked for. Throws where the archive, or the rest of it, cannot be read.
 */
export function archiveFiles(
  kind: ArchiveKind,
  content: Streamable,
): AsyncGenerator<ArchiveFile, undefined> {
  switch (kind) {
    case 'zip':
      return zipFiles(content);
    case 'tar':
      return tarFiles(content);
  }
}

/** The file at this place of the archive; undefined where there is none. */
export async function archiveFileAt(
  kind: ArchiveKind,
  content: Streamable,
  entry: number,
): Promise<ArchiveFile | undefined> {
  const files = kind === 'tar' ? tarFiles(content, entry) : zipFiles(content);
  for (;;) {
    const next = await files.next();
    // The walk stays where it is: a tar's file is read from there.
    if (next.done === true) return undefined;
    if (next.value.entry === entry) return next.value;
    if (kind === 'tar') return undefined;
  }
}
