import type { EpochMs, Span } from '../base/units.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { Histogram } from './marks.ts';
import { binEdges } from './time-bins.ts';

/** Counts the rows, in time order, that fall into each bin of a span. One pass over those in it. */
export function buildHistogram(
  { time, flags }: Pick<EventTable, 'time' | 'flags'>,
  rows: Uint32Array,
  span: Span<EpochMs>,
  bins: number,
): Histogram {
  const counts = new Uint32Array(outcomes.length * bins);
  const edges = binEdges(time, rows, span, bins);
  for (let bin = 0; bin < bins; bin++) {
    const end = edges[bin + 1] ?? 0;
    for (let place = edges[bin] ?? 0; place < end; place++) {
      const outcome = outcomeByFlags[(flags[rows[place] ?? 0] ?? 0) & outcomeMask] ?? 0;
      const cell = outcome * bins + bin;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return { span, bins, counts };
}
