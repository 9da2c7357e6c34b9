import type { EpochMs, Span } from '../../core/base/units.ts';
import type { LaneField, LaneSort } from '../../core/layout/marks.ts';
import { movedBy } from '../../core/layout/time-scale.ts';
import { boundedWindow, zoomedWithin } from '../../core/layout/window-bounds.ts';
import type { SettingsState } from '../app/settings.svelte.ts';

/** Room on either side of what is fitted: a twenty-fifth of it, half a second at least. */
const leastRoom = 500;
/** Events of one moment are fitted with half a minute on either side. */
const leastRoomOfEvents = 30_000;

/**
 * What the timeline shows: a stretch of time, and lanes by one field in one order. The stretch is
 * kept within the bounds of the case, so that zooming out never ends where there is no evidence.
 */
export class TimelineWindow {
  readonly #settings: SettingsState;
  #whole: Span<EpochMs> | undefined = $state.raw();
  #selected: Span<EpochMs> | undefined = $state.raw();
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

  /** The field nested in it; undefined: none. */
  get nested(): LaneField | undefined {
    const { laneField, laneNested } = this.#settings.current;
    return laneNested === 'none' || laneNested === laneField ? undefined : laneNested;
  }

  get sort(): LaneSort {
    return this.#settings.current.laneSort;
  }

  setField(laneField: LaneField): void {
    this.#settings.change({ laneField });
  }

  setNested(nested: LaneField | undefined): void {
    this.#settings.change({ laneNested: nested ?? 'none' });
  }

  setSort(laneSort: LaneSort): void {
    this.#settings.change({ laneSort });
  }

  /** The case's span is this now; a window that showed all of it goes on showing all of it. */
  setWhole(whole: Span<EpochMs> | undefined): void {
    const showedAll = this.#whole === undefined || isSame(this.#visible, padded(this.#whole));
    this.#whole = whole;
    if (whole === undefined) {
      this.#visible = undefined;
      this.#selected = undefined;
    } else if (showedAll || this.#visible === undefined) this.#visible = padded(whole);
  }

  /** From the first selected event up to after the last; undefined where none is selected. */
  setSelected(selected: Span<EpochMs> | undefined): void {
    this.#selected = selected;
  }

  /** Whether the window is just the one that `fit` shows for the selected events, or for this span. */
  isFittedTo(span: Span<EpochMs> | undefined): boolean {
    const whole = this.#whole;
    if (whole === undefined) return false;
    const fitted = [this.#selected && this.around(this.#selected), span && padded(span)];
    return fitted.some(
      (one) => one !== undefined && isSame(this.#visible, boundedWindow(one, whole)),
    );
  }

  show(span: Span<EpochMs>): void {
    if (this.#whole !== undefined) this.#visible = boundedWindow(span, this.#whole);
  }

  /**
   * Shows this span with a little room on either side; without one, all selected events, and the
   * whole case where the window shows just these already.
   */
  fit(span?: Span<EpochMs>): void {
    if (span !== undefined) {
      this.show(padded(span));
      return;
    }
    const events = this.#selected && this.around(this.#selected);
    if (events === undefined || isSame(this.#visible, events)) this.fitWhole();
    else this.show(events);
  }

  /** The window that shows the events of a span: never so near that one mark is all there is. */
  around(span: Span<EpochMs>): Span<EpochMs> {
    const wide = padded(span, leastRoomOfEvents);
    const most = this.#whole === undefined ? wide : padded(this.#whole);
    return { start: Math.max(wide.start, most.start), end: Math.min(wide.end, most.end) };
  }

  /** Shows the whole case, with a little room on either side. */
  fitWhole(): void {
    if (this.#whole !== undefined) this.#visible = padded(this.#whole);
  }

  /** Shows `factor` times as much time around a moment: by default the middle. */
  zoom(factor: number, around?: EpochMs): void {
    if (this.#visible === undefined || this.#whole === undefined) return;
    this.#visible = zoomedWithin(this.#visible, factor, this.#whole, around);
  }

  /** Moves by this share of the window, to later times where positive. */
  pan(share: number): void {
    if (this.#visible !== undefined) this.show(movedBy(this.#visible, share));
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

/** A span with a twenty-fifth of room on either side, so that the first and last marks are whole. */
export function padded(span: Span<EpochMs>, least = leastRoom): Span<EpochMs> {
  const room = Math.max((span.end - span.start) / 25, least);
  return { start: span.start - room, end: span.end + room };
}

/** Equal, but for what is lost where a window is kept in whole milliseconds. */
function isSame(one: Span<EpochMs> | undefined, other: Span<EpochMs>): boolean {
  if (one === undefined) return false;
  return Math.abs(one.start - other.start) < 1 && Math.abs(one.end - other.end) < 1;
}
