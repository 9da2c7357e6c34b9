import type { EpochMs, Span } from '../../core/base/units.ts';
import type { LaneColumns, Lanes } from '../../core/layout/lane-columns.ts';
import { LaneList } from '../../core/layout/lane-list.ts';
import type { LaneField, LaneFields, LaneSort } from '../../core/layout/marks.ts';
import type { Filter } from '../../core/query/filter.ts';
import { message } from '../../messages/message.svelte.ts';
import { eventsAround } from './events-around.ts';
import { EarlyAnswers } from '../early-answers.ts';
import type { LaneArrangement } from './lane-arrangement.svelte.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from '../search/search.svelte.ts';
import type { AskAhead, TimelineData } from './timeline-data.ts';
import type { TimelineWindow } from './timeline-window.svelte.ts';
import { windowFor } from './window-moves.ts';

/** A move of the window that a change of the filter made. */
interface Move {
  readonly filter: Filter;
  /** What was shown under that filter. */
  readonly from: Span<EpochMs>;
  readonly to: Span<EpochMs>;
}

/** Lanes as they were answered. */
interface Loaded {
  readonly filter: Filter;
  readonly fields: LaneFields;
  readonly lanes: Lanes;
}

interface Parts {
  readonly query: QueryPort;
  readonly notices: Notices;
  readonly search: SearchState;
  readonly timeline: TimelineWindow;
  readonly arrangement: LaneArrangement;
}

/**
 * The lanes of the selection; those of the filter before until the present one's are there. Moves
 * the window where another filter leaves nothing in it, and back with the filter.
 */
export class LanesState {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #search: SearchState;
  readonly #timeline: TimelineWindow;
  readonly #arrangement: LaneArrangement;
  readonly #latest = new Latest();
  readonly #askAhead = new Set<AskAhead>();
  #source: TimelineData | undefined = $state.raw();
  #busy = $state(false);
  /** What `source` shows, before it is arranged. */
  #loaded: Loaded | undefined;
  #moved: Move | undefined;

  constructor({ query, notices, search, timeline, arrangement }: Parts) {
    this.#query = query;
    this.#notices = notices;
    this.#search = search;
    this.#timeline = timeline;
    this.#arrangement = arrangement;
    search.onChange(() => {
      void this.load();
    });
    arrangement.onChange(() => {
      if (this.#busy) void this.load();
      else this.#arrange();
    });
  }

  /** The lanes are being asked for. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Undefined until the first lanes are there. */
  get source(): TimelineData | undefined {
    return this.#source;
  }

  /**
   * Calls back with lanes that are about to be shown: what is asked of them then comes with them, so
   * that they appear with all that belongs to them. Answers how to stop that.
   */
  onAhead(ask: AskAhead): () => void {
    this.#askAhead.add(ask);
    return () => this.#askAhead.delete(ask);
  }

  setField(field: LaneField): void {
    this.#timeline.setField(field);
    this.#arrangement.unfold();
    void this.load();
  }

  /** Nests this field in the lanes; undefined: none. */
  setNested(field: LaneField | undefined): void {
    this.#timeline.setNested(field);
    this.#arrangement.unfold();
    void this.load();
  }

  setSort(sort: LaneSort): void {
    this.#timeline.setSort(sort);
    void this.load();
  }

  /** Forgets the lanes of the case before. */
  clear(): void {
    this.#latest.drop();
    this.#source = undefined;
    this.#loaded = undefined;
    this.#moved = undefined;
  }

  async load(): Promise<void> {
    const { filter } = this.#search;
    const { field, nested, sort } = this.#timeline;
    const { visible } = this.#timeline;
    const fields = { field, nested };
    this.#busy = true;
    const outcome = await this.#latest.ask(async (signal) => {
      // At once: asked one after the other, the screen would wait for two answers.
      const [lanes, isInView] = await Promise.all([
        this.#query.ask('lanes', { filter, fields, sort }, signal),
        this.#isInView(filter, signal),
      ]);
      const selected = spanOf(lanes.outer);
      const window = this.#windowFor(filter, selected, isInView);
      const loaded = { filter, fields, lanes };
      const source = await this.#aheadOf(loaded, window ?? visible, signal);
      return { loaded, source, selected, window };
    });
    if (outcome.kind !== 'late') this.#busy = false;
    if (outcome.kind === 'answer') {
      const { loaded, source, selected, window } = outcome.value;
      this.#timeline.setSelected(selected);
      // Who moved the window meanwhile has chosen what to see.
      if (window !== undefined && this.#timeline.visible === visible) this.#move(window);
      this.#loaded = loaded;
      this.#source = source;
    }
    if (outcome.kind === 'failed') {
      const wayOut = message('timeline.notLoadedWayOut');
      const thing = message('timeline.notLoaded');
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
  }

  /**
   * Whether another filter leaves anything in the window; undefined where it is the same filter, or
   * the window was moved before it was known.
   */
  async #isInView(filter: Filter, signal: AbortSignal): Promise<boolean | undefined> {
    const { visible } = this.#timeline;
    const isNew = this.#loaded !== undefined && this.#loaded.filter !== filter;
    if (!isNew || visible === undefined) return undefined;
    const count = await this.#query.ask('countIn', { filter, span: visible }, signal);
    // Who moved the window meanwhile has chosen what to see.
    return this.#timeline.visible === visible ? count > 0 : undefined;
  }

