import { outcomes } from '../../core/table/columns.ts';
import type { MarkPalette } from './mark-palette.ts';
import type { BarPiece } from './overview-bars.ts';

/** Paints the bars over the whole canvas, which is given the size in device pixels. */
export function paintOverview(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number; readonly pixelRatio: number },
  bars: readonly BarPiece[],
  palette: MarkPalette,
): void {
  const { width, height, pixelRatio } = size;
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  for (const bar of bars) {
    const outcome = outcomes[bar.outcome];
    if (outcome === undefined) continue;
    context.fillStyle = palette.marks[outcome];
    context.fillRect(bar.x, bar.y, Math.max(1, bar.width - 0.5), bar.height);
  }
}
