import type { EpochMs, SourceId } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import type { TrailCheck } from './check-trail.ts';
import type { LogCheck } from './log-checks.ts';

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
