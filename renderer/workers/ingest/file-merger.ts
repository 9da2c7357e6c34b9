import type { SourceId } from '../../core/base/units.ts';
import { layersInWords } from '../../core/decode/layers.ts';
import type { ImportSums, OwedRecords, Verdict } from '../../core/source/evidence.ts';
import { ColumnBuilder } from '../../core/table/column-builder.ts';
import { flag, storedTextColumns, type EventColumns } from '../../core/table/columns.ts';
import type { BuiltEvents } from '../../core/table/event-builder.ts';
import { KeyFactList, keyFactsOf, type KeyFact } from '../../core/table/key-facts.ts';
import { addSource, noSums } from '../../core/source/sum-sources.ts';
import { SeenEvents } from '../../core/table/seen-events.ts';
import type { TargetGroupLink } from '../../core/table/event-table.ts';
import type { SourceRow } from '../../store/case-database.ts';
import type { Batch, CaseState, SourceIssues } from '../../store/case-writer.ts';
import type { DecodedFile } from '../decode/decode.ts';
import { KeptFiles } from './kept-files.ts';

/** Translates one decoding worker's text ids, column by column: `ids[its]` is the case's. */
export type WorkerIds = number[][];

/** The ids of a decoding worker that has sent nothing yet. */
export function noIds(): WorkerIds {
  return storedTextColumns.map(() => [0]);
}

/** What a second copy of a file takes over: whole rows of half a million files would be too much. */
type KnownFile = Pick<
  SourceRow,
  'id' | 'importId' | 'path' | 'read' | 'kept' | 'duplicate' | 'rejected' | 'owed'
>;

/** The column `account` among the stored ones: part of what tells events apart. */
const accountColumn = storedTextColumns.indexOf('account');
const keyColumn = storedTextColumns.indexOf('accessKey');
const identityColumn = storedTextColumns.indexOf('identity');
const resourceColumn = storedTextColumns.indexOf('resource');

/**
 * Brings the files of all decoding workers together: one numbering of texts and sources, no event
 * twice, and everything since the last {@link takeBatch} ready to be stored at once.
 */
export class FileMerger {
  readonly #importId: number;
  readonly #terms: { readonly ids: Map<string, number>; stored: number; fresh: string[] }[];
  readonly #seen: SeenEvents;
  /** Earlier imports, each with the number of the event after its last among those seen. */
  readonly #earlier: { readonly importId: number; readonly end: number }[] = [];
  /** The file with these bytes that counts; later ones are duplicates of it. */
  readonly #bySha256 = new Map<string, KnownFile>();
  #nextSource: SourceId;
  #columns = new ColumnBuilder();
  #sources: SourceRow[] = [];
  readonly #kept = new KeptFiles();
  #issues: SourceIssues[] = [];
  #links: TargetGroupLink[] = [];
  readonly #keyFacts = new KeyFactList();
  #sums: ImportSums = noSums;

