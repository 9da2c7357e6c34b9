import type { CaseFacts, CaseFileTable } from '../core/case-file/case-facts.ts';
import { CaseDatabase, packOfOldIssue, type OldIssueRow } from './case-database.ts';
import { rowFault } from './case-rows.ts';
import { Cases } from './cases.ts';

/** Rows read or written at once. */
const rowsAtOnce = 500;
/** Tables whose rows are long, one of them megabytes. */
const longRows: ReadonlySet<string> = new Set(['chunks', 'hashes', 'terms', 'blobs', 'issuePacks']);

/** A stored row, and its key among those of its table. */
export interface KeyedRow {
  readonly key: number | string;
  readonly row: object;
}

/** Everything that a case's database holds, as it goes into a case file. */
export class StoredTables {
  readonly #database: CaseDatabase;

  constructor(caseId: string) {
    this.#database = new CaseDatabase(caseId);
  }

  /** All tables with their numbers of rows, in the order of their names. */
  async tables(): Promise<readonly CaseFileTable[]> {
    const tables = this.#database.tables.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    return Promise.all(
      tables.map(async (table) => ({ name: table.name, rows: await table.count() })),
    );
  }

  /** Bytes of evidence that are kept. A look at each Blob's size, none at its bytes. */
  async evidenceBytes(): Promise<number> {
    let bytes = 0;
    for await (const { row } of this.rows('blobs')) {
      if ('blob' in row && row.blob instanceof Blob) bytes += row.blob.size;
    }
    return bytes;
  }

  /** The rows of a table in the order of their keys, a batch of them in memory. */
  async *rows(name: string): AsyncGenerator<KeyedRow> {
    const table = this.#database.table<object, number | string>(name);
    const keyPath = String(table.schema.primKey.keyPath);
    const atOnce = longRows.has(name) ? 1 : rowsAtOnce;
    let after: number | string | undefined;
    for (;;) {
      const left = after === undefined ? table.orderBy(keyPath) : table.where(keyPath).above(after);
      const rows = await left.limit(atOnce).toArray();
      for (const row of rows) {
        const key: unknown = Object.entries(row).find(([member]) => member === keyPath)?.[1];
        if (typeof key !== 'number' && typeof key !== 'string')
          throw new Error(`${name} has no key`);
        after = key;
        yield { key, row };
      }
      if (rows.length < atOnce) return;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** A case that is read from a case file, into a database of its own. No case until it is settled. */
export class ArrivingCase {
  readonly #caseId: string;
  readonly #database: CaseDatabase;
  readonly #cases = new Cases();
  #table = '';
  #waiting: object[] = [];

  private constructor(caseId: string) {
    this.#caseId = caseId;
    this.#database = new CaseDatabase(caseId);
  }

  /** Makes the case's empty database; `facts` are those that the file has. */
  static async begin(caseId: string, facts: CaseFacts): Promise<ArrivingCase> {
    await new Cases().arrive(caseId, facts);
    return new ArrivingCase(caseId);
  }

  /** Adds a row as it is. Rejects with a sentence where it is none of this table's. */
  async add(table: string, row: object): Promise<void> {
    const fault = rowFault(table, row);
    if (fault !== undefined) throw new Error(fault);
    if (table === 'issues') return this.#put('issuePacks', packOfOldIssue(row as OldIssueRow));
    return this.#put(table, row);
  }

  async #put(table: string, row: object): Promise<void> {
    if (table !== this.#table) await this.#flush();
    this.#table = table;
    this.#waiting.push(row);
    if (this.#waiting.length >= (longRows.has(table) ? 1 : rowsAtOnce)) await this.#flush();
  }

  /** Everything is there: from now on it is a case like any other. */
  async settle(): Promise<void> {
    await this.#flush();
    this.#database.close();
    await this.#cases.note(this.#caseId, { arriving: false });
  }

  /** Leaves nothing of it. */
  async drop(): Promise<void> {
    this.#database.close();
    await this.#cases.remove(this.#caseId);
  }

  async #flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length > 0) await this.#database.table(this.#table).bulkAdd(rows);
  }
}
