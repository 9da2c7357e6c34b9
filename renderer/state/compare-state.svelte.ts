import type { Comparison } from '../core/query/compare-rows.ts';
import type { Filter } from '../core/query/filter.ts';
import { sameFilter } from './filter-edits.ts';
import { Latest } from './latest.ts';
import type { OpenCase } from './open-case.svelte.ts';
import type { QueryPort } from './query-port.ts';
import type { SearchState } from './search.svelte.ts';
import type { Loaded } from './selection.svelte.ts';

/** Two selections side by side: one that was kept, and what is selected now. */
export class CompareState {
  readonly #query: QueryPort;
  readonly #search: SearchState;
  readonly #latest = new Latest();
  #kept: Filter | undefined = $state.raw();
  #isOpen = $state.raw(false);
  #comparison: Loaded<Comparison> = $state.raw({ phase: 'none' });

  constructor(query: QueryPort, search: SearchState, openCase: OpenCase) {
    this.#query = query;
    this.#search = search;
    openCase.onOpen(() => {
      this.close();
      this.#kept = undefined;
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The filter of the first side. */
  get kept(): Filter | undefined {
    return this.#kept;
  }

  /** Whether what is selected now is another selection than the one kept. */
  get differs(): boolean {
    return this.#kept !== undefined && !sameFilter(this.#kept, this.#search.filter);
  }

  get comparison(): Loaded<Comparison> {
    return this.#comparison;
  }

  open(): void {
    this.#isOpen = true;
    void this.#load();
  }

  close(): void {
    this.#isOpen = false;
    this.#latest.drop();
  }

  /** What a filter selects becomes the first side. */
  keep(filter: Filter): void {
    this.#kept = filter;
    void this.#load();
  }

  async #load(): Promise<void> {
    const first = this.#kept;
    this.#comparison = { phase: 'none' };
    if (first === undefined || !this.differs || !this.#isOpen) return;
    this.#comparison = { phase: 'loading' };
    const request = { first, second: this.#search.filter };
    const outcome = await this.#latest.ask((signal) => this.#query.ask('compare', request, signal));
    if (outcome.kind === 'answer') this.#comparison = { phase: 'done', value: outcome.value };
    if (outcome.kind === 'failed') this.#comparison = { phase: 'failed', reason: outcome.reason };
  }
}
