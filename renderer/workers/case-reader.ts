import type { SourceId, Span } from '../core/base/units.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import type { EvidenceIssue, EvidenceSource } from '../core/source/evidence.ts';
import type { Verification } from '../core/source/verification.ts';
import type { StoredDictionaries, TargetGroupLink } from '../core/table/event-table.ts';
import type { KeyFacts } from '../core/table/key-facts.ts';
import type { PackedColumns } from '../core/table/packed-columns.ts';

/** A run of events as stored, with its number: numbers grow in the order of storing. */
export interface StoredChunk {
  readonly id: number;
  readonly columns: PackedColumns;
  /** Which target groups these events show to be behind which load balancers, in any order. */
  readonly links: readonly TargetGroupLink[];
  /** What these events tell of access keys; each event by its place in `columns`. */
  readonly keyFacts: KeyFacts;
}

/** What the query worker reads of a stored case. The store implements it, tests do in memory. */
export interface CaseReader {
  /** Chunks with a greater number than this, in the order of storing. 0: all. */
  chunksAfter(id: number): Promise<readonly StoredChunk[]>;
  /** At least as new as the chunks read before: every id in them has its text. */
  dictionaries(): Promise<StoredDictionaries>;
  /** Files with a greater number than this, in the order of their numbers. 0: all. */
  sourcesAfter(id: SourceId): Promise<readonly EvidenceSource[]>;
  /** How many records, and stretches of files, could not be read. */
  issueCount(): Promise<number>;
  /** Those at these places among all: in the order of their files, and in each file of theirs. */
  issues(places: Span<number>): Promise<readonly EvidenceIssue[]>;
  /** All of them in that order, a few at a time in memory. */
  everyIssue(): AsyncIterable<EvidenceIssue>;
  /** An import was begun and never ended: the app was closed, or died, while it ran. */
  hasUnfinishedImport(): Promise<boolean>;
  /** Imports were undone: the dictionaries may hold texts that no event has. */
  hasUndoneImport(): Promise<boolean>;
  /** These bytes of the inflated file. Rejects with a reason where the file cannot be read. */
  readRaw(source: SourceId, offset: number, byteLength: number): Promise<Uint8Array>;
  /** Several stretches of one file, in the order of their starts, in one reading of it. */
  readRecords(source: SourceId, ranges: readonly Span<number>[]): Promise<readonly Uint8Array[]>;
  /** What the last check of the evidence found; undefined where there was none. */
  integrity(): Promise<IntegrityCheck | undefined>;
  verify(source: SourceId): Promise<Verification>;
  close(): void;
}

/** Opens a stored case for reading. Rejects with a reason where it cannot. */
export type OpenCaseReader = (caseId: string) => Promise<CaseReader>;
