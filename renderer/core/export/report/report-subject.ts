import type { EventRef } from '../../base/units.ts';
import type { Actor } from '../../correlate/actors/actor.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import type { IntegrityCheck } from '../../integrity/integrity-check.ts';
import type { LaneSubject } from '../../layout/build-lanes.ts';
import type { EvidenceIssue, EvidenceSource, ImportSums } from '../../source/evidence.ts';
import type { FoundTarget } from '../data/finding-lines.ts';
import type { RecordJson } from '../record-json.ts';
import type { ReportRequest } from './report-request.ts';

/** A finding with the rows that the case has of it. */
export interface SubjectFinding extends FoundTarget {
  readonly row: number | undefined;
  readonly record: RecordJson | undefined;
}

/** What a report is made from. */
export interface ReportSubject extends LaneSubject {
  readonly request: Omit<ReportRequest, 'findings'>;
  /** The selection in time order. */
  readonly selected: Uint32Array;
  /** The same rows in the order asked for. */
  readonly sorted: Uint32Array;
  /** The selection of each view, in time order. */
  readonly ofViews: readonly Uint32Array[];
  readonly findings: readonly SubjectFinding[];
  /** All actors of the case, the gravest first. */
  readonly actors: readonly Actor[];
  readonly sources: readonly EvidenceSource[];
  readonly importSums: ImportSums;
  /** Undefined where the case was never checked. */
  readonly integrity: IntegrityCheck | undefined;
  /** Records and stretches that could not be read: the first `mostIssues`, and how many there are. */
  readonly issues: readonly EvidenceIssue[];
  readonly issuesInAll: number;
  /** Spans from which events of the case may be missing. */
  readonly gaps: readonly CoverageGap[];
  /** The event's id as its record has it; empty where it has none. */
  readonly eventIdOf: (ref: EventRef) => string;
}
