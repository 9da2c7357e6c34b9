import type { EpochMs, EventRef, Row, SourceId, Span } from '../../core/base/units.ts';
import type { Actor } from '../../core/correlate/actors/actor.ts';
import type { Correlation } from '../../core/correlate/correlation.ts';
import type { Entity, EntityCard } from '../../core/correlate/entity.ts';
import type { EventDetails } from '../../core/correlate/event-details.ts';
import type { ExportFile } from '../../core/export/data/export-file.ts';
import type { ReportModel } from '../../core/export/report/report-model.ts';
import type { ReportRequest } from '../../core/export/report/report-request.ts';
import type { IntegrityCheck } from '../../core/integrity/integrity-check.ts';
import type { EventTarget } from '../../core/journal/finding.ts';
import type { EvidenceAdded } from '../../core/journal/journal-act.ts';
import type {
  Histogram,
  LaneFields,
  LaneKey,
  LaneSort,
  Marks,
  MarksRequest,
} from '../../core/layout/marks.ts';
import type { Links, LinksRequest } from '../../core/layout/build-links.ts';
import type { Lanes } from '../../core/layout/lane-columns.ts';
import type { LaneCoverage } from '../../core/layout/lane-gaps.ts';
import type { CellRequest, CellSummary } from '../../core/layout/summarise-cell.ts';
import type { Comparison } from '../../core/query/compare-rows.ts';
import type { Facet, Sums } from '../../core/query/facets.ts';
import type { Filter, FilterField, Sort } from '../../core/query/filter.ts';
import type { Marked } from '../../core/query/mark-columns.ts';
import type { TableRow } from '../../core/query/page-rows.ts';
import type { LedgerOrder } from '../../core/query/ledger-order.ts';
import type {
  EvidenceIssue,
  EvidenceSource,
  ImportSums,
  OwedRecords,
  Verdict,
} from '../../core/source/evidence.ts';
import type { Verification } from '../../core/source/verification.ts';
import type { LogLists } from '../../core/source/shapes.ts';
import type { TextColumn } from '../../core/table/columns.ts';
import type { RecordPlaces } from '../../core/table/record-places.ts';
import type { FilePart } from './file-parts.ts';

export type { TableRow };

/** What the open case holds. */
export interface CaseContents {
  readonly events: number;
  readonly elbEvents: number;
  /** Undefined while the case is empty. */
  readonly span: Span<EpochMs> | undefined;
  readonly files: number;
  readonly sums: ImportSums;
  /** The last import was begun and never ended. */
  readonly unfinishedImport: boolean;
}

/** An import that brought files which are in the case. */
export interface ImportFacts {
  readonly importId: number;
  readonly sums: ImportSums;
  /** Of its duplicates, those of events that other imports keep. */
  readonly owed: readonly OwedRecords[];
}

/** What the import ledger counts. */
export interface LedgerFacts {
  /** Archives among them. */
  readonly files: number;
  readonly verdicts: ReadonlyMap<Verdict, number>;
  /** The folder that all files are in, with the separator after it; empty where there is none. */
  readonly folder: string;
  readonly logLists: LogLists;
  /** Records, and stretches of files, that could not be read. */
  readonly issues: number;
  /** Events that share their id with another of different content. */
  readonly conflicting: number;
  readonly imports: readonly ImportFacts[];
}

/** An issue with the path of its file. */
export interface LedgerIssue extends EvidenceIssue {
  readonly path: string;
}

/** Actors of a case, the gravest first. */
export interface ActorList {
  readonly actors: readonly Actor[];
  /** How many there are, of which `actors` has the first. */
  readonly inAll: number;
}

/** A raw record as found. */
export interface RawRecord {
  /** The record's bytes as text; invalid UTF-8 shows as U+FFFD. */
  readonly text: string;
  readonly source: EvidenceSource;
}

