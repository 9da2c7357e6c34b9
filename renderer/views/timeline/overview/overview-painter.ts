import { outcomes } from '../../../core/table/columns.ts';
import { hatchPattern } from '../marks/hatch.ts';
import type { MarkPalette } from '../marks/mark-palette.ts';
import type { BarPiece } from './overview-bars.ts';

/** A stretch of the overview, in pixels from its left edge. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** A gap is seen however short it is. */
const leastGap = 2;

/** Paints the gaps and the bars over the whole canvas, which is given the size in device pixels. */
export function paintOverview(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number; readonly pixelRatio: number },
  bars: readonly BarPiece[],
  gaps: readonly Stretch[],
  palette: MarkPalette,
): void {
  const { width, height, pixelRatio } = size;
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const hatch = gaps.length === 0 ? undefined : hatchPattern(palette.hatch, pixelRatio);
  if (hatch !== undefined) context.fillStyle = hatch;
  for (const gap of gaps) context.fillRect(gap.x, 0, Math.max(leastGap, gap.width), height);
  for (const bar of bars) {
    const outcome = outcomes[bar.outcome];
    if (outcome === undefined) continue;
    context.fillStyle = palette.marks[outcome];
    context.fillRect(bar.x, bar.y, Math.max(1, bar.width - 0.5), bar.height);
  }
}
