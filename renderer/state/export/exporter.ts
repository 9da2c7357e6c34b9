import type { EpochMs } from '../../core/base/units.ts';
import type { ExportFile } from '../../core/export/data/export-file.ts';
import type { ReportModel } from '../../core/export/report/report-model.ts';
import type { Host, OpenSave, SavedFile, SaveKind } from '../../host/host.ts';
import type { PlainKey } from '../../messages/message-key.ts';
import { message } from '../../messages/message.svelte.ts';
import { isReport, nameFor } from './export-kinds.ts';
import { dataFile, type ExportOptions, type ExportSubject } from './export-subject.ts';
import { reasonOf } from '../latest.ts';
import { manifestText } from './manifest.ts';
import type { QueryPort } from '../query-port.ts';

/** Draws the report and its figure. */
export interface ReportPainter {
  /** A whole HTML page that needs nothing else. */
  html(model: ReportModel, subject: ExportSubject, options: ExportOptions): Promise<string>;
  /** The timeline figure as an SVG document. */
  figure(model: ReportModel, subject: ExportSubject): string;
  /** The SVG document as PNG bytes. */
  rasterise(svg: string): Promise<Uint8Array>;
}

/** What an export is at, and how far, in rows where it has rows; 0 of 0 where it has none. */
export interface ExportStep {
  readonly doing: string;
  readonly done: number;
  readonly inAll: number;
}

export type ExportProgress = (step: ExportStep) => void;

/** One export: what it is, of what, and how. */
export interface ExportOrder {
  readonly kind: SaveKind;
  readonly subject: ExportSubject;
  readonly options: ExportOptions;
  /** The journal as a file (see `journalLines`); of a journal only. */
  readonly journal?: string;
}

/** What was written. */
export interface Exported {
  readonly file: SavedFile;
  /** Why the manifest beside it could not be written; undefined where it is there. */
  readonly noManifest: string | undefined;
}

/** Rows of data asked for at once: about 10 MB of text. */
const mostRows = 20_000;
const reportEvents = 5000;
const utf8 = new TextEncoder();

/** Writes exports through the host, each from the query worker's parts. */
export class Exporter {
  readonly #query: QueryPort;
  readonly #host: Host;
  readonly #painter: ReportPainter;
  readonly #now: () => EpochMs;

  constructor(query: QueryPort, host: Host, painter: ReportPainter, now = Date.now) {
    this.#query = query;
    this.#host = host;
    this.#painter = painter;
    this.#now = now;
  }

  /** Why this kind can't be made here; undefined where it can. */
  whyNot(kind: SaveKind): string | undefined {
    return kind === 'pdf' ? this.#host.whyNoPrinting : undefined;
  }

  /** Asks where to save, and writes. Undefined when the user cancelled. Rejects with the reason. */
  async save(
    order: ExportOrder,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<Exported | undefined> {
    const { kind, subject } = order;
    const save = await this.#host.openSave(nameFor(kind, subject.caseName), kind);
    if (save === undefined) return undefined;
    try {
      await this.#write(order, save, progress, signal);
      // Printing can't be stopped half-way: what it made is dropped.
      signal.throwIfAborted();
    } catch (error) {
      await save.discard();
      if (signal.aborted) return undefined;
      throw error;
    }
    const file = await save.close();
    return { file, noManifest: await this.#writeManifest(order, save, file) };
  }

  async #write(
    order: ExportOrder,
    save: OpenSave,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { kind, subject, options, journal = '' } = order;
    const data = dataFile(kind, subject, options);
    if (data !== undefined) return this.#writeData(data, save, progress, signal);
    if (kind === 'journal') {
      progress(step(message('exports.writingJournal')));
      return save.write(utf8.encode(journal));
    }
    progress(step(message(isReport(kind) ? 'exports.collecting' : 'exports.drawing')));
    const model = await this.#report(order, signal);
    if (isReport(kind)) {
      const page = await this.#painter.html(model, subject, options);
      signal.throwIfAborted();
      if (kind === 'html') return save.write(utf8.encode(page));
      progress(step(message('exports.printing')));
      return save.print(page, `${subject.caseName}: timeline report`);
    }
    const svg = this.#painter.figure(model, subject);
    return save.write(kind === 'svg' ? utf8.encode(svg) : await this.#painter.rasterise(svg));
  }

  async #writeData(
    file: ExportFile,
    save: OpenSave,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { rows } = await this.#query.ask('beginFile', { file }, signal);
    // Once at least: a file without rows has a head.
    for (;;) {
      const { bytes, done } = await this.#query.ask('nextPart', { mostRows }, signal);
      await save.write(bytes);
      signal.throwIfAborted();
      progress({ doing: message(writing[file.kind]), done, inAll: rows });
      if (done >= rows) return;
    }
  }

  /** Answers why it could not be written. */
  async #writeManifest(
    { kind, subject, options }: ExportOrder,
    save: OpenSave,
    file: SavedFile,
  ): Promise<string | undefined> {
    const { version: appVersion } = await this.#host.launch();
    const facts = { kind, file, subject, options, appVersion, at: this.#now() };
    return save.writeManifest(manifestText(facts)).then(() => undefined, reasonOf);
  }

  #report({ kind, subject, options }: ExportOrder, signal: AbortSignal): Promise<ReportModel> {
    const { filter, sort, fields, laneSort, arrangement, findings } = subject;
    const shown = { filter, sort, fields, laneSort, arrangement };
    // A figure has no tables and tells no story.
    const told = isReport(kind)
      ? { findings, views: options.views, maxEvents: reportEvents }
      : { findings: [], views: [], maxEvents: 0 };
    return this.#query.ask('report', { ...shown, ...told }, signal);
  }
}

const writing = {
  events: 'exports.writingEvents',
  entities: 'exports.writingEntities',
  findings: 'exports.writingFindings',
  ledger: 'exports.writingLedger',
} as const satisfies Readonly<Record<ExportFile['kind'], PlainKey<'exports'>>>;

function step(doing: string): ExportStep {
  return { doing, done: 0, inAll: 0 };
}
