import { byText } from '../query/count-facet.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { outcomes, type TextColumn } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { groupRows } from './group-rows.ts';
import type { Lane, LaneField, LaneFields, LaneSort, OuterLane } from './marks.ts';

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
  return new LaneCounter(table, field).count(rows, sort);
}

/** The same with the values of a nested field in each lane, in the same order. Two passes more. */
export function buildOuterLanes(
  table: EventTable,
  rows: Uint32Array,
  { field, nested }: LaneFields,
  sort: LaneSort,
): readonly OuterLane[] {
  const lanes = buildLanes(table, rows, field, sort);
  if (nested === undefined) return lanes.map((lane) => ({ ...lane, inner: [] }));
  const groups = groupRows(table.text[field], rows, table.dictionaries[field].texts.length);
  const counter = new LaneCounter(table, nested);
  return lanes.map((lane) => ({ ...lane, inner: counter.count(groups.rowsOf(lane.id), sort) }));
}

/** Counts one set of rows after the other; what it costs is by the rows, not by the texts. */
class LaneCounter {
  readonly #table: EventTable;
  readonly #field: TextColumn;
  /** Cell `id * outcomes.length + outcome`. */
  readonly #counts: Uint32Array;
  readonly #first: Uint32Array;
  readonly #last: Uint32Array;
  readonly #seen: Uint8Array;

  constructor(table: EventTable, field: LaneField) {
    const ids = table.dictionaries[field].texts.length;
    this.#table = table;
    this.#field = field;
    this.#counts = new Uint32Array(ids * outcomes.length);
    this.#first = new Uint32Array(ids);
    this.#last = new Uint32Array(ids);
    this.#seen = new Uint8Array(ids);
  }

  count(rows: Uint32Array, sort: LaneSort): readonly Lane[] {
    const lanes = this.#gather(rows).map((id) => this.#take(id));
    return lanes.sort(
      (a, b) =>
        Number(a.value === '') - Number(b.value === '') ||
        compareBy(sort, a, b) ||
        byText(a.value, b.value),
    );
  }

  /** The ids in these rows, each once. */
  #gather(rows: Uint32Array): readonly number[] {
    const { flags, text } = this.#table;
    const values = text[this.#field];
    const counts = this.#counts;
    const first = this.#first;
    const last = this.#last;
    const seen = this.#seen;
    const found: number[] = [];
    const { length } = rows;
    for (let place = 0; place < length; place++) {
      const row = rows[place] ?? 0;
      const id = values[row] ?? 0;
      const outcome = outcomeByFlags[(flags[row] ?? 0) & outcomeMask] ?? 0;
      const cell = id * outcomes.length + outcome;
      counts[cell] = (counts[cell] ?? 0) + 1;
      last[id] = row;
      if (seen[id] === 1) continue;
      seen[id] = 1;
      first[id] = row;
      found.push(id);
    }
    return found;
  }

  /** The lane of an id, whose counts are cleared for the next rows. */
  #take(id: number): Lane {
    const { time, dictionaries } = this.#table;
    const cells = this.#counts.subarray(id * outcomes.length, (id + 1) * outcomes.length);
    const [reads = 0, writes = 0, failed = 0, denied = 0] = cells;
    cells.fill(0);
    this.#seen[id] = 0;
    return {
      id,
      value: dictionaries[this.#field].texts[id] ?? '',
      count: reads + writes + failed + denied,
      writes,
      failed,
      denied,
      firstSeen: time[this.#first[id] ?? 0],
      lastSeen: time[this.#last[id] ?? 0],
    };
  }
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
