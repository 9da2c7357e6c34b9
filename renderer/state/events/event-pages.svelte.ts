import type { EventRef, Row, Span } from '../../core/base/units.ts';
import { byTime, type Sort, type SortColumn } from '../../core/query/filter.ts';
import type { TextColumn } from '../../core/table/columns.ts';
import type { TableRow } from '../../workers/query/query.ts';
import { message } from '../../messages/message.svelte.ts';
import { Latest } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from '../search/search.svelte.ts';
import type { SelectionState } from './selection.svelte.ts';
import type { SettingsState } from '../app/settings.svelte.ts';
import type { TableColumn } from '../app/settings-schema.ts';

export type { TableRow } from '../../workers/query/query.ts';

/** Rows fetched with those in view, above and below, so that scrolling meets them loaded. */
const margin = 60;

/** Rows of the sorted selection, `span.start` first. */
interface Fetched {
  readonly span: Span<Row>;
  readonly rows: readonly TableRow[];
}

const nothing: Fetched = { span: { start: 0, end: 0 }, rows: [] };

/**
 * The rows of the table: those in view and some around them, fetched as the view moves. Rows of the
 * filter before stay until the present one's are there.
 */
export class EventPages {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #search: SearchState;
  readonly #selection: SelectionState;
  readonly #settings: SettingsState;
  readonly #latestPage = new Latest();
  readonly #latestPlace = new Latest();
  #sort: Sort = $state.raw(byTime);
  #fetched: Fetched = $state.raw(nothing);
  #place: number | undefined = $state.raw();
  #isLeftOut = $state(false);
  #hasMilliseconds = $state(false);
  #inView: Span<Row> = { start: 0, end: 50 };
  /** The fetched rows answer the present filter, sort and columns. */
  #fresh = false;

  constructor(parts: {
    readonly query: QueryPort;
    readonly notices: Notices;
    readonly search: SearchState;
    readonly selection: SelectionState;
    readonly settings: SettingsState;
  }) {
    this.#query = parts.query;
    this.#notices = parts.notices;
    this.#search = parts.search;
    this.#selection = parts.selection;
    this.#settings = parts.settings;
    parts.search.onChange(() => {
      this.#askAnew();
    });
    parts.selection.onChoose(() => {
      if (!this.#isAtPlace()) void this.locate();
    });
  }

  get sort(): Sort {
    return this.#sort;
  }

  get columns(): readonly TableColumn[] {
    return this.#settings.current.columns;
  }

  get count(): number {
    return this.#search.sums?.count ?? 0;
  }

  /** The chosen event's place in the table; undefined where the filter leaves it out. */
  get place(): number | undefined {
    return this.#place;
  }

  /** The filter leaves the chosen event out. */
  get isLeftOut(): boolean {
    return this.#isLeftOut;
  }

  /** A time of a row that came so far has milliseconds, which most evidence has not. */
  get hasMilliseconds(): boolean {
    return this.#hasMilliseconds;
  }

  /** The row at a place; undefined while it is being fetched. */
  rowAt(place: number): TableRow | undefined {
    return this.#fetched.rows[place - this.#fetched.span.start];
  }

  /** The view shows these places now. */
  show(span: Span<Row>): void {
    this.#inView = span;
    const { start, end } = this.#fetched.span;
    const covered = span.start >= start && Math.min(span.end, this.count) <= end;
    if (!(this.#fresh && covered)) void this.#fetch();
  }

  sortBy(column: SortColumn): void {
    const same = this.#sort.column === column;
    this.#sort = { column, descending: same && !this.#sort.descending };
    this.#askAnew();
  }

  /** Shows these columns, in this order. */
  setColumns(columns: readonly TableColumn[]): void {
    this.#settings.change({ columns });
    this.#fresh = false;
    void this.#fetch();
  }

  /** Looks up where the chosen event stands now. */
  async locate(): Promise<void> {
    const ref = this.#selection.ref;
    if (ref === undefined) {
      this.#latestPlace.drop();
      this.#place = undefined;
      this.#isLeftOut = false;
      return;
    }
    const request = { filter: this.#search.filter, sort: this.#sort, ref };
    const outcome = await this.#latestPlace.ask((signal) =>
      this.#query.ask('place', request, signal),
    );
    if (outcome.kind !== 'answer') return;
    this.#place = outcome.value;
    this.#isLeftOut = outcome.value === undefined;
  }

  /** Chooses the event at a place, fetching it where it is not loaded. */
  async choose(place: number): Promise<void> {
    if (place < 0 || place >= this.count) return;
    // At once, so that the next key goes on from here though the row is still being fetched.
    this.#place = place;
    const ref = this.rowAt(place)?.ref ?? (await this.#refAt(place));
    if (ref === undefined) return;
    this.#latestPlace.drop();
    this.#isLeftOut = false;
    this.#selection.select(ref);
  }

  /** The chosen event was chosen in the table, or stands where the last one stood. */
  #isAtPlace(): boolean {
    const { ref } = this.#selection;
    return this.#place !== undefined && ref !== undefined && this.rowAt(this.#place)?.ref === ref;
  }

  #askAnew(): void {
    this.#fresh = false;
    void this.#fetch();
    void this.locate();
  }

  async #refAt(place: number): Promise<EventRef | undefined> {
    const span = { start: place, end: place + 1 };
    const outcome = await this.#latestPlace.ask((signal) => this.#ask(span, signal));
    if (outcome.kind === 'failed') void this.locate();
    return outcome.kind === 'answer' ? outcome.value[0]?.ref : undefined;
  }

  async #fetch(): Promise<void> {
    const start = Math.max(0, this.#inView.start - margin);
    const span = { start, end: this.#inView.end + margin };
    const outcome = await this.#latestPage.ask((signal) => this.#ask(span, signal));
    if (outcome.kind === 'answer') {
      this.#fetched = { span, rows: outcome.value };
      this.#hasMilliseconds ||= outcome.value.some(({ time }) => time % 1000 !== 0);
      this.#fresh = true;
    }
    if (outcome.kind === 'failed') {
      const thing = message('table.notLoaded');
      const wayOut = message('table.notLoadedWayOut');
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
  }

  #ask(span: Span<Row>, signal: AbortSignal): Promise<readonly TableRow[]> {
    const columns = this.columns.filter(
      (one): one is TextColumn => one !== 'time' && one !== 'outcome',
    );
    const request = { filter: this.#search.filter, sort: this.#sort, span, columns };
    return this.#query.ask('page', request, signal);
  }
}
