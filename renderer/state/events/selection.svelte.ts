import type { EventRef } from '../../core/base/units.ts';
import type { Correlation, Tie } from '../../core/correlate/correlation.ts';
import type { EventDetails } from '../../core/correlate/event-details.ts';
import type { Verification } from '../../core/source/verification.ts';
import type { RawRecord } from '../../workers/query/query.ts';
import { Latest } from '../latest.ts';
import { LatestAnswer, type Loaded } from '../loaded.svelte.ts';
import { otherEvents } from './other-events.ts';
import type { QueryPort } from '../query-port.ts';

export type { RawRecord } from '../../workers/query/query.ts';

/** Which of the chosen event's ties stand out in the timeline: one of them, or all together. */
export type Emphasis = Tie | 'allThree' | 'any';

export const detailTabs = ['event', 'raw', 'evidence'] as const;
export type DetailTab = (typeof detailTabs)[number];

const none = { phase: 'none' } as const;

/** The one event that is chosen everywhere, and what the details pane shows of it. */
export class SelectionState {
  readonly #query: QueryPort;
  readonly #chooseListeners = new Set<() => void>();
  readonly #knownListeners = new Set<(event: EventDetails) => void>();
  readonly #latestTies = new Latest();
  readonly #details = new LatestAnswer<EventDetails | undefined>();
  readonly #record = new LatestAnswer<RawRecord>();
  readonly #verification = new LatestAnswer<Verification>();
  #ref: EventRef | undefined = $state.raw();
  #correlation: Loaded<Correlation | undefined> = $state.raw(none);
  /** The last answer on ties, and the event it is of. */
  #ties: { readonly ref: EventRef; readonly correlation: Correlation | undefined } | undefined;
  #emphasis: Emphasis = $state.raw('any');
  #tab: DetailTab = $state.raw('event');

  constructor(query: QueryPort) {
    this.#query = query;
  }

  get ref(): EventRef | undefined {
    return this.#ref;
  }
  /** Of the event before until the chosen one's are there. */
  get details(): Loaded<EventDetails | undefined> {
    return this.#details.current;
  }
  /** Counts of other events: the chosen one is in none of them. */
  get correlation(): Loaded<Correlation | undefined> {
    return this.#correlation;
  }
  /** Loaded only while the raw or the evidence tab is open: it inflates the evidence file. */
  get record(): Loaded<RawRecord> {
    return this.#record.current;
  }
  get verification(): Loaded<Verification> {
    return this.#verification.current;
  }
  get emphasis(): Emphasis {
    return this.#emphasis;
  }
  get tab(): DetailTab {
    return this.#tab;
  }

  /** The chosen event's details, where they are known. */
  get event(): EventDetails | undefined {
    return this.#details.value;
  }

  /** Calls back when another event was chosen, or none. */
  onChoose(listener: () => void): void {
    this.#chooseListeners.add(listener);
  }

  /** Calls back when the details of a newly chosen event are there. */
  onKnown(listener: (event: EventDetails) => void): void {
    this.#knownListeners.add(listener);
  }

  select(ref: EventRef): void {
    if (ref === this.#ref) return;
    this.#ref = ref;
    this.#forgetRecord();
    for (const listener of this.#chooseListeners) listener();
    void this.#loadChosen(ref);
  }

  clear(): void {
    this.#ref = undefined;
    this.#latestTies.drop();
    this.#details.forget();
    this.#correlation = none;
    this.#ties = undefined;
    this.#forgetRecord();
    for (const listener of this.#chooseListeners) listener();
  }

  /** An import added events: the ties of the chosen one may have grown. */
  refresh(): void {
    if (this.#ref !== undefined) void this.#load(this.#ref);
  }

  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
  }

  openTab(tab: DetailTab): void {
    this.#tab = tab;
    if (this.#ref !== undefined && this.record.phase === 'none') this.#loadRecord(this.#ref);
  }

  /** Reads the event's evidence file again and compares its hash. */
  async verify(): Promise<void> {
    const event = this.event;
    if (event === undefined) return;
    this.#verification.forget();
    await this.#verification.ask((signal) =>
      this.#query.ask('verify', { source: event.source }, signal),
    );
  }

  #forgetRecord(): void {
    this.#record.forget();
    this.#verification.forget();
  }

  async #loadChosen(ref: EventRef): Promise<void> {
    await this.#load(ref);
    const { event } = this;
    if (event === undefined || event.ref !== this.#ref || event.ref !== ref) return;
    for (const listener of this.#knownListeners) listener(event);
  }

  async #load(ref: EventRef): Promise<void> {
    this.#loadRecord(ref);
    const ties = this.#loadTies(ref);
    await this.#details.ask((signal) => this.#query.ask('details', { ref }, signal));
    this.#takeTies();
    await ties;
  }

  async #loadTies(ref: EventRef): Promise<void> {
    const outcome = await this.#latestTies.ask((signal) =>
      this.#query.ask('correlate', { ref }, signal),
    );
    if (outcome.kind === 'answer') this.#ties = { ref, correlation: outcome.value };
    if (outcome.kind === 'failed') this.#correlation = { phase: 'failed', reason: outcome.reason };
    this.#takeTies();
  }

  // What the event itself adds to the counts is known once its details are.
  #takeTies(): void {
    const { event } = this;
    if (event === undefined || event.ref !== this.#ties?.ref) return;
    const { correlation } = this.#ties;
    this.#correlation = { phase: 'done', value: correlation && otherEvents(correlation, event) };
  }

  #loadRecord(ref: EventRef): void {
    if (this.#tab === 'event') return;
    void this.#record.ask((signal) => this.#query.ask('raw', { ref }, signal));
  }
}
