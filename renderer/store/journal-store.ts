import type { JournalEntry, JournalHead, JournalRow } from '../core/journal/journal-entry.ts';
import { CaseDatabase } from './case-database.ts';
import { Cases } from './cases.ts';
import { readEntry } from './journal-schema.ts';
import { storeFailure } from './store-failure.ts';

/** A journal as it is stored. */
export interface StoredJournal {
  readonly rows: readonly JournalRow[];
  /** The head that the list of cases noted last: the journal goes at least so far. */
  readonly known: JournalHead | undefined;
}

/** Reads and continues the journal of one case. */
export class JournalStore {
  readonly #caseId: string;
  readonly #database: CaseDatabase;
  readonly #catalogue = new Cases();
  #isClosed = false;

  constructor(caseId: string) {
    this.#caseId = caseId;
    // What was reported as saved is on the disk, also after a power cut.
    this.#database = new CaseDatabase(caseId, 'strict');
  }

  async read(): Promise<StoredJournal> {
    const [rows, known] = await Promise.all([
      this.#database.journal.orderBy('number').toArray(),
      this.#catalogue.journalHead(this.#caseId),
    ]);
    return { rows, known };
  }

  /**
   * Adds a row. Rejects in words: the disk is full, the database is closed, or its number is taken since
   * another window wrote meanwhile.
   */
  async append(row: JournalRow): Promise<void> {
    try {
      await this.#database.journal.add(row);
    } catch (error) {
      throw new Error(storeFailure(error, ''), { cause: error });
    }
    const { number, hash } = row;
    await this.#catalogue.note(this.#caseId, { journal: { number, hash } });
  }

  /** The entry in a row's text; undefined where this version can't read it. */
  entryOf({ text }: JournalRow): JournalEntry | undefined {
    return readEntry(text);
  }

  /** Calls back where the database is closed from outside, as when its data is removed. */
  onLost(listener: () => void): void {
    // It tells of being closed by its owner too.
    this.#database.on('close', () => {
      if (!this.#isClosed) listener();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#database.close();
  }
}