  constructor(state: CaseState, importId: number) {
    this.#importId = importId;
    this.#seen = new SeenEvents(state.hashKey);
    this.#terms = storedTextColumns.map((column) => {
      const texts = state.dictionaries[column];
      return {
        ids: new Map(texts.map((text, id) => [text, id])),
        stored: texts.length,
        fresh: [],
      };
    });
    const importOf = new Map(state.sources.map((source) => [source.id, source.importId]));
    for (const columns of state.chunks) {
      this.#remember(columns);
      const importOfChunk = importOf.get(columns.source[0] ?? 0) ?? 0;
      this.#earlier.push({ importId: importOfChunk, end: this.#seen.count });
    }
    for (const source of state.sources) this.#noteBytes(source);
    this.#nextSource = state.sources.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  }

  get sums(): ImportSums {
    return this.#sums;
  }

  /** Events waiting to be stored. */
  get waitingEvents(): number {
    return this.#columns.length;
  }

  get waitingFiles(): number {
    return this.#sources.length;
  }

  /**
   * Takes a file in. `parent` is the archive it lies in; answers the file's number, or for a second
   * copy of an archive the number of the first, which is where its bytes are.
   */
  merge(file: DecodedFile, ids: WorkerIds, parent: SourceId | undefined): SourceId {
    this.learnTexts(file, ids);
    const id = this.#nextSource++;
    const known = file.sha256 === '' ? undefined : this.#bySha256.get(file.sha256);
    const row =
      known === undefined
        ? this.#mergeNew(file, ids, id, parent)
        : duplicateRow(file, id, parent, this.#importId, known);
    this.#sources.push(row);
    this.#sums = addSource(this.#sums, row);
    return known !== undefined && file.outcome === 'archive' ? known.id : id;
  }

  /** Everything gathered since the last time. */
  takeBatch(): Batch {
    const terms = storedTextColumns.flatMap((column, place) => {
      const term = this.#terms[place];
      if (term === undefined || term.fresh.length === 0) return [];
      const texts = term.fresh;
      const first = term.stored;
      term.fresh = [];
      term.stored += texts.length;
      return [{ column, first, texts }];
    });
    const batch = {
      sources: this.#sources,
      blobs: this.#kept.take(),
      columns: this.#columns.take(),
      links: this.#links,
      keyFacts: this.#keyFacts.take(),
      terms,
      issues: this.#issues,
    };
    this.#sources = [];
    this.#issues = [];
    this.#links = [];
    return batch;
  }

  #mergeNew(
    file: DecodedFile,
    ids: WorkerIds,
    id: SourceId,
    parent: SourceId | undefined,
  ): SourceRow {
    const before = this.#columns.length;
    const { elb, owed } =
      file.built === undefined ? { elb: 0, owed: [] } : this.#mergeEvents(file.built, ids, id);
    const kept = this.#columns.length - before;
    const resource = ids[resourceColumn];
    for (const { time, targetGroup, loadBalancer } of file.built?.links ?? []) {
      this.#links.push({
        time,
        targetGroup: resource?.[targetGroup] ?? 0,
        loadBalancer: resource?.[loadBalancer] ?? 0,
      });
    }
    for (const pack of file.issues) this.#issues.push({ source: id, ...pack });
    const verdict = verdictOf(file);
    const isKept = verdict !== 'skipped' && parent === undefined;
    const row = {
      ...rowOf(file, id, parent, this.#importId),
      verdict,
      pack:
        isKept && file.blob !== undefined ? this.#kept.add(id, file.blob, file.bytes) : undefined,
      kept,
      duplicate: file.read - file.rejected - kept,
      owed,
      elb,
    };
    this.#noteBytes(row);
    return row;
  }

  /**
   * Keeps the events that are new; answers how many of them are of Elastic Load Balancing, and
   * how many were not new to the case.
   */
  #mergeEvents(
    { columns, keyFacts }: BuiltEvents,
    ids: WorkerIds,
    source: SourceId,
  ): { readonly elb: number; readonly owed: readonly OwedRecords[] } {
    const owed = new Map<number, number>();
    const accounts = ids[accountColumn];
    const facts = keyFactsOf(keyFacts);
    let fact = facts.next();
    let elb = 0;
    const before = this.#columns.length;
    const rows = new Uint32Array(columns.length);
    const otherContents: number[] = [];
    let kept = 0;
    for (let row = 0; row < columns.length; row++) {
      const flags = columns.flags[row] ?? 0;
      const account = accounts?.[columns.text.account[row] ?? 0] ?? 0;
      const seen = (flags & flag.idMissing) !== 0 ? 'new' : this.#seen.note(columns, row, account);
      const isNew = seen !== 'same';
      for (; fact.done !== true && fact.value.event === row; fact = facts.next()) {
        if (isNew) this.#mergeKeyFact(fact.value, before + kept, ids);
      }
      if (!isNew) {
        const creditor = this.#importOf(this.#seen.lastSame);
        if (creditor !== undefined) owed.set(creditor, (owed.get(creditor) ?? 0) + 1);
        continue;
      }
      if (seen === 'other') otherContents.push(before + kept);
      rows[kept++] = row;
      if ((flags & flag.elb) !== 0) elb++;
    }
    this.#columns.copy(columns, rows.subarray(0, kept), ids, source);
    for (const event of otherContents) this.#columns.addFlags(event, flag.sameIdOtherContent);
    return { elb, owed: [...owed].map(([importId, records]) => ({ importId, records })) };
  }

  /** The earlier import that keeps the event of this number; undefined where it is this one. */
  #importOf(seen: number): number | undefined {
    if (seen >= (this.#earlier.at(-1)?.end ?? 0)) return undefined;
    return this.#earlier.find(({ end }) => seen < end)?.importId;
  }

  #mergeKeyFact(fact: KeyFact, event: number, ids: WorkerIds): void {
    this.#keyFacts.add({
      ...fact,
      event,
      key: ids[keyColumn]?.[fact.key] ?? 0,
      identity: ids[identityColumn]?.[fact.identity] ?? 0,
      sourceIdentity: ids[identityColumn]?.[fact.sourceIdentity] ?? 0,
    });
  }

  /** Takes up the texts that the file's reader had not met before: later files of it use them too. */
  learnTexts({ built }: DecodedFile, ids: WorkerIds): void {
    for (const { column, texts } of built?.newTexts ?? []) {
      const place = storedTextColumns.indexOf(column);
      const term = this.#terms[place];
      const known = ids[place];
      if (term === undefined || known === undefined) continue;
      for (const text of texts) {
        let id = term.ids.get(text);
        if (id === undefined) {
          id = term.ids.size;
          term.ids.set(text, id);
          term.fresh.push(text);
        }
        known.push(id);
      }
    }
  }

  #remember(columns: EventColumns): void {
    for (let row = 0; row < columns.length; row++) {
      const known = ((columns.flags[row] ?? 0) & flag.idMissing) === 0;
      if (known) this.#seen.note(columns, row, columns.text.account[row] ?? 0);
    }
  }

  #noteBytes(source: SourceRow): void {
    if (source.sha256 === '' || source.verdict === 'duplicate') return;
    if (source.verdict === 'skipped' || source.verdict === 'unreadable') return;
    if (this.#bySha256.has(source.sha256)) return;
    const { id, importId, path, read, kept, duplicate, rejected, owed } = source;
    const known = { id, importId, path, read, kept, duplicate, rejected, owed };
    this.#bySha256.set(source.sha256, known);
  }
}

