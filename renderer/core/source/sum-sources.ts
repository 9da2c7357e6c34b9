import type { EvidenceSource, ImportSums, Verdict } from './evidence.ts';

/**
 * Sums over evidence files. An archive is no file of its own here, its files are: so `files` is
 * the sum of the five verdicts. `bytes` are those found, an archive's and not those of its files.
 */
export function sumSources(sources: readonly EvidenceSource[]): ImportSums {
  const files = sources.filter(({ verdict }) => verdict !== 'archive');
  const found = sources.filter(({ parent }) => parent === undefined);
  const withVerdict = (verdict: Verdict): number =>
    files.filter((source) => source.verdict === verdict).length;
  return {
    files: files.length,
    imported: withVerdict('imported'),
    partly: withVerdict('partly'),
    duplicateFiles: withVerdict('duplicate'),
    skipped: withVerdict('skipped'),
    unreadable: withVerdict('unreadable'),
    read: total(files, (source) => source.read),
    kept: total(files, (source) => source.kept),
    duplicate: total(files, (source) => source.duplicate),
    rejected: total(files, (source) => source.rejected),
    elb: total(files, (source) => source.elb),
    bytes: total(found, (source) => source.bytes),
  };
}

function total(
  sources: readonly EvidenceSource[],
  amount: (source: EvidenceSource) => number,
): number {
  return sources.reduce((sum, source) => sum + amount(source), 0);
}
