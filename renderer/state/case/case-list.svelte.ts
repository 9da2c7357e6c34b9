import type { EpochMs } from '../../core/base/units.ts';
import type { LanesView } from '../../core/layout/lane-rows.ts';
import { message } from '../../messages/message.svelte.ts';
import { reasonOf } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';

/** A case as the list of cases knows it. */
export interface CaseInfo {
  readonly id: string;
  readonly name: string;
  readonly created: EpochMs;
  readonly opened: EpochMs;
  /** Of the last time it was open. */
  readonly events: number;
  readonly files: number;
  /** Bytes of evidence kept in it. */
  readonly bytes: number;
  /** How its lanes were arranged; undefined: as they come. */
  readonly lanesView?: LanesView | undefined;
}

/** What the list of cases is told of a case. */
export type CaseNote = Partial<
  Pick<CaseInfo, 'opened' | 'events' | 'files' | 'bytes' | 'lanesView'>
>;

/** An act of importing that stands. */
export interface ImportAct {
  readonly id: number;
  readonly started: EpochMs;
  /** Undefined where it did not come to its end. */
  readonly finished: EpochMs | undefined;
}

/** Where cases are kept. */
export interface CaseStore {
  /** Last opened first. */
  list(): Promise<readonly CaseInfo[]>;
  create(name: string): Promise<CaseInfo>;
  rename(id: string, name: string): Promise<void>;
  /** Notes that the case was opened, and what it holds. */
  note(id: string, what: CaseNote): Promise<void>;
  remove(id: string): Promise<void>;
  /** Drops what was left of cases that did not come to their end out of their files. */
  removeArriving(): Promise<void>;
  importsInto(id: string): Promise<readonly ImportAct[]>;
  /** Takes imports back out, with their events, evidence and lines of the ledger. */
  undoImports(id: string, importIds: readonly number[]): Promise<void>;
}

/** The cases on this machine. */
export class CaseList {
  readonly #store: CaseStore;
  readonly #notices: Notices;
  #cases: readonly CaseInfo[] = $state.raw([]);
  #loaded = $state(false);

  constructor(store: CaseStore, notices: Notices) {
    this.#store = store;
    this.#notices = notices;
  }

  /** Last opened first. */
  get cases(): readonly CaseInfo[] {
    return this.#cases;
  }

  /** The list was read once: an empty one means that there are no cases. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Drops the leavings of case files that were not read to their end. */
  async removeArriving(): Promise<void> {
    try {
      await this.#store.removeArriving();
    } catch (error) {
      this.#failed(message('cases.leavingsStay'), error);
    }
  }

  async load(): Promise<void> {
    try {
      this.#cases = await this.#store.list();
    } catch (error) {
      this.#failed(message('cases.notListed'), error);
    }
    this.#loaded = true;
  }

  /** The new case; undefined where it could not be made. */
  async create(name: string): Promise<CaseInfo | undefined> {
    try {
      const made = await this.#store.create(name);
      this.#cases = [made, ...this.#cases];
      return made;
    } catch (error) {
      this.#failed(message('cases.notCreated', { name }), error);
      return undefined;
    }
  }

  async rename(id: string, name: string): Promise<void> {
    try {
      await this.#store.rename(id, name);
    } catch (error) {
      this.#failed(message('cases.notRenamed', { name }), error);
    }
    await this.load();
  }

  async note(id: string, what: CaseNote): Promise<void> {
    try {
      await this.#store.note(id, what);
    } catch (error) {
      this.#failed(message('cases.notNoted'), error);
    }
    await this.load();
  }

  async remove(id: string): Promise<boolean> {
    try {
      await this.#store.remove(id);
    } catch (error) {
      this.#failed(message('cases.notDeleted'), error);
      return false;
    }
    await this.load();
    return true;
  }

  /** False where nothing was undone. */
  async undoImports(id: string, importIds: readonly number[]): Promise<boolean> {
    try {
      await this.#store.undoImports(id, importIds);
    } catch (error) {
      this.#failed(message('intake.notUndone'), error);
      return false;
    }
    return true;
  }

  #failed(thing: string, error: unknown): void {
    const wayOut = message('cases.wayOut');
    this.#notices.problem({ thing, reason: reasonOf(error), wayOut });
  }
}
