import type { EventRef } from '../../core/base/units.ts';
import type { RecordPlaces } from '../../core/table/record-places.ts';
import { message } from '../../messages/message.svelte.ts';
import type { RecordSearchTell } from '../../workers/record-search/record-search.ts';
import type { Activity } from '../app/activity.svelte.ts';
import { reasonOf } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import { Paced } from '../paced.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from './search.svelte.ts';

/** The workers that look for a text in whole records. */
export interface RecordSearchPort {
  /** How many can read side by side. */
  readonly parts: number;
  /** Tells until `done` or `failed`, or nothing more once it is cancelled. */
  start(
    caseId: string,
    text: string,
    parts: readonly RecordPlaces[],
    tell: (tell: RecordSearchTell) => void,
  ): { cancel(): void };
}

/** How far the search for one text is. */
export interface RecordSearch {
  /** `waiting`: for the search before it. */
  readonly phase: 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  /** Records looked through, of those there are. */
  readonly searched: number;
  readonly inAll: number;
  /** Records that could not be read: the text may be in them. */
  readonly unread: number;
}

interface Parts {
  readonly port: RecordSearchPort;
  readonly query: QueryPort;
  readonly search: SearchState;
  readonly notices: Notices;
  readonly activity: Activity;
  /** The open case and how many events it has; undefined while its evidence is being added to. */
  readonly subject: () => { readonly caseId: string; readonly events: number } | undefined;
}

const nothing: RecordSearch = { phase: 'waiting', searched: 0, inAll: 0, unread: 0 };

/** What was found of so many texts is kept when the filter asks for others: a byte an event each. */
const mostKept = 6;

/**
 * Looks for the texts that the filter wants in whole records, one after the other; what is found is
 * in the selection as it comes. A text that the filter does not ask for any more is dropped, unless
 * its search was done. Only texts are kept with a case: opened again, they are looked for again.
 */
