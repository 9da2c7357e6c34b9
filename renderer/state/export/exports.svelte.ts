import type { Host, SavedFile, SaveKind } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import type { Activity } from '../app/activity.svelte.ts';
import { exportKinds } from './export-kinds.ts';
import { type ExportOptions, type ExportSubject, usualOptions } from './export-subject.ts';
import type { Exporter, ExportStep } from './exporter.ts';
import { reasonOf } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';

export type { SaveKind } from '../../host/host.ts';

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

/** The export that is under way: one at a time. */
export class Exports {
  readonly #exporter: Exporter;
  readonly #host: Host;
  readonly #notices: Notices;
  readonly #activity: Activity;
  readonly #subject: () => ExportSubject;
  readonly #journal: () => string;
  readonly #isPartial: () => boolean;
  readonly #saved: (saved: SavedExport) => void;
  #current: Export = $state.raw({ phase: 'none' });
  #running = new AbortController();

  constructor(parts: {
    readonly exporter: Exporter;
    readonly host: Host;
    readonly notices: Notices;
    readonly activity: Activity;
    /** The selection as it stands now. */
    readonly subject: () => ExportSubject;
    /** The journal as a file. */
    readonly journal: () => string;
    /** More events may be in the selection than are known yet. */
    readonly isPartial: () => boolean;
    /** Told of every file that was written. */
    readonly saved: (saved: SavedExport) => void;
  }) {
    this.#exporter = parts.exporter;
    this.#host = parts.host;
    this.#notices = parts.notices;
    this.#activity = parts.activity;
    this.#subject = parts.subject;
    this.#journal = parts.journal;
    this.#isPartial = parts.isPartial;
    this.#saved = parts.saved;
  }

  get current(): Export {
    return this.#current;
  }

  /** Why this kind can't be made here; undefined where it can. */
  whyNot(kind: SaveKind): string | undefined {
    return this.#exporter.whyNot(kind);
  }

  /** Saves an export of what stands on the screen; says where it went, or why not. */
  async save(kind: SaveKind, chosen: Partial<ExportOptions> = {}): Promise<void> {
    if (this.#current.phase === 'running') return;
    const { label, of } = exportKinds[kind];
    const what = message(label);
    if (of === 'selection' && this.#isPartial()) {
      const reason = message('search.notWholeYet');
      const wayOut = message('search.notWholeYetWayOut');
      this.#notices.problem({ thing: message('exports.notSaved', { what }), reason, wayOut });
      return;
    }
    this.#running = new AbortController();
    const progress = (step: ExportStep): void => {
      this.#current = { phase: 'running', kind, ...step };
    };
    progress({ doing: message('exports.saving'), done: 0, inAll: 0 });
    const subject = this.#subject();
    const options = { ...usualOptions, ...chosen };
    const order = { kind, subject, options, journal: this.#journal() };
    const work = this.#exporter.save(order, progress, this.#running.signal);
    try {
      const saved = await this.#activity.track(work);
      if (saved !== undefined) {
        this.#saved({ kind, file: saved.file, subject });
        this.#tellSaved(what, saved.file.path);
        if (saved.noManifest !== undefined) this.#tellNoManifest(what, saved.noManifest);
      }
    } catch (error) {
      const thing = message('exports.notSaved', { what });
      const wayOut = message('exports.notSavedWayOut');
      this.#notices.problem({ thing, reason: reasonOf(error), wayOut });
    }
    this.#current = { phase: 'none' };
  }

  cancel(): void {
    this.#running.abort();
  }

  #tellSaved(what: string, path: string): void {
    this.#notices.done(message('exports.saved', { what }), path, {
      label: message('exports.showInFolder'),
      run: () => {
        void this.#host.showSaved(path);
      },
    });
  }

  #tellNoManifest(what: string, reason: string): void {
    this.#notices.problem({
      thing: message('exports.savedAlone', { what }),
      reason,
      wayOut: message('exports.savedAloneWayOut'),
    });
  }
}
