import type { EventRef, Row } from '../../core/base/units.ts';
import { detailsOf } from '../../core/correlate/details.ts';
import { entityCard } from '../../core/correlate/entity-card.ts';
import { correlate, tied } from '../../core/correlate/ties.ts';
import { eventTarget, findEvents } from '../../core/journal/event-places.ts';
import { evidenceOfImports } from '../../core/journal/evidence-list.ts';
import type { EventTarget } from '../../core/journal/finding.ts';
import { buildHistogram } from '../../core/layout/build-histogram.ts';
import { buildLanes } from '../../core/layout/build-lanes.ts';
import { buildLinks } from '../../core/layout/build-links.ts';
import { buildMarks } from '../../core/layout/build-marks.ts';
import { compareRows } from '../../core/query/compare-rows.ts';
import { everything } from '../../core/query/filter.ts';
import { coverageOfLanes } from '../../core/layout/lane-gaps.ts';
import { summariseCell } from '../../core/layout/summarise-cell.ts';
import { pageRows, tableRow } from '../../core/query/page-rows.ts';
import { placesBetween } from '../../core/query/rows-between.ts';
import { sumRows } from '../../core/query/sum-rows.ts';
import { exactValue } from '../../core/query/value-pattern.ts';
import type { EvidenceSource } from '../../core/source/evidence.ts';
import { conflictingRows } from '../../core/table/conflicting-rows.ts';
import { recordPlaces } from '../../core/table/record-places.ts';
import { coverageOf } from './case-coverage.ts';
import { caseReport } from './case-report.ts';
import type { LoadedCase } from './loaded-case.ts';
import type { QueryCall, QueryReply, QueryRequest, RawRecord } from './query.ts';

/** The calls that are answered by the case as it was last read. */
type CaseCall = Exclude<QueryCall, 'open' | 'refresh' | 'beginFile' | 'nextPart'>;

type CaseAnswers = {
  readonly [C in CaseCall]: (
    loaded: LoadedCase,
    request: QueryRequest<C>,
  ) => QueryReply<C> | Promise<QueryReply<C>>;
};

/** Actors that one answer lists. */
const mostActors = 500;

