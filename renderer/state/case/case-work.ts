import type { EpochMs } from '../../core/base/units.ts';
import { message } from '../../messages/message.svelte.ts';
import type { CaseJournal } from './case-journal.svelte.ts';
import type { CaseInfo, CaseList } from './case-list.svelte.ts';
import type { IntegrityState } from '../evidence/integrity.svelte.ts';
import type { LaneArrangement } from '../timeline/lane-arrangement.svelte.ts';
import type { ImportActs, SummedImport } from '../evidence/import-acts.svelte.ts';
import type { LanesState } from '../timeline/lanes.svelte.ts';
import type { Import, ImportRun, Offer } from '../evidence/import-run.svelte.ts';
import type { Ledger } from '../evidence/ledger.svelte.ts';
import type { NoticeAction, Notices } from '../app/notices.svelte.ts';
import type { CaseContents, OpenCase } from './open-case.svelte.ts';
import type { RecordSearches } from '../search/record-searches.svelte.ts';
import type { SearchState } from '../search/search.svelte.ts';
import type { SelectionState } from '../events/selection.svelte.ts';
import type { TimelineWindow } from '../timeline/timeline-window.svelte.ts';

interface Parts {
  readonly cases: CaseList;
  readonly openCase: OpenCase;
  readonly importRun: ImportRun;
  readonly search: SearchState;
  readonly records: RecordSearches;
  readonly selection: SelectionState;
  readonly timeline: TimelineWindow;
  readonly arrangement: LaneArrangement;
  readonly lanes: LanesState;
  readonly ledger: Ledger;
  readonly integrity: IntegrityState;
  readonly importActs: ImportActs;
  readonly journal: CaseJournal;
  readonly notices: Notices;
  /** A case file is being saved or opened. */
  readonly copying: () => boolean;
}

/** Evidence that AWS is asked for. */
interface RemoteEvidence {
  readonly asked?: { readonly what: string; readonly identity: string } | undefined;
  readonly openPorts?: () => Promise<readonly MessagePort[]>;
  /** Leads back to what was asked for, where the import stops before its end. */
  readonly goOn?: NoticeAction | undefined;
}

const noPorts = (): Promise<readonly MessagePort[]> => Promise.resolve([]);

