import type { EpochMs, SourceId } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import type { TrailCheck } from './check-trail.ts';
import { logVerdicts, type LogCheck } from './log-checks.ts';

/** What reading all evidence of a case again says of it. */
export interface EvidenceCheck {
  /** Files whose SHA-256 is the one noted at import. */
  readonly same: number;
  readonly differs: readonly { readonly source: SourceId; readonly found: string }[];
  /** Files whose bytes cannot be had any more. */
  readonly gone: readonly { readonly source: SourceId; readonly reason: string }[];
  /** Files that were no CloudTrail logs, or could not be read: a case has their hashes only. */
  readonly notKept: number;
}

/** What was found when a case was last checked. */
export interface IntegrityCheck {
  readonly checked: EpochMs;
  /** The last file that was there then: later ones are not in it. */
  readonly lastSource: SourceId;
  readonly evidence: EvidenceCheck;
  /** Undefined where the evidence has no digests. */
  readonly trail: TrailCheck | undefined;
}

/** The verdicts of a check by file; one that is in the case twice has those of the first. */
export function logChecksBySource(
  { trail }: IntegrityCheck,
  sources: readonly EvidenceSource[],
): ReadonlyMap<SourceId, LogCheck> {
  const bySource = new Map(trail?.logs.map((log) => [log.source, log]));
  for (const { id, duplicateOf } of sources) {
    const first = duplicateOf === undefined ? undefined : bySource.get(duplicateOf);
    if (first !== undefined) bySource.set(id, first);
  }
  return bySource;
}

/** All that a check can say of a file: what the digests say, and what came of reading it again. */
export const fileVerdicts = [
  ...logVerdicts,
  /** Its bytes in the case are not the ones that were imported. */
  'changed',
  /** Its bytes can't be had any more. */
  'gone',
] as const;
export type FileVerdict = (typeof fileVerdicts)[number];

/** What a check says of each file; one of which it says nothing is left out. */
export function verdictsBySource(
  check: IntegrityCheck,
  sources: readonly EvidenceSource[],
): ReadonlyMap<SourceId, readonly FileVerdict[]> {
  const logs = logChecksBySource(check, sources);
  const changed = new Set(check.evidence.differs.map(({ source }) => source));
  const gone = new Set(check.evidence.gone.map(({ source }) => source));
  const verdicts = new Map<SourceId, readonly FileVerdict[]>();
  // An archive stands before its files, which go with it.
  for (const { id, parent } of sources) {
    if (parent !== undefined && gone.has(parent)) gone.add(id);
    const log = logs.get(id)?.verdict;
    const all: readonly FileVerdict[] = [
      ...(log === undefined ? [] : [log]),
      ...(changed.has(id) ? (['changed'] as const) : []),
      ...(gone.has(id) ? (['gone'] as const) : []),
    ];
    if (all.length > 0) verdicts.set(id, all);
  }
  return verdicts;
}