  /** Where the window goes for the selection of another filter; undefined: nowhere. */
  #windowFor(
    filter: Filter,
    span: Span<EpochMs> | undefined,
    isInView: boolean | undefined,
  ): Span<EpochMs> | undefined {
    const { visible } = this.#timeline;
    if (isInView === undefined || span === undefined || visible === undefined) return undefined;
    const { filter: before, from, to } = this.#moved ?? {};
    if (before === filter && visible === to) return from;
    const wanted = this.#timeline.around(span);
    const wasFitted = this.#timeline.isFittedTo(this.#loaded?.filter.span);
    return windowFor({ filter, span, wanted, visible, isInView, wasFitted });
  }

  #move(window: Span<EpochMs>): void {
    const from = this.#timeline.visible;
    this.#timeline.show(window);
    const to = this.#timeline.visible;
    const filter = this.#loaded?.filter;
    this.#moved = filter && from && to && { filter, from, to };
  }

  /** The source of these lanes, with the answers to what is asked of it ahead. */
  async #aheadOf(
    loaded: Loaded,
    window: Span<EpochMs> | undefined,
    signal: AbortSignal,
  ): Promise<TimelineData> {
    const early = new EarlyAnswers(this.#query);
    const source = this.#sourceOf(loaded, early);
    if (window !== undefined) for (const ask of this.#askAhead) ask(source, window, signal);
    await early.arrive();
    return source;
  }

  #arrange(): void {
    if (this.#loaded !== undefined) this.#source = this.#sourceOf(this.#loaded, this.#query);
  }

  #sourceOf({ filter, fields, lanes: loaded }: Loaded, query: QueryPort): TimelineData {
    return {
      filter,
      fields,
      lanes: new LaneList(loaded, this.#arrangement.of(fields.field)),
      coverage: (lanes, signal) => query.ask('coverage', { filter, ...fields, lanes }, signal),
      marks: (request, signal) => query.ask('marks', { filter, ...request }, signal),
      links: (request, signal) => query.ask('links', { filter, ...fields, ...request }, signal),
      cell: (lane, span, signal) => query.ask('cell', { filter, ...fields, lane, span }, signal),
      histogram: (span, bins, signal) => query.ask('histogram', { filter, span, bins }, signal),
      around: (span, signal) => {
        const first = this.#timeline.whole?.start ?? span.start;
        return eventsAround(query, { filter, fields, span, first }, signal);
      },
    };
  }
}

/** From the first event of these lanes up to after the last. */
function spanOf({ firstSeen, lastSeen }: LaneColumns): Span<EpochMs> | undefined {
  const start = firstSeen.reduce((least, time) => Math.min(least, time), Infinity);
  const end = lastSeen.reduce((most, time) => Math.max(most, time + 1), -Infinity);
  return start < end ? { start, end } : undefined;
}