/** What is done with whole cases, and how the other parts of the window follow. */
export class CaseWork {
  readonly #parts: Parts;
  /** The journal of the open case has been read. */
  #journalOpened: Promise<void> = Promise.resolve();
  /** An import is asked for, and about to begin. */
  #isPreparing = false;
  /** The case is being opened in a new query worker: where that one stops too, a third would. */
  #isRecovering = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.openCase.onOpen((contents) => {
      void this.#note(contents, Date.now());
      this.#follow(contents);
      parts.selection.clear();
      parts.lanes.clear();
      parts.arrangement.restore(parts.openCase.info?.lanesView);
      parts.search.reset();
      parts.importRun.forget();
      parts.integrity.forget();
      void parts.integrity.load();
      this.#openJournal();
      if (contents.unfinishedImport) this.#tellUnfinished();
    });
    parts.openCase.onGrow((contents) => {
      this.#follow(contents);
      parts.search.refresh();
      parts.selection.refresh();
    });
    parts.selection.onKnown(({ time }) => {
      parts.timeline.reveal(time);
    });
    parts.integrity.onChecked(() => {
      void parts.openCase.refresh();
    });
    parts.importRun.onStored(() => {
      parts.openCase.refreshSoon();
    });
  }

  /** Opens a case, unless an import runs into the one that is open. */
  async open(info: CaseInfo): Promise<void> {
    if (!this.isBusy()) await this.#open(info);
  }

  /** Makes an empty case and opens it. */
  async create(name: string): Promise<CaseInfo | undefined> {
    return this.isBusy() ? undefined : this.#create(name);
  }

  async rename(info: CaseInfo, name: string): Promise<void> {
    await this.#parts.cases.rename(info.id, name);
    if (this.#parts.openCase.info?.id !== info.id) return;
    this.#parts.openCase.renamed(name);
    await this.#parts.journal.record({ kind: 'case renamed', before: info.name, after: name });
  }

  async remove(info: CaseInfo): Promise<void> {
    const isOpen = this.#parts.openCase.info?.id === info.id;
    if (isOpen && this.isBusy()) return;
    if (isOpen) this.#parts.integrity.stop();
    if (isOpen) this.#parts.journal.close();
    if (!(await this.#parts.cases.remove(info.id))) {
      if (isOpen) this.#openJournal();
      return;
    }
    if (isOpen) this.close();
    const { name } = info;
    this.#parts.notices.done(message('cases.deleted', { name }), message('cases.deletedText'));
  }

  /** Shows the import ledger of the open case. */
  async showLedger(): Promise<void> {
    const { ledger, importActs, openCase } = this.#parts;
    const { info } = openCase;
    if (info === undefined) return;
    await Promise.all([ledger.open(), importActs.load(info.id)]);
  }

  /** Takes imports back out of the open case: all that rest on each other at once. */
  async undoImports(acts: readonly SummedImport[]): Promise<void> {
    const { cases, openCase, records, selection, integrity, journal, notices } = this.#parts;
    const { info } = openCase;
    if (info === undefined || this.isBusy()) return;
    integrity.stop();
    const ids = acts.map(({ id }) => id);
    if (!(await cases.undoImports(info.id, ids))) return;
    for (const { id: importId, sums } of acts) {
      const { files, kept } = sums;
      await journal.record({ kind: 'evidence removed', importId, files, kept });
    }
    selection.clear();
    records.forget();
    await openCase.reload();
    await Promise.all([this.showLedger(), integrity.load()]);
    if (openCase.contents !== undefined) await this.#note(openCase.contents);
    const kept = acts.reduce((sum, { sums }) => sum + sums.kept, 0);
    const events = message('counts.events', { count: kept });
    notices.done(
      message('intake.undone', { count: acts.length }),
      message('intake.undoneText', { events }),
    );
  }

  /** Opens the case again in the query worker that stands in for one that stopped. */
  async recover(reason: string): Promise<void> {
    const { openCase, records, notices } = this.#parts;
    if (openCase.contents === undefined) return;
    const isAgain = this.#isRecovering;
    const wayOut = message(isAgain ? 'window.stoppedAgainWayOut' : 'window.stoppedWayOut');
    notices.problem({ thing: message('window.stopped'), reason, wayOut });
    if (isAgain) return;
    this.#isRecovering = true;
    records.forget();
    await openCase.reload();
    this.#isRecovering = false;
  }

  close(): void {
    if (this.isBusy()) return;
    this.#parts.selection.clear();
    this.#parts.ledger.close();
    this.#parts.integrity.forget();
    this.#parts.records.forget();
    this.#parts.openCase.close();
    this.#parts.journal.close();
    void this.#parts.cases.load();
  }

  /**
   * Imports into the open case; into a new one of this name where none is open. Shows the ledger
   * at the end; `unless fine`: only where something could not be read. `asked` is what AWS is asked
   * for, to be written down before; `openPorts` gets the ports for objects of a store, once the
   * import is sure to begin; `goOn` is offered where it stops before its end.
   */
  async import(
    offers: AsyncIterable<Offer>,
    newName: string,
    ledgerAfter: 'always' | 'unless fine' = 'always',
    { asked, openPorts = noPorts, goOn }: RemoteEvidence = {},
  ): Promise<void> {
    if (this.isBusy()) return;
    const { openCase, importRun, integrity, journal } = this.#parts;
    this.#isPreparing = true;
    const prepared = await this.#prepare(newName, { asked, openPorts }).finally(() => {
      this.#isPreparing = false;
    });
    if (prepared === undefined) return;
    const { info, ports } = prepared;
    const ended = await importRun.start(info.id, offers, ports);
    await openCase.refresh();
    await journal.noteImports();
    if (openCase.contents !== undefined) await this.#note(openCase.contents);
    const isShown = ledgerAfter === 'always' || !isFine(ended);
    if (ended.phase === 'done' && isShown) await this.showLedger();
    if (ended.phase === 'done') void integrity.followImport(info.id, ended.importId);
    if (ended.phase === 'done' && ended.stopped !== undefined) {
      const { reason, wayOut } = ended.stopped;
      const thing = message('intake.cutShort');
      this.#parts.notices.problem({ thing, reason, wayOut }, goOn);
    }
    if (ended.phase === 'failed') {
      const thing = message('intake.stopped');
      const wayOut = message('intake.stoppedWayOut');
      this.#parts.notices.problem({ thing, reason: ended.reason, wayOut }, goOn);
    }
  }

  /** The case to import into, with its journal read and what AWS is asked for written down. */
  async #prepare(
    newName: string,
    {
      asked,
      openPorts,
    }: Pick<RemoteEvidence, 'asked'> & Required<Pick<RemoteEvidence, 'openPorts'>>,
  ): Promise<{ info: CaseInfo; ports: readonly MessagePort[] } | undefined> {
    const { openCase, integrity, journal } = this.#parts;
    const info = openCase.info ?? (await this.#create(newName));
    if (info === undefined) return undefined;
    integrity.stop();
    await this.#journalOpened;
    if (asked !== undefined) await journal.record({ kind: 'evidence asked', ...asked });
    return { info, ports: await openPorts() };
  }

  #openJournal(): void {
    const { journal, openCase } = this.#parts;
    if (openCase.info !== undefined) this.#journalOpened = journal.open(openCase.info);
  }

  async #open(info: CaseInfo): Promise<void> {
    this.#parts.ledger.close();
    await this.#parts.openCase.open(info);
  }

  async #create(name: string): Promise<CaseInfo | undefined> {
    const info = await this.#parts.cases.create(name);
    if (info !== undefined) await this.#open(info);
    return info;
  }

  async #note({ events, files, sums }: CaseContents, opened?: EpochMs): Promise<void> {
    const id = this.#parts.openCase.info?.id;
    if (id === undefined) return;
    const what = { events, files, bytes: sums.bytes };
    await this.#parts.cases.note(id, opened === undefined ? what : { ...what, opened });
  }

  #tellUnfinished(): void {
    this.#parts.notices.problem({
      thing: message('intake.unfinished'),
      reason: message('intake.unfinishedWhy'),
      wayOut: message('intake.unfinishedWayOut'),
    });
  }

  #follow({ span }: CaseContents): void {
    this.#parts.timeline.setWhole(span);
  }

  /** Whether nothing may be begun with whole cases now; says so. */
  isBusy(): boolean {
    const isImporting = this.#isPreparing || this.#parts.importRun.running;
    if (!isImporting && !this.#parts.copying()) return false;
    const thing = message('cases.busy');
    const reason = message(isImporting ? 'cases.busyImport' : 'cases.busyCopying');
    this.#parts.notices.problem({ thing, reason, wayOut: message('cases.busyWayOut') });
    return true;
  }
}

function isFine(ended: Import): boolean {
  if (ended.phase !== 'done' || ended.cancelled) return false;
  const { rejected, unreadable, partly } = ended.progress.sums;
  return rejected + unreadable + partly === 0;
}

/** The name of a new case: that of the folder or file that its evidence comes from. */
export function caseNameFor(paths: readonly string[], today: string): string {
  const [first] = paths;
  const parts = first?.split(/[/\\]/u).filter((part) => part !== '') ?? [];
  const name = parts.at(-1)?.replace(/(\.json|\.gz|\.zip|\.tar|\.tgz)+$/iu, '') ?? '';
  return name === '' ? `Case of ${today}` : name;
}
