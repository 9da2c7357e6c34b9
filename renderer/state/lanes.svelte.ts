import type { EpochMs, Span } from '../core/base/units.ts';
import type {
  Histogram,
  Lane,
  LaneField,
  LaneSort,
  Marks,
  MarksRequest,
} from '../core/layout/marks.ts';
import type { Filter } from '../core/query/filter.ts';
import { Latest } from './latest.ts';
import type { Notices } from './notices.svelte.ts';
import type { QueryPort } from './query-port.ts';
import type { SearchState } from './search.svelte.ts';
import type { TimelineWindow } from './timeline-window.svelte.ts';

/** What the timeline draws from. A new object stands for another selection, or grown evidence. */
export interface LaneSource {
  readonly field: LaneField;
  /** Every lane of the selection, top first. */
  readonly lanes: readonly Lane[];
  marks(request: MarksRequest, signal: AbortSignal): Promise<Marks>;
  histogram(span: Span<EpochMs>, bins: number, signal: AbortSignal): Promise<Histogram>;
}

/** The lanes of the selection; those of the filter before until the present one's are there. */
export class LanesState {
  readonly #query: QueryPort;
  readonly #notices: Notices;
  readonly #search: SearchState;
  readonly #timeline: TimelineWindow;
  readonly #latest = new Latest();
  #source: LaneSource | undefined = $state.raw();
  #busy = $state(false);

  constructor(query: QueryPort, notices: Notices, search: SearchState, timeline: TimelineWindow) {
    this.#query = query;
    this.#notices = notices;
    this.#search = search;
    this.#timeline = timeline;
    search.onChange(() => {
      void this.load();
    });
  }

  /** The lanes are being asked for. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Undefined until the first lanes are there. */
  get source(): LaneSource | undefined {
    return this.#source;
  }

  setField(field: LaneField): void {
    this.#timeline.setField(field);
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
  }

  async load(): Promise<void> {
    const { filter } = this.#search;
    const { field, sort } = this.#timeline;
    this.#busy = true;
    const outcome = await this.#latest.ask((signal) =>
      this.#query.ask('lanes', { filter, field, sort }, signal),
    );
    if (outcome.kind !== 'late') this.#busy = false;
    if (outcome.kind === 'answer') this.#source = this.#sourceOf(filter, field, outcome.value);
    if (outcome.kind === 'failed') {
      const wayOut = 'Choose another field for the lanes, or change the filter, to ask again.';
      const thing = 'The timeline’s lanes were not loaded';
      this.#notices.problem({ thing, reason: outcome.reason, wayOut });
    }
  }

  #sourceOf(filter: Filter, field: LaneField, lanes: readonly Lane[]): LaneSource {
    return {
      field,
      lanes,
      marks: (request, signal) => this.#query.ask('marks', { filter, ...request }, signal),
      histogram: (span, bins, signal) =>
        this.#query.ask('histogram', { filter, span, bins }, signal),
    };
  }
}
