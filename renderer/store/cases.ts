import Dexie, { type EntityTable } from 'dexie';
import type { CaseFacts } from '../core/case-file/case-facts.ts';
import type { LanesView } from '../core/layout/lane-rows.ts';
import type { JournalHead } from '../core/journal/journal-entry.ts';
import { databaseName } from './case-database.ts';
import { importsInto, undoImports, type ImportAct } from './import-acts.ts';

/** A case in the list of cases. Times in milliseconds since 1970. */
export interface CaseRow {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly opened: number;
  /** Of the last import. */
  readonly events: number;
  readonly files: number;
  /** Bytes of evidence kept in it. */
  readonly bytes: number;
  /** How its lanes were arranged; undefined: as they come. */
  readonly lanesView?: LanesView | undefined;
  /** The end of its journal, kept apart from it so that a cut is seen. */
  readonly journal?: JournalHead;
  /** Set while it is read from a case file: it is no case yet. */
  readonly arriving?: boolean;
}

class Catalogue extends Dexie {
  declare readonly cases: EntityTable<CaseRow, 'id'>;

  constructor() {
    // A case that was made, or taken from a file, is there after a power cut too.
    super('trailwitness', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ cases: 'id, opened' });
  }
}

/** The cases on this machine. */
export class Cases {
  readonly #catalogue = new Catalogue();

  /** All cases, the one opened last first. */
  async list(): Promise<readonly CaseRow[]> {
    const rows = await this.#catalogue.cases.orderBy('opened').reverse().toArray();
    return rows.filter(({ arriving }) => arriving !== true);
  }

  /** Notes that a case is being read from a case file: {@link note} `arriving: false` ends that. */
  async arrive(id: string, facts: CaseFacts): Promise<void> {
    const { name, created, lanesView, journal } = facts;
    await this.#catalogue.cases.add({
      ...{ id, name, created, opened: Date.now(), events: 0, files: 0, bytes: 0, arriving: true },
      ...(lanesView && { lanesView }),
      ...(journal && { journal }),
    });
  }

  /** Drops what was left of cases that did not come to their end out of their files. */
  async removeArriving(): Promise<void> {
    const rows = await this.#catalogue.cases.toArray();
    for (const { id, arriving } of rows) if (arriving === true) await this.remove(id);
  }

  /** What a case file says of a case; undefined where there is no such case. */
  async facts(id: string): Promise<CaseFacts | undefined> {
    const row = await this.#catalogue.cases.get(id);
    if (row === undefined) return undefined;
    const { name, created, lanesView, journal } = row;
    return { name, created, lanesView, journal };
  }

  async create(name: string): Promise<CaseRow> {
    const now = Date.now();
    const made = {
      id: crypto.randomUUID(),
      name,
      created: now,
      opened: now,
      events: 0,
      files: 0,
      bytes: 0,
    };
    await this.#catalogue.cases.add(made);
    return made;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#catalogue.cases.update(id, { name });
  }

  /** Notes that a case was opened now, or what it holds. */
  async note(id: string, what: Partial<Omit<CaseRow, 'id' | 'created'>>): Promise<void> {
    await this.#catalogue.cases.update(id, what);
  }

  /** The imports into a case that were not undone, in their order. */
  async importsInto(id: string): Promise<readonly ImportAct[]> {
    return importsInto(id);
  }

  /** Takes imports back out of a case. None may be running into it. */
  async undoImports(id: string, importIds: readonly number[]): Promise<void> {
    return undoImports(id, importIds);
  }

  /** The end of a case's journal as noted last; undefined where it has none yet. */
  async journalHead(id: string): Promise<JournalHead | undefined> {
    return (await this.#catalogue.cases.get(id))?.journal;
  }

  /** Drops the case with everything in it. The workers must have closed it. */
  async remove(id: string): Promise<void> {
    await Dexie.delete(databaseName(id));
    await this.#catalogue.cases.delete(id);
  }
}
