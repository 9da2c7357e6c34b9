import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import type { CellSummary } from '../../../core/layout/summarise-cell.ts';
import { Latest } from '../../../state/latest.ts';
import type { Hit } from './hit-test.ts';
import { after, type Schedule } from './schedule.ts';

/** Says in a few words what an event is, such as its action. */
export type Describe = (ref: EventRef, signal: AbortSignal) => Promise<string | undefined>;

/** A bar under the pointer. */
type HitCell = Extract<Hit, { readonly kind: 'cell' }>;

/** Says more of what is under the pointer. */
export interface Tell {
  readonly event: Describe;
  cell(cell: HitCell, signal: AbortSignal): Promise<CellSummary>;
}

/** So long the pointer rests on a bar before more is asked: a sweep over many asks nothing. */
const restMs = 80;

/** What lies under the pointer, and where the pointer is within the rows, in pixels. */
export interface Hover {
  readonly hit: Hit;
  /** The window as it was then: once it moves, something else is under the pointer. */
  readonly window: Span<EpochMs>;
  readonly x: number;
  readonly y: number;
}

/** The mark under the pointer, and what is told of it as soon as it is known. */
export class HoverState {
  readonly #latest = new Latest();
  readonly #schedule: Schedule;
  #hover: Hover | undefined = $state.raw();
  #text: string | undefined = $state.raw();
  #summary: CellSummary | undefined = $state.raw();
  #cancelRest: (() => void) | undefined;

  constructor(schedule: Schedule = after(restMs)) {
    this.#schedule = schedule;
  }

  get hover(): Hover | undefined {
    return this.#hover;
  }
  /** Of the bar under the pointer. */
  get summary(): CellSummary | undefined {
    return this.#summary;
  }
  /** Of the event under the pointer. */
  get text(): string | undefined {
    return this.#text;
  }

  point(hover: Hover | undefined, tell: Tell): void {
    const before = this.#hover?.hit;
    this.#hover = hover;
    const hit = hover?.hit;
    if (isSame(hit, before)) return;
    this.#text = undefined;
    this.#summary = undefined;
    this.#latest.drop();
    this.#cancelRest?.();
    if (hit?.kind === 'event') void this.#askEvent(hit.ref, tell);
    if (hit?.kind === 'cell') {
      this.#cancelRest = this.#schedule(() => {
        void this.#askCell(hit, tell);
      });
    }
  }

  async #askEvent(ref: EventRef, tell: Tell): Promise<void> {
    const outcome = await this.#latest.ask((signal) => tell.event(ref, signal));
    if (outcome.kind === 'answer') this.#text = outcome.value;
  }

  async #askCell(cell: HitCell, tell: Tell): Promise<void> {
    const outcome = await this.#latest.ask((signal) => tell.cell(cell, signal));
    if (outcome.kind === 'answer') this.#summary = outcome.value;
  }
}

function isSame(one: Hit | undefined, other: Hit | undefined): boolean {
  if (one?.kind === 'event' && other?.kind === 'event') return one.ref === other.ref;
  if (one?.kind !== 'cell' || other?.kind !== 'cell') return false;
  return one.lane === other.lane && one.span.start === other.span.start;
}
