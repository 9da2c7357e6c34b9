import {
  isNumeric,
  problemsFirst,
  type LedgerColumn,
  type LedgerOrder,
} from '../../core/query/ledger-order.ts';
import type { EvidenceSource, Verdict } from '../../core/source/evidence.ts';
import type { LedgerFacts, LedgerIssue } from '../../workers/query/query.ts';
import { message } from '../../messages/message.svelte.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import { Pages } from './pages.svelte.ts';
import type { QueryPort } from '../query-port.ts';

const nothing: LedgerFacts = {
  files: 0,
  verdicts: new Map(),
  folder: '',
  logLists: { digests: false, signFiles: false },
  issues: 0,
  conflicting: 0,
  imports: [],
};

/** The import ledger of the open case: every file with its verdict, and what could not be read. */
export class Ledger {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #latest = new Latest();
  #isOpen = $state(false);
  #facts: LedgerFacts = $state.raw(nothing);
  #verdict: Verdict | undefined = $state.raw();
  #order: LedgerOrder = $state.raw(problemsFirst);
  /** The files of the chosen verdict, or all, in order. */
  readonly files: Pages<EvidenceSource>;
  readonly issues: Pages<LedgerIssue>;

  constructor(query: QueryPort, notices: Notices) {
    this.#query = query;
    this.#notices = notices;
    const failed = (reason: string): void => {
      this.#tellProblem(reason);
    };
    this.files = new Pages((places, signal) => {
      const request = { verdict: this.#verdict, order: this.#order, places };
      return query.ask('ledgerFiles', request, signal);
    }, failed);
    this.issues = new Pages(
      (places, signal) => query.ask('ledgerIssues', { places }, signal),
      failed,
    );
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
  get facts(): LedgerFacts {
    return this.#facts;
  }
  /** How many files have the chosen verdict. */
  get count(): number {
    const { files, verdicts } = this.#facts;
    return this.#verdict === undefined ? files : (verdicts.get(this.#verdict) ?? 0);
  }
  get verdict(): Verdict | undefined {
    return this.#verdict;
  }
  get order(): LedgerOrder {
    return this.#order;
  }

  showOnly(verdict: Verdict | undefined): void {
    this.#verdict = verdict;
    void this.files.fetch();
  }

  /** Sorts by a column, and the other way round at the second time. */
  sortBy(column: LedgerColumn): void {
    const same = this.#order.column === column;
    this.#order = { column, descending: same ? !this.#order.descending : isNumeric(column) };
    void this.files.fetch();
  }

  /** A path without the folder that all files are in. */
  within(path: string): string {
    const { folder } = this.#facts;
    return path.startsWith(folder) ? path.slice(folder.length) : path;
  }

  async open(verdict?: Verdict): Promise<void> {
    this.#verdict = verdict;
    this.#isOpen = true;
    await this.load();
  }

  close(): void {
    this.#isOpen = false;
  }

  async load(): Promise<void> {
    const [outcome] = await Promise.all([
      this.#latest.ask((signal) => this.#query.ask('ledger', {}, signal)),
      this.files.fetch(),
      this.issues.fetch(),
    ]);
    if (outcome.kind === 'answer') this.#facts = outcome.value;
    if (outcome.kind === 'failed') this.#tellProblem(outcome.reason);
  }

  #tellProblem(reason: string): void {
    const wayOut = message('ledger.openAgain');
    this.#notices.problem({ thing: message('ledger.notRead'), reason, wayOut });
  }
}
