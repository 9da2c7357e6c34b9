import type { EpochMs, EventRef, SourceId, Span } from '../../base/units.ts';
import type { Actor } from '../../correlate/actors/actor.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import type { IntegrityCheck } from '../../integrity/integrity-check.ts';
import type { Lane } from '../../layout/lane-columns.ts';
import type { LaneRow } from '../../layout/lane-rows.ts';
import type { LaneFields, Marks } from '../../layout/marks.ts';
import type { Sums } from '../../query/facets.ts';
import type { Filter, FilterField, Sort } from '../../query/filter.ts';
import type { EvidenceIssue, EvidenceSource, ImportSums } from '../../source/evidence.ts';
import type { Outcome, TextColumn } from '../../table/columns.ts';
import type { NotedTarget } from '../data/finding-lines.ts';
import type { RecordJson } from '../record-json.ts';
import type { NamedSelection } from './report-request.ts';

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

/** Load balancers that events name together, with the calls that were made on them. */
export interface ReportLoadBalancer extends Lane {
  /** The most frequent ones first. */
  readonly calls: readonly Lane[];
}

/** Where a record lies: file, place in it, and its own id. */
export interface Citation {
  readonly source: SourceId;
  readonly recordIndex: number;
  /** As the record has it; empty where it has none. Long ones are cut, and say so. */
  readonly eventId: string;
}

export interface ReportEvent extends Citation {
  readonly time: EpochMs;
  readonly outcome: Outcome;
  readonly byService: boolean;
  /** Long texts are cut, and say so; do not cut them again. */
  readonly text: Readonly<Record<TextColumn, string>>;
  readonly evidencePath: string;
}

/** A finding of the story. */
export interface ReportFinding extends NotedTarget {
  /** Undefined where it is no event, or one that is not in the case any more. */
  readonly event: ReportEvent | undefined;
  /** How many events of the case it is of. */
  readonly events: number;
  /** Of an event's raw record, without its secrets; undefined where it can't be shown. */
  readonly record: RecordJson | undefined;
}

/** The events of a selection under a name. */
export interface ReportView extends NamedSelection {
  readonly sums: Sums;
  /** The first ones, in the order of time. */
  readonly events: readonly ReportEvent[];
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
  readonly fields: LaneFields;
  /** The figure's rows: the 40 with most events in the order asked for, long texts cut. */
  readonly lanes: readonly LaneRow[];
  /** By row: what concerns it, and that as spans that do not overlap. */
  readonly coverage: readonly LaneCoverageGaps[];
  readonly lanesInAll: number;
  /** How many of the selected events come from the files of the synthetic sample. */
  readonly synthetic: number;
  /** The marks' span has a margin around the model's. Undefined where nothing is selected. */
  readonly marks: Marks | undefined;
  /** In the order of the story. */
  readonly story: readonly ReportFinding[];
  /** Those with events of the selected services, the gravest first. */
  readonly actors: readonly Actor[];
  readonly actorsInAll: number;
  readonly loadBalancers: readonly ReportLoadBalancer[];
  readonly loadBalancersInAll: number;
  readonly entities: readonly ReportEntities[];
  /** The first events of the sorted selection; `sums.count` says how many there are. */
  readonly events: readonly ReportEvent[];
  /** The order of `events`. */
  readonly sort: Sort;
  readonly views: readonly ReportView[];
  /** Spans from which events of the case may be missing: the first of them. */
  readonly gaps: readonly CoverageGap[];
  readonly gapsInAll: number;
  /** Events that share their id with another of different content, those of one id together: the first. */
  readonly conflicts: readonly EventRef[];
  readonly conflictsInAll: number;
  /** Where the events lie that actors, gaps and conflicts name. */
  readonly citations: ReadonlyMap<EventRef, Citation>;
  readonly sources: readonly EvidenceSource[];
  readonly importSums: ImportSums;
  /** What the last check of the evidence found; undefined where there was none. */
  readonly integrity: IntegrityCheck | undefined;
  /** The first of the records and stretches that could not be read. */
  readonly issues: readonly EvidenceIssue[];
  readonly issuesInAll: number;
}

/** Every file that the report refers to by its number. */
export function citedSources(model: ReportModel): ReadonlySet<SourceId> {
  const cited = new Set<SourceId>(model.events.map(({ source }) => source));
  for (const { source } of model.citations.values()) cited.add(source);
  for (const { event } of model.story) if (event !== undefined) cited.add(event.source);
  for (const { events } of model.views) for (const { source } of events) cited.add(source);
  return cited;
}
