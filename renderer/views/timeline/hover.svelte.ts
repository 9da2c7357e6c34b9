import type { EpochMs, EventRef, Span } from '../../core/base/units.ts';
import { Latest } from '../../state/latest.ts';
import type { Hit } from './hit-test.ts';

/** Says in a few words what an event is, such as its action. */
export type Describe = (ref: EventRef, signal: AbortSignal) => Promise<string | undefined>;

/** What lies under the pointer, and where the pointer is within the rows, in pixels. */
export interface Hover {
  readonly hit: Hit;
  /** The window as it was then: once it moves, something else is under the pointer. */
  readonly window: Span<EpochMs>;
  readonly x: number;
  readonly y: number;
}

/** The mark under the pointer, and its description as soon as it is known. */
export class HoverState {
  readonly #latest = new Latest();
  #hover: Hover | undefined = $state.raw();
  #text: string | undefined = $state.raw();

  get hover(): Hover | undefined {
    return this.#hover;
  }
  get text(): string | undefined {
    return this.#text;
  }

  point(hover: Hover | undefined, describe: Describe | undefined): void {
    const before = this.#hover?.hit;
    this.#hover = hover;
    const hit = hover?.hit;
    if (hit?.kind === 'event' && before?.kind === 'event' && hit.ref === before.ref) return;
    this.#text = undefined;
    this.#latest.drop();
    if (hit?.kind === 'event' && describe !== undefined) void this.#ask(hit.ref, describe);
  }

  async #ask(ref: EventRef, describe: Describe): Promise<void> {
    const outcome = await this.#latest.ask((signal) => describe(ref, signal));
    if (outcome.kind === 'answer') this.#text = outcome.value;
  }
}
