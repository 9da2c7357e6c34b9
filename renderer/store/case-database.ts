import Dexie, { type EntityTable, type Table } from 'dexie';
import type { SourceId } from '../core/base/units.ts';
import type { Layers } from '../core/decode/layers.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import type { JournalRow } from '../core/journal/journal-entry.ts';
import type { EvidenceSource } from '../core/source/evidence.ts';
import { packed, type FoundIssue, type IssuePack } from '../core/source/issue-pack.ts';
import type { StoredTextColumn } from '../core/table/columns.ts';
import type { TargetGroupLink } from '../core/table/event-table.ts';
import type { KeyFacts } from '../core/table/key-facts.ts';
import type { PackedColumns } from '../core/table/packed-columns.ts';

/** Version of the columns' meaning. A case written with another one is not opened as this one. */
export const columnsVersion = 2;

/** An evidence file, and where its bytes are. */
export interface SourceRow extends EvidenceSource {
  /** Place in the archive it lies in; undefined for a file by itself. */
  readonly entry: number | undefined;
  /** What has to be taken off to come to its content, or to its files. */
  readonly layers: Layers;
  /** Where its bytes lie, with those of other small files; undefined where they have a row alone. */
  readonly pack: PackPlace | undefined;
}

/** A place in the bytes kept under another source of the same import. */
interface PackPlace {
  readonly source: SourceId;
  readonly offset: number;
}

/**
 * The bytes of an evidence file as found, or of many small ones one behind the other under the
 * first of them: a file on disk for each takes longer than all else. Files in an archive are in
 * the archive's.
 */
export interface BlobRow {
  readonly source: number;
  readonly blob: Blob;
}

/** A run of events. Ids grow in the order of storing, and so do the events' refs. */
export interface ChunkRow {
  readonly id: number;
  readonly version: number;
  readonly columns: PackedColumns;
  readonly links: readonly TargetGroupLink[];
  /** Their events are named by their places in `columns`. */
  readonly keyFacts: KeyFacts;
}

/** The content hashes of a chunk's events: only an import looks at them. */
export interface HashesRow {
  readonly chunk: number;
  readonly contentHash: Uint32Array;
}

/** Texts of one column's dictionary, from the id `first` on. Append-only. */
export interface TermsRow {
  readonly id: number;
  readonly column: StoredTextColumn;
  readonly first: number;
  readonly texts: readonly string[];
}

/** Issues of a source, which are numbered through the case as they were stored. */
export interface IssuePackRow extends IssuePack {
  /** Number of the first of them. Undone imports leave gaps. */
  readonly first: number;
  readonly source: SourceId;
}

/** An issue as versions before stored it, in a table of its own. */
export interface OldIssueRow extends FoundIssue {
  readonly id: number;
  readonly source: SourceId;
}

/** A secret of the case, made with it. */
export interface KeyRow {
  readonly name: 'hashes';
  readonly key: Uint32Array;
}

/** One act of importing. */
export interface ImportRow {
  readonly id: number;
  readonly started: number;
  /** Undefined where it was not finished: the app was closed, or died. */
  readonly finished: number | undefined;
  /** The last chunk before it: its own come after, and before those of the next import. */
  readonly chunksAfter: number;
  /** When it was undone; undefined where it was not. */
  readonly undone: number | undefined;
}

/** What the last check of the evidence found. */
export interface IntegrityRow {
  readonly id: 'last';
  readonly check: IntegrityCheck;
}

/** One case: a database of its own, so that deleting a case is dropping its database. */
export class CaseDatabase extends Dexie {
  declare readonly sources: Table<SourceRow, number>;
  declare readonly blobs: Table<BlobRow, number>;
  declare readonly chunks: EntityTable<ChunkRow, 'id'>;
  declare readonly hashes: Table<HashesRow, number>;
  declare readonly terms: EntityTable<TermsRow, 'id'>;
  declare readonly issuePacks: Table<IssuePackRow, number>;
  declare readonly keys: Table<KeyRow, string>;
  declare readonly imports: EntityTable<ImportRow, 'id'>;
  declare readonly integrity: Table<IntegrityRow, string>;
  /** Append-only: the investigator's own work and the custody of the case. */
  declare readonly journal: Table<JournalRow, number>;

  /**
   * `relaxed`: transactions are not flushed to disk one by one, which would cost an import a third
   * of its speed. A power cut may then cost the last transactions, never part of one.
   */
  constructor(caseId: string, durability: 'relaxed' | 'strict' = 'relaxed') {
    // Closed from outside, it would be opened again by itself: an empty one, where the data was removed,
    // into which the app would go on writing.
    super(databaseName(caseId), { chromeTransactionDurability: durability, autoOpen: false });
    this.version(1).stores({
      sources: 'id',
      blobs: 'source',
      chunks: '++id',
      hashes: 'chunk',
      terms: '++id',
      issues: '++id, source',
      keys: 'name',
      imports: '++id',
    });
    this.version(2).stores({ integrity: 'id' });
    this.version(3).stores({ journal: 'number' });
    this.version(4)
      .stores({ issuePacks: 'first, source, [first+length]' })
      .upgrade(async (transaction) => {
        const old = await transaction.table<OldIssueRow>('issues').toArray();
        await transaction.table<IssuePackRow>('issuePacks').bulkAdd(old.map(packOfOldIssue));
      });
    this.version(5).stores({ issues: null });
    // Whatever is asked of it waits for this, and fails as this does.
    this.open().catch(() => undefined);
  }
}

/** An issue as it is stored now. */
export function packOfOldIssue({ id, source, ...issue }: OldIssueRow): IssuePackRow {
  return { first: id, source, ...packed([issue]) };
}

/** The bytes of a source by itself, as found; undefined where the case does not have them. */
export async function keptBytes(
  { blobs }: Pick<CaseDatabase, 'blobs'>,
  { id, pack, bytes }: SourceRow,
): Promise<Blob | undefined> {
  if (pack === undefined) return (await blobs.get(id))?.blob;
  const kept = await blobs.get(pack.source);
  return kept?.blob.slice(pack.offset, pack.offset + bytes);
}

export function databaseName(caseId: string): string {
  return `trailwitness-case-${caseId}`;
}
