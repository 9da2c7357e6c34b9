import type { Histogram } from '../../../core/layout/marks.ts';
import { outcomes } from '../../../core/table/columns.ts';

/** A piece of a stacked bar, in pixels from the upper left corner. */
export interface BarPiece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Place in `outcomes`. */
  readonly outcome: number;
}

/** What is there at all is seen: no piece is lower than this, in pixels. */
const leastPiece = 1.5;

/**
 * The histogram as stacked bars, gravest outcome lowest so that all stand on one line. A bar's
 * height goes by the square root of its count: quiet hours stay visible beside a burst. Within a
 * bar the outcomes share by count, but each has its least height.
 */
export function overviewBars(
  { bins, counts }: Histogram,
  width: number,
  height: number,
): readonly BarPiece[] {
  const totals = Array.from({ length: bins }, (_, bin) => totalOf(counts, bins, bin));
  const most = totals.reduce((larger, total) => Math.max(larger, total), 1);
  const barWidth = width / bins;
  const pieces: BarPiece[] = [];
  totals.forEach((total, bin) => {
    if (total === 0) return;
    const barHeight = Math.sqrt(total / most) * height;
    let floor = height;
    for (let outcome = outcomes.length - 1; outcome >= 0; outcome--) {
      const count = counts[outcome * bins + bin] ?? 0;
      if (count === 0) continue;
      const share = Math.min(floor, Math.max(leastPiece, (count / total) * barHeight));
      floor -= share;
      pieces.push({ x: bin * barWidth, y: floor, width: barWidth, height: share, outcome });
    }
  });
  return pieces;
}

function totalOf(counts: Uint32Array, bins: number, bin: number): number {
  return outcomes.reduce((sum, _, outcome) => sum + (counts[outcome * bins + bin] ?? 0), 0);
}
