import { recordOf } from '../../base/record-of.ts';
import type { EpochMs, EventRef, Row, Span } from '../../base/units.ts';
import type { IntegrityCheck } from '../../integrity/integrity-check.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import { buildLanes } from '../../layout/build-lanes.ts';
import { buildMarks } from '../../layout/build-marks.ts';
import { coverageOfLanes, mergedSpans } from '../../layout/lane-gaps.ts';
import type { Lane, LaneField, LaneKey, LaneSort } from '../../layout/marks.ts';
import type { Filter, Sort } from '../../query/filter.ts';
import { sumRows } from '../../query/sum-rows.ts';
import type { EvidenceIssue, EvidenceSource, ImportSums } from '../../source/evidence.ts';
import { flag, outcomeOf, outcomes, textColumns } from '../../table/columns.ts';
import { textAt } from '../../table/event-table.ts';
import type { EventTable } from '../../table/event-table.ts';
import { cutText, cutTexts } from '../cut-text.ts';
import type { LaneCoverageGaps, ReportEntities, ReportEvent, ReportModel } from './report-model.ts';
import { isSampleEvidence } from './sample-evidence.ts';

const mostLanes = 40;
const mostEntities = 50;
/** Beyond this many the ledger, a CSV file, is the list. */
const mostIssues = 500;
/** Beyond this many marks a printed figure is a blot: density then. */
const mostMarks = 10_000;
/** Columns of density over the figure's width: each about two millimetres on paper. */
const bins = 160;
/** A million-character user agent in each of thousands of rows would be gigabytes. */
const longestText = 300;
const longestCell = 160;
const shortestFigure = 60_000;
/** Part of the span on either side of the figure, so that no mark lies on its edge. */
const margin = 0.02;

const entityFields = [
  'sourceIp',
  'accessKey',
  'tool',
  'userAgent',
  'principal',
  'loadBalancer',
  'eventName',
] as const satisfies readonly LaneField[];

/** What a report is made from. */
export interface ReportSubject {
  readonly table: EventTable;
  /** The selection in time order. */
  readonly selected: Uint32Array;
  /** The same rows in the order of `sort`. */
  readonly sorted: Uint32Array;
  readonly filter: Filter;
  readonly sort: Sort;
  readonly laneField: LaneField;
  readonly laneSort: LaneSort;
  /** Events of the event table. */
  readonly maxEvents: number;
  readonly sources: readonly EvidenceSource[];
  readonly importSums: ImportSums;
  /** Undefined where the case was never checked. */
  readonly integrity: IntegrityCheck | undefined;
  /** Records and stretches that could not be read. */
  readonly issues: readonly EvidenceIssue[];
  /** Spans from which events of the case may be missing. */
  readonly gaps: readonly CoverageGap[];
  /** The event's id as its record has it; empty where it has none. */
  readonly eventIdOf: (ref: EventRef) => string;
}

/** What the report says of a selection. A pass over the selection per kind of entity. */
export function buildReport(subject: ReportSubject): ReportModel {
  const { table, selected, laneField, laneSort, filter, sort, sources, importSums } = subject;
  const sums = sumRows(table, selected);
  const span = spanOf(sums.firstSeen, sums.lastSeen);
  const allLanes = buildLanes(table, selected, laneField, laneSort);
  const lanes = busiest(allLanes);
  const keys = lanes.map(({ id }) => ({ kind: 'value' as const, id }));
  const marks =
    span === undefined
      ? undefined
      : buildMarks(table, selected, {
          field: laneField,
          lanes: keys,
          span: withMargin(span),
          bins,
          maxEvents: mostMarks,
        });
  return {
    filter,
    sums,
    span,
    laneField,
    lanes: lanes.map(cutLane),
    coverage: coverageFor(subject, keys),
    lanesInAll: allLanes.length,
    synthetic: countSynthetic(table, selected, sources),
    marks,
    entities: entityFields.map((field) => entitiesOf(table, selected, field)),
    events: eventsOf(subject),
    sort,
    sources,
    importSums,
    integrity: subject.integrity,
    issues: subject.issues.slice(0, mostIssues),
    issuesInAll: subject.issues.length,
  };
}

function spanOf(first: EpochMs | undefined, last: EpochMs | undefined): Span<EpochMs> | undefined {
  return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 };
}

function coverageFor(
  { table, selected, laneField, gaps: all }: ReportSubject,
  lanes: readonly LaneKey[],
): readonly LaneCoverageGaps[] {
  const { ofLane } = coverageOfLanes(table, selected, { field: laneField, lanes }, all);
  return ofLane.map((places) => {
    const gaps = places.flatMap((place) => all[place] ?? []);
    return { gaps, spans: mergedSpans(gaps.map(({ span }) => span)) };
  });
}

function withMargin({ start, end }: Span<EpochMs>): Span<EpochMs> {
  const length = end - start;
  const around = Math.max(length * margin, (shortestFigure - length) / 2);
  return { start: start - around, end: end + around };
}

/** The lanes with most events, the first of equals, in the order that they had. */
function busiest(lanes: readonly Lane[]): readonly Lane[] {
  const chosen = new Set(lanes.toSorted((a, b) => b.count - a.count).slice(0, mostLanes));
  return lanes.filter((lane) => chosen.has(lane));
}

function countSynthetic(
  { source }: EventTable,
  rows: Uint32Array,
  sources: readonly EvidenceSource[],
): number {
  const ofSample = new Set(
    sources.filter(({ sha256 }) => isSampleEvidence(sha256)).map(({ id }) => id),
  );
  if (ofSample.size === 0) return 0;
  return rows.reduce((count, row) => count + (ofSample.has(source[row] ?? 0) ? 1 : 0), 0);
}

function cutLane(lane: Lane): Lane {
  return { ...lane, value: cutTexts(lane.value, longestText) };
}

function entitiesOf(table: EventTable, rows: Uint32Array, field: LaneField): ReportEntities {
  const lanes = buildLanes(table, rows, field, 'count');
  const present = lanes.filter(({ value }) => value !== '');
  const values = present.slice(0, mostEntities);
  const absent = lanes.find(({ value }) => value === '');
  return {
    field,
    values: (absent === undefined ? values : [...values, absent]).map(cutLane),
    distinct: present.length,
  };
}

function eventsOf(subject: ReportSubject): readonly ReportEvent[] {
  const sourceOf = new Map(subject.sources.map((source) => [source.id, source]));
  return Array.from(subject.sorted.subarray(0, subject.maxEvents), (row) =>
    eventAt(subject, sourceOf.get(subject.table.source[row] ?? 0), row),
  );
}

function eventAt(
  { table, eventIdOf }: ReportSubject,
  source: EvidenceSource | undefined,
  row: Row,
): ReportEvent {
  const flags = table.flags[row] ?? 0;
  return {
    time: table.time[row] ?? Number.NaN,
    outcome: outcomes[outcomeOf(flags)],
    byService: (flags & flag.byService) !== 0,
    text: recordOf(textColumns, (column) => cutTexts(textAt(table, column, row), longestCell)),
    eventId: cutText(eventIdOf(table.ref[row] ?? 0), longestCell),
    source: table.source[row] ?? 0,
    evidencePath: source?.path ?? '',
    recordIndex: table.recordIndex[row] ?? 0,
  };
}
