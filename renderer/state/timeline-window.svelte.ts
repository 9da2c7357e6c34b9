import type { EpochMs, Span } from '../core/base/units.ts';
import type { LaneField, LaneSort } from '../core/layout/marks.ts';
import type { SettingsState } from './settings.svelte.ts';

/** The narrowest window: one second. */
const narrowest = 1000;
/** The widest: fifty years. */
const widest = 50 * 365.25 * 86_400_000;

/** What the timeline shows: a stretch of time, and lanes by one field in one order. */
export class TimelineWindow {
  readonly #settings: SettingsState;
  #whole: Span<EpochMs> | undefined = $state.raw();
  #visible: Span<EpochMs> | undefined = $state.raw();

  constructor(settings: SettingsState) {
    this.#settings = settings;
  }

  /** The open case's span; undefined while it holds no event. */
  get whole(): Span<EpochMs> | undefined {
    return this.#whole;
  }

  /** The stretch on the screen. */
  get visible(): Span<EpochMs> | undefined {
    return this.#visible;
  }

  get field(): LaneField {
    return this.#settings.current.laneField;
  }

  get sort(): LaneSort {
    return this.#settings.current.laneSort;
  }

  setField(laneField: LaneField): void {
    this.#settings.change({ laneField });
  }

  setSort(laneSort: LaneSort): void {
    this.#settings.change({ laneSort });
  }

  /** The case's span is this now; a window that showed all of it goes on showing all of it. */
  setWhole(whole: Span<EpochMs> | undefined): void {
    const showedAll = this.#whole === undefined || isSame(this.#visible, padded(this.#whole));
    this.#whole = whole;
    if (whole === undefined) this.#visible = undefined;
    else if (showedAll || this.#visible === undefined) this.#visible = padded(whole);
  }

  show(span: Span<EpochMs>): void {
    this.#visible = within(span);
  }

  /** Shows the whole case, or this span of it, with a little room on either side. */
  fit(span: Span<EpochMs> | undefined = this.#whole): void {
    if (span !== undefined) this.#visible = padded(span);
  }

  /** Shows `factor` times as much time around a moment: by default the middle. */
  zoom(factor: number, around?: EpochMs): void {
    if (this.#visible === undefined) return;
    const { start, end } = this.#visible;
    const still = around ?? (start + end) / 2;
    this.show({ start: still - (still - start) * factor, end: still + (end - still) * factor });
  }

  /** Moves by this share of the window, to later times where positive. */
  pan(share: number): void {
    if (this.#visible === undefined) return;
    const { start, end } = this.#visible;
    const by = (end - start) * share;
    this.show({ start: start + by, end: end + by });
  }

  /** Moves as little as brings the moment into view. */
  reveal(time: EpochMs): void {
    if (this.#visible === undefined) return;
    const { start, end } = this.#visible;
    if (time >= start && time < end) return;
    const half = (end - start) / 2;
    this.show({ start: time - half, end: time + half });
  }
}

/** A span with a fiftieth of room on either side, so that the first and last marks are whole. */
export function padded(span: Span<EpochMs>): Span<EpochMs> {
  const room = Math.max((span.end - span.start) / 50, narrowest / 2);
  return { start: span.start - room, end: span.end + room };
}

function within(span: Span<EpochMs>): Span<EpochMs> {
  const width = Math.min(widest, Math.max(narrowest, span.end - span.start));
  const middle = (span.start + span.end) / 2;
  return { start: middle - width / 2, end: middle + width / 2 };
}

function isSame(one: Span<EpochMs> | undefined, other: Span<EpochMs>): boolean {
  return one?.start === other.start && one.end === other.end;
}
