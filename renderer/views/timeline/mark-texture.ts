import type { Marks } from '../../core/layout/marks.ts';

export type DensityMarks = Extract<Marks, { readonly kind: 'density' }>;

/** Pixels of a lane that no bar reaches: above, for the tick that stands over a refusal's bar. */
const roomAbove = 6;
const roomBelow = 2;
const leastBar = 3;
/** Counts of this many and more are drawn as high as a lane allows. */
const fullCount = 10_000;
const denied = 3;

/** How high the bar of a cell is in a lane of this height, in pixels: by the count's logarithm. */
export function barHeight(count: number, laneHeight: number): number {
  if (count === 0) return 0;
  const room = laneHeight - roomAbove - roomBelow - leastBar;
  const share = Math.min(1, Math.log10(count) / Math.log10(fullCount));
  return leastBar + Math.round(room * share);
}

/**
 * The cells as a picture of `bins` × `lanes * laneHeight` pixels: a bar per cell in the colour of
 * its gravest outcome, and a tick above it where a call was refused, so that colour is not all
 * that tells. `colours` are pixels by place in `outcomes`; the rest stays transparent.
 */
export function densityPixels(
  marks: DensityMarks,
  laneHeight: number,
  colours: readonly number[],
): Uint32Array<ArrayBuffer> {
  const { bins, lanes, counts, gravest } = marks;
  const pixels = new Uint32Array(bins * lanes * laneHeight);
  for (let lane = 0; lane < lanes; lane++) {
    const top = lane * laneHeight;
    for (let bin = 0; bin < bins; bin++) {
      const cell = lane * bins + bin;
      const count = counts[cell] ?? 0;
      if (count === 0) continue;
      const outcome = gravest[cell] ?? 0;
      const colour = colours[outcome] ?? 0;
      const floor = top + laneHeight - roomBelow;
      const ceiling = floor - barHeight(count, laneHeight);
      for (let y = ceiling; y < floor; y++) pixels[y * bins + bin] = colour;
      if (outcome === denied) {
        pixels[(ceiling - 3) * bins + bin] = colour;
        pixels[(ceiling - 4) * bins + bin] = colour;
      }
    }
  }
  return pixels;
}

/** The same as something a canvas can draw, stretched at will. */
export function densityTexture(
  marks: DensityMarks,
  laneHeight: number,
  colours: readonly number[],
): OffscreenCanvas {
  const height = Math.max(1, marks.lanes * laneHeight);
  const canvas = new OffscreenCanvas(Math.max(1, marks.bins), height);
  const pixels = densityPixels(marks, laneHeight, colours);
  if (pixels.length > 0) {
    const bytes = new Uint8ClampedArray(pixels.buffer);
    canvas.getContext('2d')?.putImageData(new ImageData(bytes, marks.bins, height), 0, 0);
  }
  return canvas;
}
