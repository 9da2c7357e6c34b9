import { facetFields, type Facet } from '../../core/query/facets.ts';
import { addedFields, isAdded, type FilterField } from '../../core/query/filter.ts';
import { message } from '../../messages/message.svelte.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from './search.svelte.ts';

/** What the pane asks for. */
const askedFields: readonly FilterField[] = [...facetFields, ...addedFields];

/** Values shown of a field before more are asked for. */
export const fewValues = 5;
const moreValues = 50;

/** How one field's list is shown. */
export interface FacetView {
  readonly open: boolean;
  /** Shows up to this many values. */
  readonly limit: number;
  /** Only values that contain this. */
  readonly containing: string;
}

const openAtFirst: readonly FilterField[] = [
  'sourceIp',
  'accessKey',
  'tool',
  'principal',
  'loadBalancer',
  'eventName',
  'outcome',
  ...addedFields,
];

/** The values of each field among the selected events, with counts. */
export class FacetsState {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #search: SearchState;
  readonly #latestAll = new Latest();
  readonly #latestOf = new Map<FilterField, Latest>();
  #facets: ReadonlyMap<FilterField, Facet> = $state.raw(new Map<FilterField, Facet>());
  #views: ReadonlyMap<FilterField, FacetView> = $state.raw(
    new Map(
      askedFields.map((field) => [
        field,
        { open: openAtFirst.includes(field), limit: fewValues, containing: '' },
      ]),
    ),
  );

  constructor(query: QueryPort, notices: Notices, search: SearchState) {
    this.#query = query;
    this.#notices = notices;
    this.#search = search;
    search.onChange(() => {
      void this.load();
    });
  }

  /** What the pane lists, in its order: of what is not in the records only what there is. */
  get fields(): readonly FilterField[] {
    const { terms } = this.#search.filter;
    return askedFields.filter((field) => {
      if (!isAdded(field) || terms.some((term) => term.field === field)) return true;
      return this.facetOf(field)?.values.some(({ value }) => value !== '') === true;
    });
  }

  facetOf(field: FilterField): Facet | undefined {
    return this.#facets.get(field);
  }

  viewOf(field: FilterField): FacetView {
    return this.#views.get(field) ?? { open: false, limit: fewValues, containing: '' };
  }

  toggle(field: FilterField): void {
    this.#change(field, { open: !this.viewOf(field).open });
  }

  /** Shows ten times as many values, or few again. */
  toggleMore(field: FilterField): void {
    this.#change(field, { limit: this.viewOf(field).limit === fewValues ? moreValues : fewValues });
  }

  /** Typing to find shows many of what is found; nothing typed shows few again. */
  find(field: FilterField, containing: string): void {
    this.#change(field, { containing, limit: containing === '' ? fewValues : moreValues });
  }

  /** Asks for all fields anew: those shown plainly in one question, the others each in one. */
  async load(): Promise<void> {
    const plain = askedFields.filter((field) => this.#isPlain(field));
    const special = askedFields.filter((field) => !this.#isPlain(field));
    const request = {
      filter: this.#search.filter,
      fields: plain,
      limit: fewValues,
      containing: '',
    };
    const others = special.map((field) => this.#loadOne(field));
    const outcome = await this.#latestAll.ask((signal) =>
      this.#query.ask('facets', request, signal),
    );
    if (outcome.kind === 'answer') {
      this.#take(outcome.value.filter(({ field }) => this.#isPlain(field)));
    }
    if (outcome.kind === 'failed') {
      const wayOut = message('search.notCountedWayOut');
      this.#notices.problem({
        thing: message('search.notCounted'),
        reason: outcome.reason,
        wayOut,
      });
    }
    await Promise.all(others);
  }

  // A closed field is asked for too: its head says how many values there are.
  #isPlain(field: FilterField): boolean {
    const view = this.viewOf(field);
    return view.limit === fewValues && view.containing === '';
  }

  #change(field: FilterField, changes: Partial<FacetView>): void {
    this.#views = new Map(this.#views).set(field, { ...this.viewOf(field), ...changes });
    void this.#loadOne(field);
  }

  async #loadOne(field: FilterField): Promise<void> {
    const latest = this.#latestOf.get(field) ?? new Latest();
    this.#latestOf.set(field, latest);
    const { limit, containing } = this.viewOf(field);
    const request = { filter: this.#search.filter, fields: [field], limit, containing };
    const outcome = await latest.ask((signal) => this.#query.ask('facets', request, signal));
    if (outcome.kind === 'answer') this.#take(outcome.value);
  }

  #take(facets: readonly Facet[]): void {
    const next = new Map(this.#facets);
    for (const facet of facets) next.set(facet.field, facet);
    this.#facets = next;
  }
}
