/** Side of the square that repeats, in CSS pixels. */
const side = 8;

/** Slanted lines of a colour as a pattern to fill with, sharp on a screen of this pixel ratio. */
export function hatchPattern(colour: string, pixelRatio: number): CanvasPattern | undefined {
  const size = Math.round(side * pixelRatio);
  const tile = new OffscreenCanvas(size, size);
  const context = tile.getContext('2d');
  if (context === null) return undefined;
  context.strokeStyle = colour;
  context.lineWidth = 1.25 * pixelRatio;
  context.beginPath();
  // The corners' lines go on in the tiles beside this one.
  for (const from of [-size, 0, size]) {
    context.moveTo(from - 1, size + 1);
    context.lineTo(from + size + 1, -1);
  }
  context.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  // Patterns follow the canvas's scale, and the tile is drawn in device pixels already.
  pattern?.setTransform({ a: 1 / pixelRatio, d: 1 / pixelRatio });
  return pattern ?? undefined;
}
