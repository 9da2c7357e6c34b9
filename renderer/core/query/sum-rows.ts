import type { EventTable } from '../table/event-table.ts';
import type { Sums } from './facets.ts';
import { outcomeByFlags, outcomeMask } from './outcome-by-flags.ts';

/** Counts and first and last event of a selection in time order. One pass. */
export function sumRows(table: EventTable, rows: Uint32Array): Sums {
  const counts = new Uint32Array(4);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const outcome = outcomeByFlags[(table.flags[rows[place] ?? 0] ?? 0) & outcomeMask] ?? 0;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return {
    count: length,
    writes: counts[1] ?? 0,
    failed: counts[2] ?? 0,
    denied: counts[3] ?? 0,
    firstSeen: length > 0 ? table.time[rows[0] ?? 0] : undefined,
    lastSeen: length > 0 ? table.time[rows[length - 1] ?? 0] : undefined,
  };
}