export class RecordSearches {
  readonly #parts: Parts;
  #searches: ReadonlyMap<string, RecordSearch> = $state.raw(new Map());
  #running: { readonly text: string; cancel: () => void } | undefined;
  #refs: Uint32Array[] = [];
  readonly #paced = new Paced(() => this.#takeFound());

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.search.onChange(() => {
      this.look();
    });
  }

  /** The search for a condition's text. */
  of(text: string): RecordSearch | undefined {
    return this.#searches.get(keyOf(text));
  }

  /** The filter asks for a text that was not looked for in all records. */
  get isPartial(): boolean {
    return this.#wanted.some((text) => this.of(text)?.phase !== 'done');
  }

  /** Ends the search for a text; what was found stays. */
  stop(text: string): void {
    const key = keyOf(text);
    if (this.#running?.text === key) this.#end('stopped');
    else this.#set(key, { phase: 'stopped' });
    this.look();
  }

  /** Looks for a text whose search was stopped, or failed, from the beginning. */
  again(text: string): void {
    this.#drop(keyOf(text));
    this.look();
  }

  /** Another case is open, or evidence has gone out of this one: refs mean other events. */
  forget(): void {
    this.#cancel();
    this.#searches = new Map();
  }

  /** Starts what the filter asks for and the open case was not searched for; stops what it does not. */
  look(): void {
    const wanted = this.#wanted;
    for (const [key, { phase }] of this.#searches) {
      if (!wanted.includes(key) && phase !== 'done') this.#drop(key);
    }
    const kept = [...this.#searches.keys()].filter((key) => !wanted.includes(key));
    for (const key of kept.slice(0, -mostKept)) this.#drop(key);
    const subject = this.#parts.subject();
    if (subject === undefined) return;
    for (const key of wanted) if (!this.#searches.has(key)) this.#set(key, { phase: 'waiting' });
    if (this.#running !== undefined) return;
    const next = wanted.find((key) => {
      const { phase, inAll } = this.#searches.get(key) ?? nothing;
      return phase === 'waiting' || (phase === 'done' && inAll < subject.events);
    });
    if (next !== undefined) void this.#parts.activity.track(this.#run(next, subject));
  }

  get #wanted(): readonly string[] {
    const { terms } = this.#parts.search.filter;
    return terms.flatMap(({ field, value }) => (field === 'record' ? [keyOf(value)] : []));
  }

  async #run(
    text: string,
    { caseId, events }: { readonly caseId: string; readonly events: number },
  ): Promise<void> {
    const first: EventRef = this.#searches.get(text)?.inAll ?? 0;
    const stopped = Promise.withResolvers<RecordSearchTell | 'cancelled'>();
    const run = {
      text,
      cancel: (): void => {
        stopped.resolve('cancelled');
      },
    };
    this.#running = run;
    this.#set(text, { phase: 'running', inAll: events });
    const { port, query } = this.#parts;
    try {
      const parts = await query.ask('recordPlaces', { first, parts: port.parts });
      if (this.#running !== run) return;
      // The case may have grown since the question was put.
      this.#set(text, { inAll: first + parts.reduce((sum, { ref }) => sum + ref.length, 0) });
      const work = port.start(caseId, text, parts, (tell) => {
        if (tell.kind === 'part') this.#takePart(run, tell);
        else stopped.resolve(tell);
      });
      run.cancel = () => {
        work.cancel();
        stopped.resolve('cancelled');
      };
      const last = await stopped.promise;
      if (last === 'cancelled') return;
      this.#end(last.kind === 'done' ? 'done' : 'failed');
      if (last.kind === 'failed') this.#tellProblem(last.reason);
    } catch (error) {
      if (this.#running !== run) return;
      this.#end('failed');
      this.#tellProblem(reasonOf(error));
    }
    this.look();
  }

  #takePart(
    run: { readonly text: string },
    { searched, unread, found }: Extract<RecordSearchTell, { readonly kind: 'part' }>,
  ): void {
    if (this.#running !== run) return;
    const before = this.#searches.get(run.text);
    this.#set(run.text, {
      searched: (before?.searched ?? 0) + searched,
      unread: (before?.unread ?? 0) + unread,
    });
    if (found.length === 0) return;
    this.#refs.push(found);
    this.#paced.ask();
  }

  /** Hands what was found to the query worker, and lets the window ask anew. */
  async #takeFound(): Promise<void> {
    const text = this.#running?.text;
    const refs = joined(this.#refs);
    this.#refs = [];
    if (text === undefined || refs.length === 0) return;
    try {
      await this.#parts.query.ask('takeFound', { text, refs });
    } catch (error) {
      this.#set(text, { phase: 'failed' });
      this.#tellProblem(reasonOf(error));
    }
    this.#parts.search.refresh();
  }

  #end(phase: 'done' | 'stopped' | 'failed'): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#paced.drop();
    this.#set(running.text, { phase });
    void this.#parts.activity.track(this.#takeFound());
    this.#cancel();
  }

  #cancel(): void {
    const running = this.#running;
    this.#running = undefined;
    this.#paced.drop();
    this.#refs = [];
    running?.cancel();
  }

  #drop(key: string): void {
    if (this.#running?.text === key) this.#cancel();
    const next = new Map(this.#searches);
    next.delete(key);
    this.#searches = next;
    void this.#parts.query.ask('dropFound', { text: key }).catch(() => undefined);
  }

  #set(key: string, change: Partial<RecordSearch>): void {
    const before = this.#searches.get(key) ?? nothing;
    this.#searches = new Map(this.#searches).set(key, { ...before, ...change });
  }

  #tellProblem(reason: string): void {
    const wayOut = message('search.notAllSearchedWayOut');
    this.#parts.notices.problem({ thing: message('search.notAllSearched'), reason, wayOut });
  }
}

function keyOf(text: string): string {
  return text.toLowerCase();
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
