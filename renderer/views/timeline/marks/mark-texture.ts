import type { Marks } from '../../../core/layout/marks.ts';

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
 * Paints the cells into a clear picture of `bins` × `lanes * laneHeight` pixels: a bar per cell in the colour of
 * its gravest outcome, and a tick above it where a call was refused, so that colour is not all
 * that tells. `colours` are pixels by place in `outcomes`; the rest stays transparent.
 */
export function paintDensity(
  pixels: Uint32Array,
  marks: DensityMarks,
  laneHeight: number,
  colours: readonly number[],
): void {
  const { bins, lanes, counts, gravest } = marks;
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
}

/**
 * Draws densities for stretching at will. One canvas and its pixels serve one picture after the
 * other, since new ones of some megabytes several times a second keep the collector busy.
 */
export class DensityTexture {
  #canvas: OffscreenCanvas | undefined;
  #room = new Uint32Array(0);

  /** Valid until the next call. */
  draw(
    marks: DensityMarks,
    laneHeight: number,
    colours: readonly number[],
  ): OffscreenCanvas | undefined {
    const width = marks.bins;
    const height = marks.lanes * laneHeight;
    if (width === 0 || height === 0) return undefined;
    const area = width * height;
    if (this.#room.length < area) this.#room = new Uint32Array(area);
    const pixels = this.#room.subarray(0, area).fill(0);
    paintDensity(pixels, marks, laneHeight, colours);
    this.#canvas ??= new OffscreenCanvas(width, height);
    // Setting a size costs a new buffer, even where it stays the same.
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const bytes = new Uint8ClampedArray(pixels.buffer, 0, pixels.byteLength);
    this.#canvas.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
    return this.#canvas;
  }
}
