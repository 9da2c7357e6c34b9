import type { EpochMs, Span } from '../../core/base/units.ts';
import type { Sums } from '../../core/query/facets.ts';
import { elbOnly, type Filter, type FilterField, type Term } from '../../core/query/filter.ts';
import type { ParsedQuery } from '../../core/query/parse-query.ts';
import { message } from '../../messages/message.svelte.ts';
import {
  exactTerm,
  narrowedSpan,
  pivotTo,
  withoutTerm,
  withSpan,
  withTerm,
  withTurnedTerm,
} from './filter-edits.ts';
import { amend, back, forward, historyFrom, visit, type FilterHistory } from './filter-history.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import { lookUpTerm } from './term-lookup.ts';

/**
 * What is looked at: the filter, the filters before and after it, and the sums over what it selects.
 * Whatever shows events subscribes with {@link onChange} and asks anew for the filter.
 */
export class SearchState {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #latest = new Latest();
  readonly #listeners = new Set<() => void>();
  #history: FilterHistory = $state.raw(historyFrom(elbOnly));
  #sums: Sums | undefined = $state.raw();
  #typing = false;

  constructor(query: QueryPort, notices: Notices) {
    this.#query = query;
    this.#notices = notices;
  }

  get filter(): Filter {
    return this.#history.present;
  }

  /** Over the events selected; of the filter before while the present one is being counted. */
  get sums(): Sums | undefined {
    return this.#sums;
  }

  get canGoBack(): boolean {
    return this.#history.past.length > 0;
  }

  get canGoForward(): boolean {
    return this.#history.future.length > 0;
  }

  /** Calls back when the filter, or the events under it, changed. Answers how to stop that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts anew, as on opening a case. */
  reset(filter: Filter = elbOnly): void {
    this.#sums = undefined;
    this.#move(historyFrom(filter));
  }

  /** The events changed under the filter. */
  refresh(): void {
    this.#ask();
  }

  show(filter: Filter): void {
    this.#visit(filter);
  }

  /**
   * Puts typed conditions, looked up in the case, and the words typed beside them in place of the
   * free text. A condition on the same value gives way.
   */
  async addTyped(typed: ParsedQuery): Promise<void> {
    const meant = await this.#lookUp(typed.terms);
    const span = narrowedSpan(this.filter.span, typed.span);
    const filter = { ...this.filter, span, text: typed.words };
    this.#visit(meant.reduce(withTerm, { ...filter, scope: typed.scope ?? filter.scope }));
  }

  /** Puts what was typed in place of the whole filter but for the scope, where none was typed. */
  async replaceWith(typed: ParsedQuery): Promise<void> {
    const { span, words: text, scope = this.filter.scope } = typed;
    const meant = await this.#lookUp(typed.terms);
    const filter: Filter = { scope, span, terms: [], text };
    this.#visit(meant.reduce(withTerm, filter));
  }

  /** Adds the condition on exactly this value. */
  include(field: FilterField, value: string): void {
    this.includeAll([[field, value]]);
  }

  /** Adds the conditions on all of these values, as one step. */
  includeAll(values: readonly (readonly [FilterField, string])[]): void {
    const terms = values.map(([field, value]) => exactTerm(field, value, false));
    this.#visit(terms.reduce(withTerm, this.filter));
  }

  /** Puts a condition on the whole records in place of the free text; one in quotes loses those. */
  findInRecords(text: string): void {
    const [, quoted] = /^"([^"]*)"$/u.exec(text.trim()) ?? [];
    const wanted = quoted ?? text.trim();
    if (wanted === '') return;
    const term = exactTerm('record', wanted, false);
    this.#visit(withTerm({ ...this.filter, text: '' }, term));
  }

  exclude(field: FilterField, value: string): void {
    this.#visit(withTerm(this.filter, exactTerm(field, value, true)));
  }

  remove(term: Term): void {
    this.#visit(withoutTerm(this.filter, term));
  }

  turn(term: Term): void {
    this.#visit(withTurnedTerm(this.filter, term));
  }

  setScope(scope: Filter['scope']): void {
    this.#visit({ ...this.filter, scope });
  }

  setSpan(span: Span<EpochMs> | undefined): void {
    this.#visit(withSpan(this.filter, span));
  }

  /** Letters typed one after the other are one step of the history. */
  setText(text: string): void {
    if (text === this.filter.text) return;
    const filter = { ...this.filter, text };
    const before = this.#history.past;
    const goesOn = this.#typing;
    if (goesOn) this.#move(amend(this.#history, filter));
    else this.#visit(filter);
    // A step that was taken back by typing has ended.
    this.#typing = !goesOn || this.#history.past === before;
  }

  /** Everything that one entity, or any of several, did in all services. */
  pivot(field: FilterField, ...values: readonly string[]): void {
    this.#visit(pivotTo(field, values));
  }

  back(): void {
    this.#move(back(this.#history));
  }

  forward(): void {
    this.#move(forward(this.#history));
  }

  /** What the conditions mean in the case; one that stands already goes on meaning what it says. */
  async #lookUp(terms: readonly Term[]): Promise<readonly Term[]> {
    const known = this.filter.terms;
    const isKnown = (term: Term): boolean =>
      known.some(({ field, value }) => field === term.field && value === term.value);
    const meant = terms.map(async (term) =>
      isKnown(term) ? [term] : lookUpTerm(this.#query, term),
    );
    return (await Promise.all(meant)).flat();
  }

  #visit(filter: Filter): void {
    this.#move(visit(this.#history, filter));
  }

  #move(history: FilterHistory): void {
    this.#typing = false;
    if (history === this.#history) return;
    this.#history = history;
    this.#ask();
  }

  #ask(): void {
    void this.#count();
    for (const listener of this.#listeners) listener();
  }

  async #count(): Promise<void> {
    const filter = this.filter;
    const outcome = await this.#latest.ask((signal) => this.#query.ask('find', { filter }, signal));
    if (outcome.kind === 'answer') this.#sums = outcome.value;
    if (outcome.kind === 'failed') {
      const wayOut = message('search.notAppliedWayOut');
      this.#notices.problem({
        thing: message('search.notApplied'),
        reason: outcome.reason,
        wayOut,
      });
    }
  }
}
