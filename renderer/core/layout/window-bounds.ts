import type { EpochMs, Span } from '../base/units.ts';
import { narrowestWindow, zoomedAround } from './time-scale.ts';

const day = 86_400_000;

/** Milliseconds of the widest window over a case: three times its span, and a day at least. */
export function widestWindow(whole: Span<EpochMs>): number {
  return Math.max(day, 3 * (whole.end - whole.start));
}

/**
 * The window nearest to this one that is neither too narrow nor too wide for the case, and has its
 * middle in it: half of it may stand over either end, as when the first event is centred.
 */
export function boundedWindow(window: Span<EpochMs>, whole: Span<EpochMs>): Span<EpochMs> {
  const length = window.end - window.start;
  const bounded = boundedLength(length, whole);
  const middle = (window.start + window.end) / 2;
  const within = Math.min(Math.max(middle, whole.start), whole.end);
  if (bounded === length && within === middle) return window;
  return { start: within - bounded / 2, end: within + bounded / 2 };
}

/** Zoomed as {@link zoomedAround} does, as far as the bounds allow: the moment stays in its place. */
export function zoomedWithin(
  window: Span<EpochMs>,
  factor: number,
  whole: Span<EpochMs>,
  still?: EpochMs,
): Span<EpochMs> {
  const length = window.end - window.start;
  const possible = boundedLength(length * factor, whole) / length;
  return boundedWindow(zoomedAround(window, possible, still), whole);
}

function boundedLength(length: number, whole: Span<EpochMs>): number {
  return Math.min(widestWindow(whole), Math.max(narrowestWindow, length));
}
