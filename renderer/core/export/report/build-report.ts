import type { EpochMs, EventRef, Span } from '../../base/units.ts';
import type { Actor } from '../../correlate/actors/actor.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import { buildLanes } from '../../layout/build-lanes.ts';
import { innerLanesIn, type Lane, lanesIn } from '../../layout/lane-columns.ts';
import type { LaneField } from '../../layout/marks.ts';
import { sumRows } from '../../query/sum-rows.ts';
import type { EvidenceSource } from '../../source/evidence.ts';
import { conflictingRows } from '../../table/conflicting-rows.ts';
import type { EventTable } from '../../table/event-table.ts';
import { cutTexts } from '../cut-text.ts';
import { buildFigureModel } from './build-figure-model.ts';
import { citationAt, reportEvents } from './report-event-at.ts';
import type {
  Citation,
  ReportEntities,
  ReportFinding,
  ReportLoadBalancer,
  ReportModel,
} from './report-model.ts';
import type { ReportSubject, SubjectFinding } from './report-subject.ts';
import { isSampleEvidence } from './sample-evidence.ts';

const mostEntities = 50;
const mostLoadBalancers = 100;
const mostCalls = 12;
const mostActors = 25;
const mostGaps = 200;
const mostConflicts = 200;
/** Beyond this many of what could not be read the ledger, a CSV file, is the list. */
export const mostIssues = 500;
/** A million-character user agent in each of thousands of rows would be gigabytes. */
const longestText = 300;

const entityFields = [
  'sourceIp',
  'accessKey',
  'tool',
  'userAgent',
  'principal',
  'eventName',
] as const satisfies readonly LaneField[];

/** What the report says of a selection. A pass over the selection per kind of entity. */
export function buildReport(subject: ReportSubject): ReportModel {
  const { table, selected, request, sources, importSums, integrity, issues, issuesInAll } = subject;
  const sums = sumRows(table, selected);
  const span = spanOf(sums.firstSeen, sums.lastSeen);
  const balancers = loadBalancersOf(subject);
  const actors = actorsOf(subject);
  const gaps = subject.gaps.slice(0, mostGaps);
  return {
    ...{ filter: request.filter, fields: request.fields, sort: request.sort, sums, span },
    ...buildFigureModel(subject, span),
    synthetic: countSynthetic(table, selected, sources),
    story: subject.findings.map((finding) => storyOf(subject, finding)),
    actors: actors.slice(0, mostActors),
    actorsInAll: actors.length,
    loadBalancers: balancers.slice(0, mostLoadBalancers),
    loadBalancersInAll: balancers.length,
    entities: entityFields.map((field) => entitiesOf(subject, field)),
    events: reportEvents(subject, subject.sorted.subarray(0, request.maxEvents)),
    views: request.views.map((view, place) => {
      const rows = subject.ofViews[place] ?? new Uint32Array();
      const events = reportEvents(subject, rows.subarray(0, request.maxEvents));
      return { ...view, sums: sumRows(table, rows), events };
    }),
    gaps,
    gapsInAll: subject.gaps.length,
    conflicts: conflictsOf(table),
    conflictsInAll: conflictingRows(table).length,
    citations: citationsOf(subject, refsNamed(subject)),
    sources,
    importSums,
    integrity,
    issues,
    issuesInAll,
  };
}

/** The events that a report names beside those of its tables: those whose ids it needs. */
export function refsNamed({ table, actors, gaps, request }: RefsNamedBy): readonly EventRef[] {
  return [
    ...actorsOf({ actors, request }).slice(0, mostActors).flatMap(refsOfActor),
    ...gaps.slice(0, mostGaps).flatMap(refsOfGap),
    ...conflictsOf(table),
  ];
}

type RefsNamedBy = Pick<ReportSubject, 'table' | 'actors' | 'gaps' | 'request'>;

function conflictsOf(table: EventTable): readonly EventRef[] {
  return conflictingRows(table)
    .slice(0, mostConflicts)
    .map((row) => table.ref[row] ?? 0);
}

function spanOf(first: EpochMs | undefined, last: EpochMs | undefined): Span<EpochMs> | undefined {
  return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 };
}

function actorsOf({
  actors,
  request,
}: Pick<ReportSubject, 'actors' | 'request'>): readonly Actor[] {
  return request.filter.scope === 'elb' ? actors.filter(({ elbEvents }) => elbEvents > 0) : actors;
}

function refsOfActor({ flags, chains }: Actor): readonly EventRef[] {
  return [
    ...flags.flatMap(({ events }) => events.map(({ ref }) => ref)),
    ...chains.flatMap(({ steps }) => steps.map(({ ref }) => ref)),
  ];
}

function refsOfGap(gap: CoverageGap): readonly EventRef[] {
  if (gap.kind !== 'trail') return [];
  return [gap.began.ref, ...(gap.ended === undefined ? [] : [gap.ended.ref])];
}

function citationsOf(
  subject: ReportSubject,
  refs: readonly EventRef[],
): ReadonlyMap<EventRef, Citation> {
  return new Map(refs.map((ref) => [ref, citationAt(subject, subject.table.rowOfRef[ref] ?? 0)]));
}

function storyOf(
  subject: ReportSubject,
  { target, note, row, events, record }: SubjectFinding,
): ReportFinding {
  const [event] = row === undefined ? [] : reportEvents(subject, [row]);
  return { target, note, event, events, record };
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

function loadBalancersOf(subject: ReportSubject): readonly ReportLoadBalancer[] {
  const fields = { field: 'loadBalancer', nested: 'eventName' } as const;
  const lanes = buildLanes(subject, subject.selected, fields, 'count');
  return lanesIn(lanes.outer).flatMap((lane, place) => {
    const calls = innerLanesIn(lanes, place).slice(0, mostCalls);
    return lane.value === '' ? [] : [{ ...cutLane(lane), calls: calls.map(cutLane) }];
  });
}

function cutLane(lane: Lane): Lane {
  return { ...lane, value: cutTexts(lane.value, longestText) };
}

function entitiesOf(subject: ReportSubject, field: LaneField): ReportEntities {
  const lanes = lanesIn(buildLanes(subject, subject.selected, { field }, 'count').outer);
  const present = lanes.filter(({ value }) => value !== '');
  const values = present.slice(0, mostEntities);
  const absent = lanes.find(({ value }) => value === '');
  return {
    field,
    values: (absent === undefined ? values : [...values, absent]).map(cutLane),
    distinct: present.length,
  };
}
