import type { SourceId } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';

/** A file where the evidence came from, or where somebody says that it did. */
export interface FoundOriginal {
  readonly path: string;
  /** Undefined where it could not be read. */
  readonly sha256: string | undefined;
}

/** How the evidence files of a case compare with files that were looked at beside it. */
export interface OriginalsComparison {
  /** Files of the case with the same bytes as one of those. */
  readonly same: number;
  /** At the path of the import lies something else now; `found` is undefined where it can't be read. */
  readonly differs: readonly { readonly source: SourceId; readonly found: string | undefined }[];
  /** Neither the path nor the bytes are among those. */
  readonly missing: readonly SourceId[];
  /** Files looked at whose bytes no file of the case has. */
  readonly others: number;
}

/**
 * Compares the files of a case, each archive as the one file that it is, with files that were found
 * elsewhere: by their SHA-256, wherever they lie now. Linear.
 */
export function compareOriginals(
  sources: readonly EvidenceSource[],
  found: readonly FoundOriginal[],
): OriginalsComparison {
  const hashes = new Set(found.map(({ sha256 }) => sha256));
  const byPath = new Map(found.map((one) => [one.path, one]));
  const files = sources.filter(({ parent, sha256 }) => parent === undefined && sha256 !== '');
  const differs: { source: SourceId; found: string | undefined }[] = [];
  const missing: SourceId[] = [];
  let same = 0;
  for (const { id, path, sha256 } of files) {
    const there = byPath.get(path);
    if (there !== undefined && there.sha256 !== sha256) {
      differs.push({ source: id, found: there.sha256 });
    } else if (hashes.has(sha256)) same++;
    else missing.push(id);
  }
  const known = new Set(files.map(({ sha256 }) => sha256));
  const others = found.filter(({ sha256 }) => sha256 === undefined || !known.has(sha256)).length;
  return { same, differs, missing, others };
}
