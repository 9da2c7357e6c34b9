import type { EpochMs, Span } from '../../core/base/units.ts';
import { narrowestWindow, timeAt, type TimeScale } from '../../core/layout/time-scale.ts';

/** What of the brush is held: an edge, or the whole. */
export type BrushPart = 'start' | 'end' | 'body';

/** The brush after moving what is held by some time; it stays within reach of the whole. */
export function movedBrush(
  brush: Span<EpochMs>,
  part: BrushPart,
  by: EpochMs,
  whole: Span<EpochMs>,
): Span<EpochMs> {
  switch (part) {
    case 'start':
      return { start: Math.min(brush.start + by, brush.end - narrowestWindow), end: brush.end };
    case 'end':
      return { start: brush.start, end: Math.max(brush.end + by, brush.start + narrowestWindow) };
    case 'body': {
      const length = brush.end - brush.start;
      // Half a window may stand over either end of the case, as when its first event is centred.
      const start = Math.min(
        Math.max(brush.start + by, whole.start - length / 2),
        whole.end - length / 2,
      );
      return { start, end: start + length };
    }
  }
}

/** The brush, as long as it is, with its middle at a place. */
export function centredBrush(brush: Span<EpochMs>, scale: TimeScale, x: number): Span<EpochMs> {
  const by = timeAt(scale, x) - (brush.start + brush.end) / 2;
  return movedBrush(brush, 'body', by, scale.span);
}

/** How far a key moves a part of the brush, as a share of the whole; undefined for other keys. */
export function keyShare(press: Pick<KeyboardEvent, 'key' | 'shiftKey'>): number | undefined {
  const step = press.shiftKey ? 0.05 : 0.005;
  switch (press.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step;
    case 'ArrowRight':
    case 'ArrowUp':
      return step;
    case 'PageDown':
      return -0.1;
    case 'PageUp':
      return 0.1;
    default:
      return undefined;
  }
}
