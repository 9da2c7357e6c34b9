import type { EpochMs } from '../base/units.ts';
import type { Streamable } from './byte-source.ts';
import type { ArchiveKind } from './layers.ts';
import { tarFiles } from './tar-archive.ts';
import { zipFiles } from './zip-archive.ts';

/** A file in an archive. */
export interface ArchiveFile {
  /** Its place, since names may repeat: in a zip's directory, from 0; in a tar the offset. */
  readonly entry: number;
  /** As the archive spells it: shown, and never used as a path. */
  readonly name: string;
  /** Bytes as the archive says. */
  readonly size: number;
  readonly modified: EpochMs | undefined;
  /** Set where there is nothing to read: it is encrypted, or a link. */
  readonly refusal:
    { readonly outcome: 'skipped' | 'unreadable'; readonly reason: string } | undefined;
  readonly source: Streamable;
}

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
