import type { EvidenceSource, ImportSums, Verdict } from './evidence.ts';

export const noSums: ImportSums = {
  files: 0,
  imported: 0,
  partly: 0,
  duplicateFiles: 0,
  skipped: 0,
  unreadable: 0,
  read: 0,
  kept: 0,
  duplicate: 0,
  rejected: 0,
  elb: 0,
  bytes: 0,
};

/**
 * Sums over evidence files. An archive is no file of its own here, its files are: so `files` is
 * the sum of the five verdicts. `bytes` are those found, an archive's and not those of its files.
 */
export function sumSources(sources: readonly EvidenceSource[]): ImportSums {
  return sources.reduce(addSource, noSums);
}

/** The sums with one more file in them. */
export function addSource(sums: ImportSums, source: EvidenceSource): ImportSums {
  const one = (verdict: Verdict): number => (source.verdict === verdict ? 1 : 0);
  return {
    files: sums.files + 1 - one('archive'),
    imported: sums.imported + one('imported'),
    partly: sums.partly + one('partly'),
    duplicateFiles: sums.duplicateFiles + one('duplicate'),
    skipped: sums.skipped + one('skipped'),
    unreadable: sums.unreadable + one('unreadable'),
    read: sums.read + source.read,
    kept: sums.kept + source.kept,
    duplicate: sums.duplicate + source.duplicate,
    rejected: sums.rejected + source.rejected,
    elb: sums.elb + source.elb,
    bytes: sums.bytes + (source.parent === undefined ? source.bytes : 0),
  };
}
