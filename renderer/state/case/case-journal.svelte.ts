import { formatIso } from '../../core/base/zoned-time.ts';
import type { EpochMs } from '../../core/base/units.ts';
import { noNotes, withEntry, type CaseNotes } from '../../core/journal/case-notes.ts';
import {
  isChange,
  reversed,
  type Change,
  type JournalAct,
} from '../../core/journal/journal-act.ts';
import {
  emptyJournal,
  sealEntry,
  type JournalEntry,
  type JournalHead,
  type JournalRow,
} from '../../core/journal/journal-entry.ts';
import { verifyJournal, type JournalFault } from '../../core/journal/verify-journal.ts';
import { message } from '../../messages/message.svelte.ts';
import type { Activity } from '../app/activity.svelte.ts';
import type { CaseInfo } from './case-list.svelte.ts';
import { reasonOf } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';

/** Where one case's journal is kept. */
export interface JournalPort {
  read(): Promise<{
    readonly rows: readonly JournalRow[];
    /** The journal goes at least so far. */
    readonly known: JournalHead | undefined;
  }>;
  /** Adds a row for good. */
  append(row: JournalRow): Promise<void>;
  /** Undefined where this version can't read it. */
  entryOf(row: JournalRow): JournalEntry | undefined;
  /** Calls back where it can be neither read nor written any more. */
  onLost(listener: () => void): void;
  close(): void;
}

/** What an entry says besides who, when and where. */
type MadeEntry = Pick<JournalEntry, 'act' | 'undoes' | 'redoes'>;

interface Parts {
  readonly open: (caseId: string) => JournalPort;
  readonly query: QueryPort;
  readonly notices: Notices;
  readonly activity: Activity;
  /** Of the app. */
  readonly version: () => Promise<string>;
  readonly zone: () => string;
  /** The investigator's name, as given. */
  readonly user: () => string;
  readonly now?: () => EpochMs;
}

/**
 * The journal of the open case, and what it adds up to. Everything that the investigator does to the
 * case is an entry, saved before it shows; taking something back is one more entry.
 */
