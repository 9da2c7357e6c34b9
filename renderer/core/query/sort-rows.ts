import type { EventTable } from '../table/event-table.ts';
import type { Sort } from './filter.ts';
import { outcomeByFlags, outcomeMask } from './outcome-by-flags.ts';
import type { TextIndex } from './text-index.ts';

/**
 * A selection in time order put in another order. Text columns sort by text, outcomes by gravity;
 * events of the same value stay in time order, whichever the direction. Time descending is the
 * exact reverse of time ascending. Two passes over the rows.
 */
export function sortRows(
  table: EventTable,
  rows: Uint32Array,
  { column, descending }: Sort,
  index: TextIndex,
): Uint32Array {
  const directed = (ranks: Uint32Array): Uint32Array =>
    descending ? ranks.map((rank) => ranks.length - 1 - rank) : ranks;
  if (column === 'time') return descending ? rows.toReversed() : rows;
  return column === 'outcome'
    ? sortedByRank(rows, table.flags, outcomeMask, directed(outcomeRanks))
    : sortedByRank(rows, table.text[column], -1, directed(index.ranks(column)));
}

const outcomeRanks = Uint32Array.from(outcomeByFlags);

/** Counting sort, stable, on `ranks[values[row] & mask]`. */
function sortedByRank(
  rows: Uint32Array,
  values: Uint32Array,
  mask: number,
  ranks: Uint32Array,
): Uint32Array {
  const { length } = rows;
  const starts = new Uint32Array(ranks.length + 1);
  for (let place = 0; place < length; place++) {
    const after = (ranks[(values[rows[place] ?? 0] ?? 0) & mask] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let rank = 1; rank < starts.length; rank++) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  }
  const sorted = new Uint32Array(length);
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const rank = ranks[(values[row] ?? 0) & mask] ?? 0;
    const target = starts[rank] ?? 0;
    sorted[target] = row;
    starts[rank] = target + 1;
  }
  return sorted;
}
