import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import type { TextIndex } from '../query/text-index.ts';
import { type Outcome, outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { gatheredNumbers, gatheredWords } from '../table/gathered.ts';
import { sortedOrder } from '../table/sorted-order.ts';
import { timeKeys } from '../table/time-keys.ts';
import { groupRows } from './group-rows.ts';
import type { LaneColumns, Lanes } from './lane-columns.ts';
import type { LaneField, LaneFields, LaneSort } from './marks.ts';
import { textBlocks } from './text-blocks.ts';

/** What lanes are made of: the events, and the order of their texts. */
export interface LaneSubject {
  readonly table: EventTable;
  readonly index: Pick<TextIndex, 'ranks'>;
}

/**
 * The values of a field among a selection in time order, each with its sums, and in each the values
 * of a nested field.
 *
 * By name or first seen the order is ascending, otherwise the last, most or gravest come first;
 * the same goes on by name, and "not in the record" is always last. An event is in one lane only:
 * load balancers that one event names together are a lane of their own. One pass over the rows, two
 * more where a field is nested.
 */
export function buildLanes(
  subject: LaneSubject,
  rows: Uint32Array,
  { field, nested }: LaneFields,
  sort: LaneSort,
): Lanes {
  const { table } = subject;
  const counted = new LaneCounter(table, field).count([rows]);
  const outer = columnsOf(subject, field, counted, sort);
  if (nested === undefined) return { outer, inner: undefined, innerStarts: new Uint32Array() };
  const groups = groupRows(table.text[field], rows, table.dictionaries[field].texts.length);
  const inLanes = Array.from(outer.id, (id) => groups.rowsOf(id));
  const inner = new LaneCounter(table, nested).count(inLanes);
  return {
    outer,
    inner: columnsOf(subject, nested, inner, sort),
    innerStarts: startsOf(inner.group, inLanes.length),
  };
}

/** Counts sets of rows one after the other; what it costs is by the rows, not by the texts. */
class LaneCounter {
  readonly #flags: Uint32Array;
  readonly #values: Uint32Array;
  /** By id: its lane of the present set, counted from 1; 0: it has none yet. */
  readonly #laneOf: Uint32Array;
  #length = 0;
  #group = new Uint32Array();
  #id = new Uint32Array();
  #first = new Uint32Array();
  #last = new Uint32Array();
  /** Cell `lane * outcomes.length + outcome`. */
  #counts = new Uint32Array();

  constructor({ flags, text, dictionaries }: EventTable, field: LaneField) {
    this.#flags = flags;
    this.#values = text[field];
    this.#laneOf = new Uint32Array(dictionaries[field].texts.length);
  }

  count(groups: readonly Uint32Array[]): CountedLanes {
    for (const [group, rows] of groups.entries()) {
      const before = this.#length;
      this.#reserve(before + Math.min(rows.length, this.#laneOf.length));
      this.#countRows(rows);
      this.#group.fill(group, before, this.#length);
      for (let lane = before; lane < this.#length; lane++) this.#laneOf[this.#id[lane] ?? 0] = 0;
    }
    const end = this.#length;
    return {
      group: this.#group.subarray(0, end),
      id: this.#id.subarray(0, end),
      first: this.#first.subarray(0, end),
      last: this.#last.subarray(0, end),
      counts: this.#counts,
    };
  }

  /** One lane more for each id that the rows have. There must be room. */
  #countRows(rows: Uint32Array): void {
    const flags = this.#flags;
    const values = this.#values;
    const laneOf = this.#laneOf;
    const first = this.#first;
    const last = this.#last;
    const counts = this.#counts;
    let end = this.#length;
    const { length } = rows;
    for (let place = 0; place < length; place++) {
      const row = rows[place] ?? 0;
      const id = values[row] ?? 0;
      let lane = (laneOf[id] ?? 0) - 1;
      if (lane < 0) {
        lane = end++;
        laneOf[id] = end;
        this.#id[lane] = id;
        first[lane] = row;
      }
      last[lane] = row;
      const outcome = outcomeByFlags[(flags[row] ?? 0) & outcomeMask] ?? 0;
      const cell = lane * outcomes.length + outcome;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    this.#length = end;
  }

  #reserve(lanes: number): void {
    if (lanes <= this.#id.length) return;
    const room = Math.max(lanes, 2 * this.#id.length);
    this.#group = withRoom(this.#group, room);
    this.#id = withRoom(this.#id, room);
    this.#first = withRoom(this.#first, room);
    this.#last = withRoom(this.#last, room);
    this.#counts = withRoom(this.#counts, room * outcomes.length);
  }
}

/** Lanes as they were met; `group`: of which set of rows; first and last row. */
interface CountedLanes {
  readonly group: Uint32Array;
  readonly id: Uint32Array;
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Cell `lane * outcomes.length + outcome`. */
  readonly counts: Uint32Array;
}

function withRoom(words: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(words);
  return larger;
}

/** The lanes of each group in order, one group behind the other. */
function columnsOf(
  { table, index }: LaneSubject,
  field: LaneField,
  { group, id, first, last, counts }: CountedLanes,
  sort: LaneSort,
): LaneColumns {
  const { length } = id;
  const reads = countsOf('read', counts, length);
  const writes = countsOf('write', counts, length);
  const failed = countsOf('failed', counts, length);
  const denied = countsOf('denied', counts, length);
  const count = new Uint32Array(length);
  for (let lane = 0; lane < length; lane++) {
    const done = (reads[lane] ?? 0) + (writes[lane] ?? 0);
    count[lane] = done + (failed[lane] ?? 0) + (denied[lane] ?? 0);
  }
  const firstSeen = gatheredNumbers(table.time, first);
  const lastSeen = gatheredNumbers(table.time, last);
  const order = sortedOrder(length, [
    group,
    // The empty text has the id 0.
    id.map((one) => (one === 0 ? 1 : 0)),
    ...sortKeys(sort, { count, writes, denied, firstSeen, lastSeen }),
    gatheredWords(index.ranks(field), id),
  ]);
  return {
    id: gatheredWords(id, order),
    value: textBlocks(table.dictionaries[field].texts, id, order),
    count: gatheredWords(count, order),
    writes: gatheredWords(writes, order),
    failed: gatheredWords(failed, order),
    denied: gatheredWords(denied, order),
    firstSeen: gatheredNumbers(firstSeen, order),
    lastSeen: gatheredNumbers(lastSeen, order),
  };
}

/** How many events of one outcome each of so many lanes has. */
function countsOf(outcome: Outcome, counts: Uint32Array, lanes: number): Uint32Array {
  const place = outcomes.indexOf(outcome);
  const column = new Uint32Array(lanes);
  for (let lane = 0; lane < lanes; lane++)
    column[lane] = counts[lane * outcomes.length + place] ?? 0;
  return column;
}

/** What lanes are sorted by before their names, the weightiest first. */
function sortKeys(
  sort: LaneSort,
  by: {
    readonly count: Uint32Array;
    readonly writes: Uint32Array;
    readonly denied: Uint32Array;
    readonly firstSeen: Float64Array;
    readonly lastSeen: Float64Array;
  },
): readonly Uint32Array[] {
  switch (sort) {
    case 'name':
      return [];
    case 'firstSeen':
      return timeKeys(by.firstSeen);
    case 'lastSeen':
      return timeKeys(by.lastSeen.map((time) => -time));
    case 'count':
    case 'writes':
    case 'denied':
      return [mostFirst(by[sort])];
  }
}

function mostFirst(counts: Uint32Array): Uint32Array {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  return counts.map((count) => most - count);
}

/** Where each of so many groups begins, and the end of the last. */
function startsOf(group: Uint32Array, groups: number): Uint32Array {
  const starts = new Uint32Array(groups + 1);
  for (const one of group) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let one = 0; one < groups; one++) {
    starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  }
  return starts;
}
