import { markPath, markReach } from '../../../core/layout/mark-shape.ts';
import { outcomes } from '../../../core/table/columns.ts';
import type { MarkPalette } from './mark-palette.ts';

/** The marks drawn once, in a row: filled ones by place in `outcomes`, then hollow ones. */
export interface MarkSprites {
  readonly image: CanvasImageSource;
  /** Side of one sprite in the image, in device pixels. */
  readonly side: number;
  /** Side of one sprite on the screen, in CSS pixels. */
  readonly shown: number;
}

/** Draws the marks in the theme's colours. Hollow: made by an AWS service for someone. */
export function drawSprites(palette: MarkPalette, pixelRatio: number): MarkSprites {
  const shown = 2 * markReach;
  const side = Math.ceil(shown * pixelRatio);
  const image = new OffscreenCanvas(side * outcomes.length * 2, side);
  const context = image.getContext('2d');
  if (context !== null) {
    for (const [place, outcome] of outcomes.entries()) {
      const outline = new Path2D(markPath[outcome]);
      for (const hollow of [false, true]) {
        const left = spritePlace(place, hollow) * side;
        context.setTransform(pixelRatio, 0, 0, pixelRatio, left + side / 2, side / 2);
        context.lineWidth = 1.5;
        // A rim of the surface keeps marks apart that overlap.
        context.strokeStyle = hollow ? palette.marks[outcome] : palette.surface;
        context.fillStyle = hollow ? palette.surface : palette.marks[outcome];
        context.stroke(outline);
        context.fill(outline);
        if (hollow) context.stroke(outline);
      }
    }
  }
  return { image, side, shown };
}

/** Where in the image the sprite of an outcome stands, counted in sprites. */
export function spritePlace(outcome: number, hollow: boolean): number {
  return outcome + (hollow ? outcomes.length : 0);
}
