import type { Actor, ActorFlag } from '../../core/correlate/actors/actor.ts';
import type { FilterField } from '../../core/query/filter.ts';
import type { ActorList } from '../../workers/query/query.ts';
import { pivotTo, withSpan } from '../search/filter-edits.ts';
import { LatestAnswer, type Loaded } from '../loaded.svelte.ts';
import type { OpenCase } from '../case/open-case.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from '../search/search.svelte.ts';
import type { SelectionState } from './selection.svelte.ts';

const minuteMs = 60_000;

/** The list of actors, and which of them is looked at. */
export class ActorsState {
  readonly #query: QueryPort;
  readonly #search: SearchState;
  readonly #selection: SelectionState;
  readonly #list = new LatestAnswer<ActorList>();
  #isOpen = $state.raw(false);
  #chosen: number | undefined = $state.raw();

  constructor(
    query: QueryPort,
    search: SearchState,
    selection: SelectionState,
    openCase: OpenCase,
  ) {
    this.#query = query;
    this.#search = search;
    this.#selection = selection;
    openCase.onOpen(() => {
      this.close();
      this.#list.forget();
      this.#chosen = undefined;
    });
    openCase.onGrow(() => {
      if (this.#isOpen) this.#load();
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get list(): Loaded<ActorList> {
    return this.#list.current;
  }

  /** The actor looked at: the first one until another was chosen. */
  get actor(): Actor | undefined {
    const actors = this.#list.value?.actors ?? [];
    return actors.find(({ id }) => id === this.#chosen) ?? actors[0];
  }

  open(): void {
    this.#isOpen = true;
    this.#load();
  }

  close(): void {
    this.#isOpen = false;
    this.#list.drop();
  }

  choose(actor: Actor): void {
    this.#chosen = actor.id;
  }

  /** Selects the events of a flag in timeline and table, with what lies between, and the first. */
  show(flag: ActorFlag, first = flag.events[0]): void {
    if (first === undefined) return;
    const { field, values } = subjectOf(flag);
    const span = { start: flag.first - minuteMs, end: flag.last + minuteMs };
    const filter = pivotTo(field, values);
    const terms = [...filter.terms, ...pivotTo('eventName', callsOf(flag)).terms];
    this.#search.show(withSpan({ ...filter, terms }, span));
    this.#selection.select(first.ref);
    this.close();
  }

  #load(): void {
    void this.#list.ask((signal) => this.#query.ask('actors', {}, signal));
  }
}

/** The calls that a flag is about, which others of the same key lie between; none where not all are listed. */
function callsOf({ rule, events, count }: ActorFlag): readonly string[] {
  const isOfCalls = rule === 'persistence' || rule === 'persistenceAttempt';
  if (!isOfCalls || events.length < count) return [];
  return [...new Set(events.map(({ eventName }) => eventName))];
}

/** What all events of a flag have in common: the address it is about, else keys, else tools. */
function subjectOf(flag: ActorFlag): {
  readonly field: FilterField;
  readonly values: readonly string[];
} {
  if (flag.rule === 'sharedAddress') return { field: 'sourceIp', values: [flag.about] };
  const keys = new Set(flag.events.map(({ accessKey }) => accessKey));
  if (!keys.has('')) return { field: 'accessKey', values: [...keys] };
  return { field: 'sourceIp', values: [...new Set(flag.events.map(({ sourceIp }) => sourceIp))] };
}
