import type { EpochMs, SourceId, Span } from '../../base/units.ts';
import type { IntegrityCheck } from '../../integrity/integrity-check.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import type { Lane, LaneField, Marks } from '../../layout/marks.ts';
import type { Sums } from '../../query/facets.ts';
import type { Filter, FilterField, Sort } from '../../query/filter.ts';
import type { EvidenceIssue, EvidenceSource, ImportSums } from '../../source/evidence.ts';
import type { Outcome, TextColumn } from '../../table/columns.ts';

/** An entity of the report: a value with when and how often it was seen. */
export interface ReportEntity extends Sums {
  /** Empty: not in the record. Long texts are cut, and say so; do not cut them again. */
  readonly value: string;
}

/** The values of one field, most frequent first. */
export interface ReportEntities {
  readonly field: FilterField;
  readonly values: readonly ReportEntity[];
  /** How many different values there are, of which `values` holds the first. */
  readonly distinct: number;
}

export interface ReportEvent {
  readonly time: EpochMs;
  readonly outcome: Outcome;
  readonly byService: boolean;
  /** Long texts are cut, and say so; do not cut them again. */
  readonly text: Readonly<Record<TextColumn, string>>;
  /** As the record has it; empty where it has none. */
  readonly eventId: string;
  readonly source: SourceId;
  readonly evidencePath: string;
  readonly recordIndex: number;
}

/** From when to when events of a lane may be missing. */
export interface LaneCoverageGaps {
  readonly gaps: readonly CoverageGap[];
  readonly spans: readonly Span<EpochMs>[];
}

/** Everything the report says, before it is laid out. */
export interface ReportModel {
  readonly filter: Filter;
  readonly sums: Sums;
  /** From the first selected event up to just after the last. */
  readonly span: Span<EpochMs> | undefined;
  readonly laneField: LaneField;
  /** The figure's lanes: the 40 with most events in the order asked for, long texts cut. */
  readonly lanes: readonly Lane[];
  /** By lane: what concerns it, and that as spans that do not overlap. */
  readonly coverage: readonly LaneCoverageGaps[];
  readonly lanesInAll: number;
  /** How many of the selected events come from the files of the synthetic sample. */
  readonly synthetic: number;
  /** The marks' span has a margin around the model's. Undefined where nothing is selected. */
  readonly marks: Marks | undefined;
  readonly entities: readonly ReportEntities[];
  /** The first events of the sorted selection; `sums.count` says how many there are. */
  readonly events: readonly ReportEvent[];
  /** The order of `events`. */
  readonly sort: Sort;
  readonly sources: readonly EvidenceSource[];
  readonly importSums: ImportSums;
  /** What the last check of the evidence found; undefined where there was none. */
  readonly integrity: IntegrityCheck | undefined;
  /** The first of the records and stretches that could not be read. */
  readonly issues: readonly EvidenceIssue[];
  readonly issuesInAll: number;
}
