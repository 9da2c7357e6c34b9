import type { EvidenceSource } from '../source/evidence.ts';
import { sumSources } from '../source/sum-sources.ts';
import { hashOf } from './journal-entry.ts';
import type { EvidenceAdded } from './journal-act.ts';

/**
 * What the journal says of an import. The hash is that of a list as `sha256sum` prints one: a line
 * for each file by itself, hash, two spaces, path, in the order of the ledger; files in archives are
 * vouched for by their archive.
 */
function evidenceAdded(
  importId: number,
  sources: readonly EvidenceSource[],
  finished: boolean,
): EvidenceAdded {
  const all = sources.filter((source) => source.importId === importId);
  const files = all.filter(({ parent }) => parent === undefined);
  const { read, kept, duplicate, rejected } = sumSources(all);
  return {
    kind: 'evidence added',
    importId,
    finished,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    listSha256: hashOf(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')),
    ...{ read, kept, duplicate, rejected },
  };
}

/** All imports into a case, in their order; the last one may not have come to its end. */
export function evidenceOfImports(
  sources: readonly EvidenceSource[],
  isUnfinished: boolean,
): readonly EvidenceAdded[] {
  const ids = [...new Set(sources.map(({ importId }) => importId))].toSorted((a, b) => a - b);
  return ids.map((id) => evidenceAdded(id, sources, !(isUnfinished && id === ids.at(-1))));
}
