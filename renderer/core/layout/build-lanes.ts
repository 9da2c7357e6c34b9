import { byText } from '../query/count-facet.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { Lane, LaneField, LaneSort } from './marks.ts';

/**
 * The values of a field among a selection in time order, each with its sums.
 *
 * By name or first seen the order is ascending, otherwise the last, most or gravest come first;
 * the same goes on by name, and "not in the record" is always last. An event is in one lane only:
 * load balancers that one event names together are a lane of their own. One pass over the rows.
 */
export function buildLanes(
  table: EventTable,
  rows: Uint32Array,
  field: LaneField,
  sort: LaneSort,
): readonly Lane[] {
  const { texts } = table.dictionaries[field];
  const { counts, first, last } = gather(table, rows, table.text[field], texts.length);
  const lanes: Lane[] = [];
  for (const [id, value] of texts.entries()) {
    const [reads = 0, writes = 0, failed = 0, denied = 0] = counts.subarray(id * 4, id * 4 + 4);
    const count = reads + writes + failed + denied;
    if (count === 0) continue;
    const firstSeen = table.time[first[id] ?? 0];
    const lastSeen = table.time[last[id] ?? 0];
    lanes.push({ id, value, count, writes, failed, denied, firstSeen, lastSeen });
  }
  return lanes.sort(
    (a, b) =>
      Number(a.value === '') - Number(b.value === '') ||
      compareBy(sort, a, b) ||
      byText(a.value, b.value),
  );
}

interface Gathered {
  /** Cell `id * 4 + outcome`. */
  readonly counts: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
}

function gather(table: EventTable, rows: Uint32Array, values: Uint32Array, ids: number): Gathered {
  const counts = new Uint32Array(ids * outcomes.length);
  const first = new Uint32Array(ids);
  const last = new Uint32Array(ids);
  const seen = new Uint8Array(ids);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const id = values[row] ?? 0;
    const outcome = outcomeByFlags[(table.flags[row] ?? 0) & outcomeMask] ?? 0;
    const cell = id * outcomes.length + outcome;
    counts[cell] = (counts[cell] ?? 0) + 1;
    last[id] = row;
    if (seen[id] === 1) continue;
    seen[id] = 1;
    first[id] = row;
  }
  return { counts, first, last };
}

function compareBy(sort: LaneSort, a: Lane, b: Lane): number {
  switch (sort) {
    case 'name':
      return 0;
    case 'firstSeen':
      return (a.firstSeen ?? 0) - (b.firstSeen ?? 0);
    case 'lastSeen':
      return (b.lastSeen ?? 0) - (a.lastSeen ?? 0);
    case 'count':
      return b.count - a.count;
    case 'writes':
      return b.writes - a.writes;
    case 'denied':
      return b.denied - a.denied;
  }
}
