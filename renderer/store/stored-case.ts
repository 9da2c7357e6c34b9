import type { SourceId, Span } from '../core/base/units.ts';
import { archiveFileAt } from '../core/decode/archive.ts';
import type { Streamable } from '../core/decode/byte-source.ts';
import { unwrapped } from '../core/decode/layers.ts';
import { loadBytes } from '../core/decode/load-bytes.ts';
import { readRange, readRanges } from '../core/decode/read-range.ts';
import type { IntegrityCheck } from '../core/integrity/integrity-check.ts';
import type { EvidenceIssue, EvidenceSource } from '../core/source/evidence.ts';
import type { Verification } from '../core/source/verification.ts';
import type { StoredDictionaries, TargetGroupLink } from '../core/table/event-table.ts';
import type { KeyFacts } from '../core/table/key-facts.ts';
import type { PackedColumns } from '../core/table/packed-columns.ts';
import { unpacked } from '../core/source/issue-pack.ts';
import {
  CaseDatabase,
  columnsVersion,
  keptBytes,
  type IssuePackRow,
  type SourceRow,
} from './case-database.ts';
import { Cases } from './cases.ts';
import { readDictionaries } from './dictionaries.ts';

/** Of a quarter of a megabyte each, at most. */
const packsAtOnce = 32;
/** A file up to this size stays in memory inflated, since its neighbours are looked at next. */
const maxRemembered = 64 * 1024 * 1024;

/** A chunk as the query worker takes it. */
interface LoadedChunk {
  readonly id: number;
  readonly columns: PackedColumns;
  readonly links: readonly TargetGroupLink[];
  readonly keyFacts: KeyFacts;
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
    return chunks;
  }

  dictionaries(): Promise<StoredDictionaries> {
    return readDictionaries(this.#database);
  }

  async sourcesAfter(id: SourceId): Promise<readonly EvidenceSource[]> {
    return this.#database.sources.where('id').above(id).toArray();
  }

  /** How many records, and stretches of files, could not be read. */
  async issueCount(): Promise<number> {
    return (await this.#issuePlaces()).reduce((sum, [, length]) => sum + length, 0);
  }

  /** Some of them, by their places among all: in the order of their files, and in a file of theirs. */
  async issues({ start, end }: Span<number>): Promise<readonly EvidenceIssue[]> {
    const wanted: number[] = [];
    let at = 0;
    let base = 0;
    for (const [first, length] of await this.#issuePlaces()) {
      if (at < end && at + length > start) {
        if (wanted.length === 0) base = at;
        wanted.push(first);
      }
      at += length;
    }
    const packs = await this.#database.issuePacks.bulkGet(wanted);
    const found = packs.flatMap((pack) => (pack === undefined ? [] : issuesOf(pack)));
    return found.slice(start - base, end - base);
  }

  /** All of them in that order, some megabytes in memory. */
  async *everyIssue(): AsyncGenerator<EvidenceIssue, undefined> {
    let last = -1;
    for (;;) {
      const next = this.#database.issuePacks.where('first').above(last);
      const packs = await next.limit(packsAtOnce).toArray();
      for (const pack of packs) yield* issuesOf(pack);
      last = packs.at(-1)?.first ?? last;
      if (packs.length < packsAtOnce) return undefined;
    }
  }

  /** Where packs of issues begin and how many they hold, without a look into them. */
  async #issuePlaces(): Promise<readonly (readonly [first: number, length: number])[]> {
    const keys = await this.#database.issuePacks.orderBy('[first+length]').keys();
    return keys as unknown as readonly [number, number][];
  }

  /** What the last check of the evidence found; undefined where there was none. */
  async integrity(): Promise<IntegrityCheck | undefined> {
    return (await this.#database.integrity.get('last'))?.check;
  }

  async hasUnfinishedImport(): Promise<boolean> {
    const last = await this.#database.imports.orderBy('id').last();
    return last !== undefined && last.finished === undefined && last.undone === undefined;
  }

  async hasUndoneImport(): Promise<boolean> {
    return (await this.#database.imports.filter(({ undone }) => undone !== undefined).count()) > 0;
  }

  /** Bytes of the inflated evidence file. Rejects with the reason where they cannot be had. */
  async readRaw(source: SourceId, offset: number, byteLength: number): Promise<Uint8Array> {
    const [bytes = new Uint8Array()] = await this.readRecords(source, [
      { start: offset, end: offset + byteLength },
    ]);
    return bytes;
  }

  /** Several stretches of one, in the order of their starts, in one reading of it. */
  async readRecords(
    source: SourceId,
    ranges: readonly Span<number>[],
  ): Promise<readonly Uint8Array[]> {
    if (this.#remembered?.source !== source) {
      const row = await this.#sourceRow(source);
      const content = unwrapped(await this.#bytesOf(row), row.layers);
      if (row.inflatedBytes > maxRemembered) return readRanges(content, ranges);
      this.#remembered = { source, bytes: await readRange(content, 0, row.inflatedBytes) };
    }
    const { bytes } = this.#remembered;
    return ranges.map(({ start, end }) => bytes.subarray(start, end));
  }

  async verify(source: SourceId): Promise<Verification> {
    try {
      const row = await this.#sourceRow(source);
      const { sha256 } = await loadBytes(await this.#bytesOf(row));
      return sha256 === row.sha256
        ? { kind: 'same', sha256 }
        : { kind: 'differs', expected: row.sha256, found: sha256 };
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

  /** The bytes of a file as found: kept by themselves, or in the archive that is kept. */
  async #bytesOf(row: SourceRow): Promise<Streamable> {
    if (row.entry === undefined || row.parent === undefined) {
      const kept = await keptBytes(this.#database, row);
      if (kept === undefined)
        throw new Error(`The bytes of ${row.path} are not kept in this case.`);
      return kept;
    }
    const archive = await this.#sourceRow(row.parent);
    const kind = archive.layers.find((layer) => layer === 'zip' || layer === 'tar');
    const content = unwrapped(await this.#bytesOf(archive), archive.layers);
    const file = kind && (await archiveFileAt(kind, content, row.entry));
    if (file === undefined) throw new Error(`${row.path} is no longer in its archive.`);
    return file.source;
  }
}

function issuesOf(pack: IssuePackRow): readonly EvidenceIssue[] {
  return unpacked(pack).map((issue) => ({ source: pack.source, ...issue }));
}
