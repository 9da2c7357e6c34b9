import { flag } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';

/** Those of a selection that are Elastic Load Balancing's own events. One pass. */
export function elbRows({ flags }: EventTable, rows: Uint32Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < kept.length; place++) {
    const row = rows[place] ?? 0;
    kept[count] = row;
    if (((flags[row] ?? 0) & flag.elb) !== 0) count++;
  }
  return kept.slice(0, count);
}
