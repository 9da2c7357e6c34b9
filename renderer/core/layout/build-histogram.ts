import type { EpochMs, Span } from '../base/units.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { placesBetween } from '../query/rows-between.ts';
import { outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { Histogram } from './marks.ts';

/** Counts the rows, in time order, that fall into each bin of a span. One pass over those in it. */
export function buildHistogram(
  table: EventTable,
  rows: Uint32Array,
  span: Span<EpochMs>,
  bins: number,
): Histogram {
  const counts = new Uint32Array(outcomes.length * bins);
  const length = span.end - span.start;
  const { start, end } = placesBetween(table.time, rows, span);
  for (let place = start; place < end; place++) {
    const row = rows[place] ?? 0;
    const bin = Math.min((((table.time[row] ?? 0) - span.start) * bins) / length, bins - 1) | 0;
    const cell = (outcomeByFlags[(table.flags[row] ?? 0) & outcomeMask] ?? 0) * bins + bin;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { span, bins, counts };
}
