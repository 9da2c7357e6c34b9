import type { Comparison } from '../../core/query/compare-rows.ts';
import type { Filter } from '../../core/query/filter.ts';
import { sameFilter } from './filter-edits.ts';
import { LatestAnswer, type Loaded } from '../loaded.svelte.ts';
import type { OpenCase } from '../case/open-case.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from './search.svelte.ts';

/** Two selections side by side: one that was kept, and what is selected now. */
export class CompareState {
  readonly #query: QueryPort;
  readonly #search: SearchState;
  readonly #comparison = new LatestAnswer<Comparison>();
  #kept: Filter | undefined = $state.raw();
  #isOpen = $state.raw(false);

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
    return this.#comparison.current;
  }

  open(): void {
    this.#isOpen = true;
    this.#load();
  }

  close(): void {
    this.#isOpen = false;
    this.#comparison.drop();
  }

  /** What a filter selects becomes the first side. */
  keep(filter: Filter): void {
    this.#kept = filter;
    this.#load();
  }

  #load(): void {
    const first = this.#kept;
    this.#comparison.forget();
    if (first === undefined || !this.differs || !this.#isOpen) return;
    const request = { first, second: this.#search.filter };
    void this.#comparison.ask((signal) => this.#query.ask('compare', request, signal));
  }
}