export class CaseJournal {
  readonly #parts: Parts;
  #port: JournalPort | undefined;
  #rows: readonly JournalRow[] = $state.raw([]);
  #entries: readonly JournalEntry[] = $state.raw([]);
  #notes: CaseNotes = $state.raw(noNotes);
  #faults: readonly JournalFault[] = $state.raw([]);
  readonly #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get rows(): readonly JournalRow[] {
    return this.#rows;
  }

  /** What this version can read of the rows, first to last. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get notes(): CaseNotes {
    return this.#notes;
  }

  /** Where the chain did not hold when the case was opened. */
  get faults(): readonly JournalFault[] {
    return this.#faults;
  }

  /** The change that is taken back next. */
  get nextUndo(): Change | undefined {
    return changeOf(this.#notes.undo.at(-1));
  }

  get nextRedo(): Change | undefined {
    return changeOf(this.#notes.redo.at(-1));
  }

  /** Calls back when there is another journal, or one more entry. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Reads and checks a case's journal; begins it where there is none. */
  async open(info: CaseInfo): Promise<void> {
    this.close();
    const port = this.#parts.open(info.id);
    this.#port = port;
    port.onLost(() => {
      if (this.#port === port) this.#tellLost();
    });
    const isRead = await this.#inTurn(message('journal.notRead'), async () => {
      const { rows, known } = await port.read();
      if (this.#port !== port) return;
      this.#take(rows);
      this.#faults = verifyJournal(rows, known);
      if (this.#faults.length > 0) this.#tellFaults();
    });
    // Begun where there is one that can't be read, it would be another journal.
    if (!isRead || this.#port !== port) return;
    const begin = { kind: 'case created', name: info.name, created: info.created } as const;
    if (this.#rows.length === 0 && this.#faults.length === 0) await this.record(begin);
    await this.noteImports();
  }

  close(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#take([]);
    this.#faults = [];
  }

  /** Adds an entry. Answers whether it is saved; where it is not, says so. */
  record(act: JournalAct): Promise<boolean> {
    return this.recordNext(() => ({ act }));
  }

  /**
   * The same for an act that rests on the entries before it, and so is made when its turn comes: of
   * two changes asked for at the same moment none is lost. Undefined: there is nothing to do.
   */
  recordNext(make: () => MadeEntry | undefined): Promise<boolean> {
    const port = this.#port;
    return this.#inTurn(message('journal.notSaved'), async () => {
      if (port === undefined || this.#port !== port) return;
      const made = make();
      if (made === undefined) return;
      const { zone, user, now = Date.now, version } = this.#parts;
      const at = formatIso(now(), zone());
      const head = this.#rows.at(-1) ?? emptyJournal;
      const app = await version();
      const row = sealEntry(head, { at, zone: zone(), user: user(), app, ...made });
      await port.append(row);
      if (this.#port !== port) return;
      this.#add(row, port.entryOf(row));
    });
  }

  /** Writes down the imports that the journal does not know of yet, such as one that was cut short. */
  async noteImports(): Promise<void> {
    const port = this.#port;
    const { query, activity } = this.#parts;
    const imports = await activity.track(query.ask('imports', {})).catch(() => []);
    if (port === undefined || this.#port !== port) return;
    const known = new Set(
      this.#entries.flatMap(({ act }) => (act.kind === 'evidence added' ? [act.importId] : [])),
    );
    for (const one of imports) if (!known.has(one.importId)) await this.record(one);
  }

  /** Takes the last change back that was not taken back yet. */
  undo(): Promise<boolean> {
    return this.recordNext(() => {
      const entry = this.#notes.undo.at(-1);
      const change = changeOf(entry);
      if (entry === undefined || change === undefined) return undefined;
      return { act: reversed(change), undoes: entry.number };
    });
  }

  /** Makes the change again that was taken back last. */
  redo(): Promise<boolean> {
    return this.recordNext(() => {
      const entry = this.#notes.redo.at(-1);
      const change = changeOf(entry);
      if (entry === undefined || change === undefined) return undefined;
      return { act: change, redoes: entry.number };
    });
  }

  /** One after another, since each entry names the one before. Answers whether it came to its end. */
  #inTurn(thing: string, step: () => Promise<void>): Promise<boolean> {
    const { activity, notices } = this.#parts;
    const done = this.#queue.then(step).then(
      () => true,
      (error: unknown) => {
        const wayOut = message('journal.notSavedWayOut');
        notices.problem({ thing, reason: reasonOf(error), wayOut });
        return false;
      },
    );
    this.#queue = done;
    return activity.track(done);
  }

  #take(rows: readonly JournalRow[]): void {
    const entries = rows.flatMap((row) => this.#port?.entryOf(row) ?? []);
    this.#rows = rows;
    this.#entries = entries;
    this.#notes = entries.reduce(withEntry, noNotes);
    for (const listener of this.#listeners) listener();
  }

  #add(row: JournalRow, entry: JournalEntry | undefined): void {
    this.#rows = [...this.#rows, row];
    if (entry === undefined) return;
    this.#entries = [...this.#entries, entry];
    this.#notes = withEntry(this.#notes, entry);
    for (const listener of this.#listeners) listener();
  }

  #tellLost(): void {
    this.#parts.notices.problem({
      thing: message('journal.lost'),
      reason: message('journal.lostReason'),
      wayOut: message('journal.lostWayOut'),
    });
  }

  #tellFaults(): void {
    this.#parts.notices.problem({
      thing: message('journal.altered'),
      reason: this.#faults[0]?.reason ?? '',
      wayOut: message('journal.alteredWayOut'),
    });
  }
}

function changeOf(entry: JournalEntry | undefined): Change | undefined {
  return entry !== undefined && isChange(entry.act) ? entry.act : undefined;
}