function verdictOf(file: DecodedFile): Verdict {
  switch (file.outcome) {
    case 'archive':
    case 'skipped':
    case 'unreadable':
      return file.outcome;
    case 'events':
      return file.issues.length > 0 ? 'partly' : 'imported';
  }
}

function rowOf(
  file: DecodedFile,
  id: SourceId,
  parent: SourceId | undefined,
  importId: number,
): SourceRow {
  return {
    id,
    parent,
    importId,
    name: file.name,
    path: file.path,
    entry: file.entry,
    layers: file.layers,
    pack: undefined,
    container: layersInWords(file.layers),
    shape: file.shape,
    lacks: file.lacks,
    bytes: file.bytes,
    inflatedBytes: file.inflatedBytes,
    sha256: file.sha256,
    modified: file.modified,
    object: file.object,
    query: file.query,
    verdict: 'skipped',
    reason: file.reason,
    duplicateOf: undefined,
    read: file.read,
    kept: 0,
    duplicate: 0,
    owed: [],
    rejected: file.rejected,
    elb: 0,
    span: file.span,
  };
}

/** The same bytes again: every record that was kept then is a duplicate now. */
function duplicateRow(
  file: DecodedFile,
  id: SourceId,
  parent: SourceId | undefined,
  importId: number,
  known: KnownFile,
): SourceRow {
  return {
    ...rowOf(file, id, parent, importId),
    verdict: 'duplicate',
    reason: `the same bytes as ${known.path}`,
    duplicateOf: known.id,
    read: known.read,
    kept: 0,
    duplicate: known.kept + known.duplicate,
    owed: owedOf(known, importId),
    rejected: known.rejected,
  };
}

/** To whom a copy of this file owes its records: to the file's own import, and its creditors. */
function owedOf(known: KnownFile, importId: number): readonly OwedRecords[] {
  const elsewhere = known.owed.reduce((sum, { records }) => sum + records, 0);
  const own = { importId: known.importId, records: known.kept + known.duplicate - elsewhere };
  return known.importId === importId ? known.owed : [...known.owed, own];
}
