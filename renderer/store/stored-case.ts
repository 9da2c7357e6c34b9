import type { SourceId } from '../core/base/units.ts';
import { readRange } from '../core/decode/read-range.ts';
import { sha256OfSource, type ByteSource } from '../core/decode/sha256.ts';
import { zipFileAt } from '../core/decode/zip-archive.ts';
import type { EvidenceIssue, EvidenceSource } from '../core/source/evidence.ts';
import type { StoredDictionaries, TargetGroupLink } from '../core/table/event-table.ts';
import { unpackColumns, type LoadedColumns } from '../core/table/packed-columns.ts';
import { CaseDatabase, columnsVersion, type SourceRow } from './case-database.ts';
import { Cases } from './cases.ts';
import { readDictionaries } from './dictionaries.ts';

/** What reading an evidence file again says of it. */
type Verification =
  | { readonly kind: 'same'; readonly sha256: string }
  | { readonly kind: 'differs'; readonly expected: string; readonly found: string }
  | { readonly kind: 'gone'; readonly reason: string };

/** A file up to this size stays in memory inflated, since its neighbours are looked at next. */
const maxRemembered = 64 * 1024 * 1024;

/** A chunk as the query worker takes it. */
interface LoadedChunk {
  readonly id: number;
  readonly columns: LoadedColumns;
  readonly links: readonly TargetGroupLink[];
}

/** Reads a stored case; what is added meanwhile is found by asking again. */
export class StoredCase {
  readonly #database: CaseDatabase;
  #remembered: { readonly source: SourceId; readonly bytes: Uint8Array } | undefined;

  private constructor(database: CaseDatabase) {
    this.#database = database;
  }

  /** Opens the case, and notes in the list of cases that it was. */
  static async open(caseId: string): Promise<StoredCase> {
    const database = new CaseDatabase(caseId);
    await database.open();
    await new Cases().note(caseId, { opened: Date.now() });
    return new StoredCase(database);
  }

  async chunksAfter(id: number): Promise<readonly LoadedChunk[]> {
    const chunks = await this.#database.chunks.where('id').above(id).toArray();
    const foreign = chunks.find(({ version }) => version !== columnsVersion);
    if (foreign !== undefined) {
      throw new Error(
        `This case was written by another version of Trailwitness (columns ${foreign.version}, ` +
          `this one reads ${columnsVersion}). Import its evidence into a new case.`,
      );
    }
    return chunks.map((chunk) => ({
      id: chunk.id,
      columns: unpackColumns(chunk.columns),
      links: chunk.links,
    }));
  }

  dictionaries(): Promise<StoredDictionaries> {
    return readDictionaries(this.#database);
  }

  async sources(): Promise<readonly EvidenceSource[]> {
    return this.#database.sources.toArray();
  }

  async issues(): Promise<readonly EvidenceIssue[]> {
    return this.#database.issues.toArray();
  }

  /** Bytes of the inflated evidence file. Rejects with the reason where they cannot be had. */
  async readRaw(source: SourceId, offset: number, byteLength: number): Promise<Uint8Array> {
    if (this.#remembered?.source === source) {
      return this.#remembered.bytes.subarray(offset, offset + byteLength);
    }
    const row = await this.#sourceRow(source);
    const bytes = await this.#bytesOf(row);
    const isGzip = row.container === 'gzip';
    if (row.inflatedBytes > maxRemembered) {
      return readRange(bytes, isGzip, offset, offset + byteLength);
    }
    const all = await readRange(bytes, isGzip, 0, row.inflatedBytes);
    this.#remembered = { source, bytes: all };
    return all.subarray(offset, offset + byteLength);
  }

  async verify(source: SourceId): Promise<Verification> {
    try {
      const row = await this.#sourceRow(source);
      const found = await sha256OfSource(await this.#bytesOf(row));
      return found === row.sha256
        ? { kind: 'same', sha256: found }
        : { kind: 'differs', expected: row.sha256, found };
    } catch (error) {
      return { kind: 'gone', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  close(): void {
    this.#database.close();
  }

  async #sourceRow(source: SourceId): Promise<SourceRow> {
    const row = await this.#database.sources.get(source);
    if (row === undefined) throw new Error(`There is no evidence file ${source} in this case.`);
    return row.duplicateOf === undefined ? row : this.#sourceRow(row.duplicateOf);
  }

  async #bytesOf(row: SourceRow): Promise<ByteSource> {
    const holder = row.entry === undefined ? row.id : (row.parent ?? row.id);
    const kept = await this.#database.blobs.get(holder);
    if (kept === undefined) throw new Error(`The bytes of ${row.path} are not kept in this case.`);
    if (row.entry === undefined) return kept.blob;
    const file = await zipFileAt(kept.blob, row.entry);
    if (file === undefined) throw new Error(`${row.path} is no longer in its archive.`);
    return file.source;
  }
}