/** What the screen may ask of the query worker: request in, answer out. */
export interface QueryCalls {
  /** Loads a case's columns. Anything asked of an earlier case is forgotten. */
  open(request: { readonly caseId: string }): CaseContents;
  /** Takes up what an import has added since; rows change, refs stay. */
  refresh(request: Record<string, never>): CaseContents;
  /** Sums over the events a filter selects. */
  find(request: { readonly filter: Filter }): Sums;
  /** How many selected events lie in a span. */
  countIn(request: { readonly filter: Filter; readonly span: Span<EpochMs> }): number;
  /** Rows `start` to `end` of the sorted selection, with these columns. */
  page(request: {
    readonly filter: Filter;
    readonly sort: Sort;
    readonly span: Span<Row>;
    readonly columns: readonly TextColumn[];
  }): readonly TableRow[];
  /** The event's place in the sorted selection; undefined where the filter leaves it out. */
  place(request: {
    readonly filter: Filter;
    readonly sort: Sort;
    readonly ref: EventRef;
  }): number | undefined;
  /** These events with these columns; undefined for one that is not in the case. */
  events(request: {
    readonly refs: readonly EventRef[];
    readonly columns: readonly TextColumn[];
  }): readonly (TableRow | undefined)[];
  facets(request: {
    readonly filter: Filter;
    readonly fields: readonly FilterField[];
    readonly limit: number;
    /** Only values that have this text in them, whatever the case of letters. */
    readonly containing: string;
  }): readonly Facet[];
  histogram(request: {
    readonly filter: Filter;
    readonly span: Span<EpochMs>;
    readonly bins: number;
  }): Histogram;
  lanes(request: {
    readonly filter: Filter;
    readonly fields: LaneFields;
    readonly sort: LaneSort;
  }): Lanes;
  marks(request: { readonly filter: Filter } & MarksRequest): Marks;
  /** Spans from which events may be missing, and which of these lanes they concern. */
  coverage(
    request: { readonly filter: Filter; readonly lanes: readonly LaneKey[] } & LaneFields,
  ): LaneCoverage;
  /** What an event shares with others of these lanes; nothing where it is not in the case. */
  links(request: { readonly filter: Filter } & LinksRequest): Links;
  /** Counts and top values of a stretch of a lane. */
  cell(request: { readonly filter: Filter } & CellRequest): CellSummary;
  details(request: { readonly ref: EventRef }): EventDetails | undefined;
  correlate(request: { readonly ref: EventRef }): Correlation | undefined;
  /** What the case knows of an entity, over all services; undefined where it is not in the case. */
  entity(request: Entity): EntityCard | undefined;
  /** What two selections have that the other has not, and what they have not as often. */
  compare(request: { readonly first: Filter; readonly second: Filter }): Comparison;
  /** Who stands behind the keys of the case; worked out once, so the first answer takes longer. */
  actors(request: Record<string, never>): ActorList;
  /** For each of these events, the bits of the ties it shares with `ref` (see `tieBit`). */
  tied(request: { readonly ref: EventRef; readonly refs: Uint32Array }): Uint8Array;
  raw(request: { readonly ref: EventRef }): RawRecord;
  /** Reads the evidence file again and compares its SHA-256 with the one noted at import. */
  verify(request: { readonly source: SourceId }): Verification;
  /** What the last check of the evidence found; undefined where there was none. */
  integrity(request: Record<string, never>): IntegrityCheck | undefined;
  /** The acts of importing, as the journal writes them down, in their order. */
  imports(request: Record<string, never>): readonly EvidenceAdded[];
  /** These events by their lasting places in the evidence; undefined for one that there is not. */
  targets(request: { readonly refs: readonly EventRef[] }): readonly (EventTarget | undefined)[];
  /** The way back: undefined where the event, or its file, is not in the case. */
  refs(request: { readonly targets: readonly EventTarget[] }): readonly (EventRef | undefined)[];
  /** All that the investigator has put to things, which filters then can ask about. */
  takeMarked(request: { readonly marked: readonly Marked[] }): undefined;
  /** Where the records of the events from the ref `first` on lie, in parts to be read side by side. */
  recordPlaces(request: {
    readonly first: EventRef;
    readonly parts: number;
  }): readonly RecordPlaces[];
  /** The records of these events have the text in them: conditions on `record` select them now. */
  takeFound(request: { readonly text: string; readonly refs: Uint32Array }): undefined;
  /** Nothing is known any more of which records have the text in them. */
  dropFound(request: { readonly text: string }): undefined;
  sources(request: Record<string, never>): readonly EvidenceSource[];
  /** What the import ledger counts. */
  ledger(request: Record<string, never>): LedgerFacts;
  /** The files at these places of the ledger: of those with the verdict, or of all. */
  ledgerFiles(request: {
    readonly verdict: Verdict | undefined;
    readonly order: LedgerOrder;
    readonly places: Span<number>;
  }): readonly EvidenceSource[];
  /** What could not be read, by its place in the list of all that could not. */
  ledgerIssues(request: { readonly places: Span<number> }): readonly LedgerIssue[];
  /** The import that keeps each of these events; undefined for one that is not in the case. */
  importsOf(request: { readonly refs: readonly EventRef[] }): readonly (number | undefined)[];
  /** Begins a file of the case as it is now, and forgets the one before. Answers its rows. */
  beginFile(request: { readonly file: ExportFile }): { readonly rows: number };
  /**
   * The next part of that file, of at most so many rows. Asked again and again until all rows are done, so that a million of
   * them never lie in memory at once.
   */
  nextPart(request: { readonly mostRows: number }): FilePart;
  /** What the PDF report says of the selection. */
  report(request: ReportRequest): ReportModel;
}

export type QueryCall = keyof QueryCalls;
export type QueryRequest<C extends QueryCall> = Parameters<QueryCalls[C]>[0];
export type QueryReply<C extends QueryCall> = ReturnType<QueryCalls[C]>;

/** A question with its number. */
export interface QueryAsk {
  readonly number: number;
  readonly call: QueryCall;
  readonly request: unknown;
}

export type QueryAnswer =
  | {
      readonly number: number;
      readonly kind: 'answered';
      readonly reply: unknown;
      /** How long the worker was at it. */
      readonly milliseconds: number;
    }
  | { readonly number: number; readonly kind: 'failed'; readonly reason: string };
