import type { EpochMs, Row, Span } from '../base/units.ts';

/**
 * The rows whose events lie inside a span of time. `time` must be in order. Two binary searches,
 * whatever the size of the span.
 */
export function rowsBetween(time: Float64Array, span: Span<EpochMs>): Span<Row> {
  const start = firstPlace(time.length, (row) => (time[row] ?? 0) >= span.start);
  const end = firstPlace(time.length, (row) => (time[row] ?? 0) >= span.end);
  return { start, end: Math.max(start, end) };
}

/** The places in `rows`, a selection in time order, whose events lie inside a span of time. */
export function placesBetween(
  time: Float64Array,
  rows: Uint32Array,
  span: Span<EpochMs>,
): Span<number> {
  const timeAt = (place: number): EpochMs => time[rows[place] ?? 0] ?? 0;
  const start = firstPlace(rows.length, (place) => timeAt(place) >= span.start);
  const end = firstPlace(rows.length, (place) => timeAt(place) >= span.end);
  return { start, end: Math.max(start, end) };
}

/** The first place of 0 to `length` from which on `holds` is true; `length` where it never is. */
export function firstPlace(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
