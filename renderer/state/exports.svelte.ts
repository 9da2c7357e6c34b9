import { csvColumns, type CsvColumn } from '../core/export/data/csv-columns.ts';
import type { Host } from '../host/host.ts';
import type { Activity } from './activity.svelte.ts';
import type { Exporter, ExportStep, ExportSubject, SavedFile, SaveKind } from './exporter.ts';
import { reasonOf } from './latest.ts';
import type { Notices } from './notices.svelte.ts';

export type { SaveKind } from './exporter.ts';

/** What is being exported. */
export type Export =
  | { readonly phase: 'none' }
  | ({ readonly phase: 'running'; readonly kind: SaveKind } & ExportStep);

/** A file that was written, and what it is of. */
export interface SavedExport {
  readonly kind: SaveKind;
  readonly file: SavedFile;
  readonly subject: ExportSubject;
}

const labels: Readonly<Record<SaveKind, string>> = {
  csv: 'The CSV file',
  pdf: 'The PDF report',
  png: 'The timeline figure',
  svg: 'The timeline figure',
  ledger: 'The import ledger',
  journal: 'The journal',
};

/** The export that is under way: one at a time. */
export class Exports {
  readonly #exporter: Exporter;
  readonly #host: Host;
  readonly #notices: Notices;
  readonly #activity: Activity;
  readonly #subject: () => Omit<ExportSubject, 'columns'>;
  readonly #saved: (saved: SavedExport) => void;
  #current: Export = $state.raw({ phase: 'none' });
  #running = new AbortController();

  constructor(parts: {
    readonly exporter: Exporter;
    readonly host: Host;
    readonly notices: Notices;
    readonly activity: Activity;
    /** The selection as it stands now. */
    readonly subject: () => Omit<ExportSubject, 'columns'>;
    /** Told of every file that was written. */
    readonly saved: (saved: SavedExport) => void;
  }) {
    this.#exporter = parts.exporter;
    this.#host = parts.host;
    this.#notices = parts.notices;
    this.#activity = parts.activity;
    this.#subject = parts.subject;
    this.#saved = parts.saved;
  }

  get current(): Export {
    return this.#current;
  }

  /** Why this kind can't be made here; undefined where it can. */
  whyNot(kind: SaveKind): string | undefined {
    return this.#exporter.whyNot(kind);
  }

  /** Saves the selection, CSV with these columns; says where it went, or why not. */
  async save(kind: SaveKind, columns: readonly CsvColumn[] = csvColumns): Promise<void> {
    if (this.#current.phase === 'running') return;
    this.#running = new AbortController();
    const progress = (step: ExportStep): void => {
      this.#current = { phase: 'running', kind, ...step };
    };
    progress({ doing: `Saving ${kind.toUpperCase()}`, done: 0, inAll: 0 });
    const subject = { ...this.#subject(), columns };
    const work = this.#exporter.save(kind, subject, progress, this.#running.signal);
    try {
      const saved = await this.#activity.track(work);
      if (saved !== undefined) {
        this.#saved({ kind, file: saved, subject });
        this.#tellSaved(kind, saved.path);
      }
    } catch (error) {
      const wayOut =
        'Nothing was left behind. Choose another place, or export a smaller selection.';
      this.#notices.problem({
        thing: `${labels[kind]} was not saved`,
        reason: reasonOf(error),
        wayOut,
      });
    }
    this.#current = { phase: 'none' };
  }

  cancel(): void {
    this.#running.abort();
  }

  #tellSaved(kind: SaveKind, path: string): void {
    this.#notices.done(`${labels[kind]} is saved`, path, {
      label: 'Show in folder',
      run: () => {
        void this.#host.showSaved(path);
      },
    });
  }
}
