import type { SourceId } from '../core/base/units.ts';
import type { EvidenceIssue, EvidenceSource, Verdict } from '../core/source/evidence.ts';
import { commonFolder } from './common-folder.ts';
import { Latest } from './latest.ts';
import {
  inOrder,
  isNumeric,
  problemsFirst,
  type LedgerColumn,
  type LedgerOrder,
  type LogOf,
} from './ledger-order.ts';
import type { Notices } from './notices.svelte.ts';
import type { QueryPort } from './query-port.ts';

/** The import ledger of the open case: every file with its verdict, and what could not be read. */
export class Ledger {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #logOf: LogOf;
  readonly #latest = new Latest();
  #isOpen = $state(false);
  #sources: readonly EvidenceSource[] = $state.raw([]);
  #issues: readonly EvidenceIssue[] = $state.raw([]);
  #verdict: Verdict | undefined = $state.raw();
  #order: LedgerOrder = $state.raw(problemsFirst);
  readonly #shown = $derived.by(() =>
    inOrder(
      this.#sources.filter(
        ({ verdict }) => this.#verdict === undefined || verdict === this.#verdict,
      ),
      this.#order,
      this.#logOf,
    ),
  );
  readonly #folder = $derived(commonFolder(this.#sources.map(({ path }) => path)));
  readonly #counts = $derived.by(() => {
    const counts = new Map<Verdict, number>();
    for (const { verdict } of this.#sources) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    return counts;
  });

  constructor(query: QueryPort, notices: Notices, logOf: LogOf) {
    this.#query = query;
    this.#notices = notices;
    this.#logOf = logOf;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
  get issues(): readonly EvidenceIssue[] {
    return this.#issues;
  }
  get sources(): readonly EvidenceSource[] {
    return this.#sources;
  }
  /** The files of the chosen verdict, or all, in order. */
  get shown(): readonly EvidenceSource[] {
    return this.#shown;
  }
  get verdict(): Verdict | undefined {
    return this.#verdict;
  }
  get order(): LedgerOrder {
    return this.#order;
  }
  /** The folder that all files are in, with the separator after it; empty where there is none. */
  get folder(): string {
    return this.#folder;
  }
  /** How many files got each verdict. */
  get counts(): ReadonlyMap<Verdict, number> {
    return this.#counts;
  }

  sourceOf(id: SourceId): EvidenceSource | undefined {
    return this.#sources.find((source) => source.id === id);
  }

  showOnly(verdict: Verdict | undefined): void {
    this.#verdict = verdict;
  }

  /** Sorts by a column, and the other way round at the second time. */
  sortBy(column: LedgerColumn): void {
    const same = this.#order.column === column;
    this.#order = { column, descending: same ? !this.#order.descending : isNumeric(column) };
  }

  /** A path without the folder that all files are in. */
  within(path: string): string {
    return path.startsWith(this.#folder) ? path.slice(this.#folder.length) : path;
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
    const outcome = await this.#latest.ask((signal) =>
      Promise.all([this.#query.ask('sources', {}, signal), this.#query.ask('issues', {}, signal)]),
    );
    if (outcome.kind === 'answer') [this.#sources, this.#issues] = outcome.value;
    if (outcome.kind === 'failed') {
      const wayOut = 'Close the ledger and open it again.';
      const thing = 'The import ledger can’t be read';
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
  }
}
