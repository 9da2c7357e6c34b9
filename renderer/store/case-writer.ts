import { newHashKey, type HashKey } from '../core/decode/content-hash.ts';
import type { SourceId } from '../core/base/units.ts';
import type { IssuePack } from '../core/source/issue-pack.ts';
import type { EventColumns, StoredTextColumn } from '../core/table/columns.ts';
import type { TargetGroupLink } from '../core/table/event-table.ts';
import type { KeyFacts } from '../core/table/key-facts.ts';
import { packColumns, unpackColumns } from '../core/table/packed-columns.ts';
import { CaseDatabase, columnsVersion, type BlobRow, type SourceRow } from './case-database.ts';
import { readDictionaries } from './dictionaries.ts';
import { Cases } from './cases.ts';

/** What is stored at once, or not at all: whole files with all their events. */
export interface Batch {
  readonly sources: readonly SourceRow[];
  readonly blobs: readonly BlobRow[];
  readonly columns: EventColumns;
  readonly links: readonly TargetGroupLink[];
  readonly keyFacts: KeyFacts;
  readonly terms: readonly {
    readonly column: StoredTextColumn;
    readonly first: number;
    readonly texts: readonly string[];
  }[];
  readonly issues: readonly SourceIssues[];
}

/** Issues of a source. */
export interface SourceIssues extends IssuePack {
  readonly source: SourceId;
}

/** What an import needs to know of a case before it adds to it. */
export interface CaseState {
  /** Secret of the case that its hashes are made with. */
  readonly hashKey: HashKey;
  readonly sources: readonly SourceRow[];
  readonly chunks: readonly EventColumns[];
  readonly dictionaries: Readonly<Record<StoredTextColumn, readonly string[]>>;
}

/** Adds to a stored case. One at a time for each case. */
export class CaseWriter {
  readonly #caseId: string;
  readonly #database: CaseDatabase;
  readonly #catalogue = new Cases();
  /** What the case holds, counted along: reading it all again would take as long as opening it. */
  #held = { events: 0, files: 0, bytes: 0 };
  /** Number of the next issue. */
  #nextIssue = 0;

  constructor(caseId: string) {
    this.#caseId = caseId;
    this.#database = new CaseDatabase(caseId);
  }

  async state(): Promise<CaseState> {
    const [hashKey, sources, chunks, hashes, dictionaries, lastIssues] = await Promise.all([
      this.#hashKey(),
      this.#database.sources.toArray(),
      this.#database.chunks.orderBy('id').toArray(),
      this.#database.hashes.orderBy('chunk').toArray(),
      readDictionaries(this.#database),
      this.#database.issuePacks.orderBy('first').last(),
    ]);
    this.#nextIssue = lastIssues === undefined ? 0 : lastIssues.first + lastIssues.length;
    const columns = chunks.map((chunk, place) => ({
      ...unpackColumns([chunk.columns]),
      contentHash: hashes[place]?.contentHash ?? new Uint32Array(2 * chunk.columns.length),
    }));
    this.#held = { events: 0, files: 0, bytes: 0 };
    this.#count(
      sources,
      columns.reduce((sum, { length }) => sum + length, 0),
    );
    return { hashKey, sources, chunks: columns, dictionaries };
  }

  /** Notes that an import began; answers its number. */
  async begin(): Promise<number> {
    const { imports, chunks } = this.#database;
    const last = await chunks.orderBy('id').lastKey();
    const chunksAfter = typeof last === 'number' ? last : 0;
    const begun = { started: Date.now(), finished: undefined, undone: undefined, chunksAfter };
    return imports.add(begun);
  }

  /** Notes that the import ended, and what the case holds now. Needs {@link state} before it. */
  async finish(importId: number): Promise<void> {
    await this.#database.imports.update(importId, { finished: Date.now() });
    await this.#catalogue.note(this.#caseId, this.#held);
  }

  /** Stores the batch in one transaction. Rejects where the disk is full, and stores nothing. */
  async write(batch: Batch): Promise<void> {
    const { columns, links, keyFacts } = batch;
    const { sources, blobs, chunks, hashes, terms, issuePacks } = this.#database;
    const tables = [sources, blobs, chunks, hashes, terms, issuePacks];
    const packed = packColumns(columns);
    let next = this.#nextIssue;
    const packs = batch.issues.map((pack) => {
      const first = next;
      next += pack.length;
      return { first, ...pack };
    });
    await this.#database.transaction('rw', tables, async () => {
      // All at once: a transaction that waits for one before asking the next takes far longer.
      await Promise.all([
        sources.bulkAdd([...batch.sources]),
        blobs.bulkAdd([...batch.blobs]),
        terms.bulkAdd([...batch.terms]),
        issuePacks.bulkAdd(packs),
        columns.length === 0
          ? undefined
          : chunks
              .add({ version: columnsVersion, columns: packed, links, keyFacts })
              .then((chunk) => hashes.add({ chunk, contentHash: columns.contentHash })),
      ]);
    });
    this.#nextIssue = next;
    this.#count(batch.sources, columns.length);
  }

  close(): void {
    this.#database.close();
  }

  async #hashKey(): Promise<HashKey> {
    const { keys } = this.#database;
    return this.#database.transaction('rw', keys, async () => {
      const made = await keys.get('hashes');
      if (made !== undefined) return made.key;
      const key = newHashKey();
      await keys.add({ name: 'hashes', key });
      return key;
    });
  }

  #count(sources: readonly SourceRow[], events: number): void {
    this.#held.events += events;
    this.#held.files += sources.length;
    for (const { parent, bytes } of sources) if (parent === undefined) this.#held.bytes += bytes;
  }
}
