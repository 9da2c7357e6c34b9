import type { EpochMs, Span } from '../base/units.ts';

/** A stretch of time laid over a width in pixels. */
export interface TimeScale {
  readonly span: Span<EpochMs>;
  /** Pixels. */
  readonly width: number;
}

/** The narrowest stretch of time a window shows: CloudTrail's times have whole seconds. */
export const narrowestWindow = 1000;

/** Pixels a millisecond takes; 0 where the scale has no length. */
export function pixelsPerMs(scale: TimeScale): number {
  const length = scale.span.end - scale.span.start;
  return length > 0 ? scale.width / length : 0;
}

/** Pixels from the left edge to a moment; negative before the window. */
export function xOf(scale: TimeScale, time: EpochMs): number {
  return (time - scale.span.start) * pixelsPerMs(scale);
}

/** The moment under a pixel, the inverse of {@link xOf}. */
export function timeAt(scale: TimeScale, x: number): EpochMs {
  const share = scale.width > 0 ? x / scale.width : 0;
  return scale.span.start + share * (scale.span.end - scale.span.start);
}

/** `factor` times as much time around a moment that stays where it is on the screen. */
export function zoomedAround(
  span: Span<EpochMs>,
  factor: number,
  still: EpochMs = (span.start + span.end) / 2,
): Span<EpochMs> {
  const length = Math.max(narrowestWindow, (span.end - span.start) * factor);
  const share = span.end > span.start ? (still - span.start) / (span.end - span.start) : 0.5;
  const start = still - length * share;
  return { start, end: start + length };
}

/** Moved by a share of its length: to later times where positive. */
export function movedBy(span: Span<EpochMs>, share: number): Span<EpochMs> {
  const by = (span.end - span.start) * share;
  return { start: span.start + by, end: span.end + by };
}

/** True where the inner span lies wholly in the outer one. */
export function covers(outer: Span<EpochMs>, inner: Span<EpochMs>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span between two moments in whichever order. */
export function spanBetween(one: EpochMs, other: EpochMs): Span<EpochMs> {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}
