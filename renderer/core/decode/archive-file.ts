import type { EpochMs } from '../base/units.ts';
import type { Streamable } from './byte-source.ts';

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