/** How a case answers each call. An answer rejects, or throws, with its reason where there is none. */
export const caseAnswers: CaseAnswers = {
  find: ({ built, selections }, { filter }) => sumRows(built.table, selections.rows(filter)),
  countIn: ({ built, selections }, { filter, span }) => {
    const { start, end } = placesBetween(built.table.time, selections.rows(filter), span);
    return end - start;
  },
  page: ({ built, selections }, { filter, sort, span, columns }) =>
    pageRows(built.table, selections.sorted(filter, sort), span, columns),
  place: ({ selections }, { filter, sort, ref }) => selections.place(filter, sort, ref),
  events: (loaded, { refs, columns }) =>
    refs.map((ref) => {
      const row = rowOf(loaded, ref);
      return row === undefined ? undefined : tableRow(loaded.built.table, row, columns);
    }),
  facets: ({ selections }, { filter, fields, limit, containing }) =>
    fields.map((field) => selections.facet(filter, field, { limit, containing })),
  histogram: ({ built, selections }, { filter, span, bins }) =>
    buildHistogram(built.table, selections.rows(filter), span, bins),
  lanes: ({ built, selections }, { filter, fields, sort }) =>
    buildLanes(
      { table: built.table, index: selections.index },
      selections.rows(filter),
      fields,
      sort,
    ),
  marks: ({ built, selections }, { filter, ...request }) =>
    buildMarks(built.table, selections.rows(filter), request),
  coverage: async (loaded, { filter, ...request }) => {
    const { built, selections } = loaded;
    const gaps = await coverageOf(loaded);
    return coverageOfLanes(built.table, selections.rows(filter), request, gaps);
  },
  links: (loaded, { filter, ...request }) => {
    const { built, selections } = loaded;
    const row = rowOf(loaded, request.ref);
    if (row === undefined) return { tied: [], firstUse: undefined };
    const selected = { table: built.table, rows: selections.rows(filter) };
    return buildLinks(selected, row, request, built.credentials);
  },
  cell: ({ built, selections }, { filter, ...request }) =>
    summariseCell(built.table, selections.rows(filter), request),
  details: (loaded, { ref }) => {
    const row = rowOf(loaded, ref);
    return row === undefined ? undefined : detailsOf(loaded.built, row, loaded.sources);
  },
  correlate: (loaded, { ref }) => {
    const row = rowOf(loaded, ref);
    return row === undefined ? undefined : correlate(loaded.built.table, row);
  },
  entity: ({ built, selections }, { field, value }) => {
    const terms = [{ field, value: exactValue(value), exclude: false }];
    const rows = selections.rows({ ...everything, terms });
    return rows.length === 0 ? undefined : entityCard(built, { field, value }, rows);
  },
  compare: ({ built, selections }, { first, second }) =>
    compareRows(built.table, selections.rows(first), selections.rows(second)),
  actors: async ({ actors }) => {
    const all = await actors.all();
    return { actors: all.slice(0, mostActors), inAll: all.length };
  },
  tied: (loaded, { ref, refs }) => {
    const row = rowOf(loaded, ref);
    return row === undefined ? new Uint8Array(refs.length) : tied(loaded.built.table, row, refs);
  },
  imports: ({ sources, unfinishedImport }) => evidenceOfImports(sources, unfinishedImport),
  targets: (loaded, { refs }) => refs.map((ref) => targetOf(loaded, rowOf(loaded, ref))),
  refs: ({ built, sources }, { targets }) => findEvents(built.table, sources, targets),
  takeMarked: ({ additions }, { marked }) => {
    additions.takeMarked(marked);
    return undefined;
  },
  recordPlaces: ({ built }, { first, parts }) => recordPlaces(built.table, first, parts),
  takeFound: ({ additions }, { text, refs }) => {
    additions.takeFound(text, refs);
    return undefined;
  },
  dropFound: ({ additions }, { text }) => {
    additions.dropFound(text);
    return undefined;
  },
  raw: (loaded, { ref }) => readRaw(loaded, ref),
  verify: ({ reader }, { source }) => reader.verify(source),
  integrity: ({ reader }) => reader.integrity(),
  sources: ({ sources }) => sources,
  ledger: async ({ ledger, reader, built }) => ({
    ...(await ledger.facts(reader)),
    conflicting: conflictingRows(built.table).length,
  }),
  ledgerFiles: ({ ledger }, { verdict, order, places }) => ledger.files(verdict, order, places),
  ledgerIssues: ({ ledger, reader }, { places }) => ledger.issues(reader, places),
  importsOf: (loaded, { refs }) =>
    refs.map((ref) => sourceOf(loaded, rowOf(loaded, ref))?.importId),
  report: (loaded, request) => caseReport(loaded, request),
};

/** Undefined where there is no such event (any more). */
function rowOf({ built }: LoadedCase, ref: EventRef): Row | undefined {
  return built.table.rowOfRef[ref];
}

/** The file that an event is in. */
function sourceOf({ built, ledger }: LoadedCase, row: Row | undefined): EvidenceSource | undefined {
  return row === undefined ? undefined : ledger.source(built.table.source[row] ?? 0);
}

function targetOf(loaded: LoadedCase, row: Row | undefined): EventTarget | undefined {
  const source = sourceOf(loaded, row);
  if (row === undefined || source === undefined) return undefined;
  return eventTarget(loaded.built.table, source, row);
}

async function readRaw(loaded: LoadedCase, ref: EventRef): Promise<RawRecord> {
  const { table } = loaded.built;
  const row = rowOf(loaded, ref);
  const source = sourceOf(loaded, row);
  if (row === undefined || !source) throw new Error('This event is not in the open case');
  const bytes = await loaded.reader.readRaw(
    source.id,
    table.offset[row] ?? 0,
    table.byteLength[row] ?? 0,
  );
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), source };
}
