import type { CsvColumn } from '../core/export/data/csv-columns.ts';
import type { ReportModel } from '../core/export/report/report-model.ts';
import type { LaneField, LaneSort } from '../core/layout/marks.ts';
import type { Filter, Sort } from '../core/query/filter.ts';
import type { Host, OpenSave, SavedFile, SaveKind } from '../host/host.ts';
import type { QueryPort } from './query-port.ts';

export type { SavedFile, SaveKind } from '../host/host.ts';

/** What an export is of: the selection as it stands on the screen. */
export interface ExportSubject {
  readonly caseName: string;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Of the CSV. */
  readonly columns: readonly CsvColumn[];
  readonly zone: string;
  readonly laneField: LaneField;
  readonly laneSort: LaneSort;
  /** The journal as a file: see `journalLines`. */
  readonly journal: () => string;
}

/** Draws the report and its figure. */
export interface ReportPainter {
  /** A whole HTML page that needs nothing else. */
  html(model: ReportModel, subject: ExportSubject): Promise<string>;
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

/** Rows of CSV asked for at once: about 10 MB of text. */
const csvRows = 20_000;
const reportEvents = 5000;

/** Writes exports through the host, each from the query worker's parts. */
export class Exporter {
  readonly #query: QueryPort;
  readonly #host: Host;
  readonly #painter: ReportPainter;

  constructor(query: QueryPort, host: Host, painter: ReportPainter) {
    this.#query = query;
    this.#host = host;
    this.#painter = painter;
  }

  /** Why this kind can't be made here; undefined where it can. */
  whyNot(kind: SaveKind): string | undefined {
    return kind === 'pdf' ? this.#host.whyNoPrinting : undefined;
  }

  /** Asks where to save, and writes. Undefined when the user cancelled. Rejects with the reason. */
  async save(
    kind: SaveKind,
    subject: ExportSubject,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<SavedFile | undefined> {
    const save = await this.#host.openSave(nameFor(kind, subject), kind);
    if (save === undefined) return undefined;
    try {
      await this.#write(kind, subject, save, progress, signal);
      // Printing can't be stopped half-way: what it made is dropped.
      signal.throwIfAborted();
    } catch (error) {
      await save.discard();
      if (signal.aborted) return undefined;
      throw error;
    }
    return save.close();
  }

  async #write(
    kind: SaveKind,
    subject: ExportSubject,
    save: OpenSave,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<void> {
    switch (kind) {
      case 'csv':
        return this.#writeCsv(subject, save, progress, signal);
      case 'ledger':
        progress(step('Writing the ledger'));
        return save.write(await this.#query.ask('ledgerCsv', { zone: subject.zone }, signal));
      case 'journal':
        progress(step('Writing the journal'));
        return save.write(new TextEncoder().encode(subject.journal()));
      case 'pdf': {
        progress(step('Collecting the events'));
        const html = await this.#painter.html(await this.#report(subject, signal), subject);
        signal.throwIfAborted();
        progress(step('Printing the report'));
        return save.print(html, `${subject.caseName}: timeline report`);
      }
      case 'svg': {
        progress(step('Drawing the timeline'));
        const svg = this.#painter.figure(await this.#report(subject, signal), subject);
        return save.write(new TextEncoder().encode(svg));
      }
      case 'png': {
        progress(step('Drawing the timeline'));
        const svg = this.#painter.figure(await this.#report(subject, signal), subject);
        return save.write(await this.#painter.rasterise(svg));
      }
    }
  }

  async #writeCsv(
    subject: ExportSubject,
    save: OpenSave,
    progress: ExportProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { filter, sort, zone, columns } = subject;
    const { count } = await this.#query.ask('find', { filter }, signal);
    for (let start = 0; start === 0 || start < count; start += csvRows) {
      const span = { start, end: Math.min(count, start + csvRows) };
      const request = { filter, sort, span, columns, zone };
      await save.write(await this.#query.ask('csv', request, signal));
      signal.throwIfAborted();
      progress({ doing: 'Writing events', done: span.end, inAll: count });
    }
  }

  #report(subject: ExportSubject, signal: AbortSignal): Promise<ReportModel> {
    const { filter, sort, laneField, laneSort } = subject;
    const request = { filter, sort, laneField, laneSort, maxEvents: reportEvents };
    return this.#query.ask('report', request, signal);
  }
}

function step(doing: string): ExportStep {
  return { doing, done: 0, inAll: 0 };
}

const nameEnds: Readonly<Record<SaveKind, string>> = {
  csv: 'events.csv',
  pdf: 'report.pdf',
  png: 'timeline.png',
  svg: 'timeline.svg',
  ledger: 'import ledger.csv',
  journal: 'journal.txt',
};

/** The file name proposed: the case's name without what file systems refuse. */
export function nameFor(kind: SaveKind, subject: Pick<ExportSubject, 'caseName'>): string {
  const safe = subject.caseName
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${safe === '' ? 'Case' : safe.slice(0, 80)} - ${nameEnds[kind]}`;
}
