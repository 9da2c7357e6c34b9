import type { EpochMs, Span } from '../base/units.ts';
import { firstPlace, placesBetween } from '../query/rows-between.ts';

/**
 * Where the events of each of so many equal bins of a span stand in `rows`, a selection in time
 * order: those of bin `n` from `edges[n]` up to `edges[n + 1]`. A binary search for each bin.
 */
export function binEdges(
  time: Float64Array,
  rows: Uint32Array,
  span: Span<EpochMs>,
  bins: number,
): Uint32Array {
  const { start, end } = placesBetween(time, rows, span);
  const length = span.end - span.start;
  const binAt = (place: number): number =>
    (((time[rows[place] ?? 0] ?? 0) - span.start) * bins) / length;
  const edges = new Uint32Array(bins + 1).fill(end);
  edges[0] = start;
  for (let bin = 1; bin < bins; bin++) {
    const before = edges[bin - 1] ?? 0;
    edges[bin] = before + firstPlace(end - before, (at) => binAt(before + at) >= bin);
  }
  return edges;
}
