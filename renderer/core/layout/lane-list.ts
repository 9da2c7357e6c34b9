import { firstPlace } from '../query/rows-between.ts';
import { type Lane, laneIn, type LaneColumns, type Lanes } from './lane-columns.ts';
import { blockText, placeOfText } from './text-blocks.ts';
import { type Arrangement, isSameRow, type LaneRow, type LaneValues } from './lane-rows.ts';

/**
 * The rows that show some lanes, each event in one of them: pinned ones first, the others in their
 * order or all in one row, and nested ones under theirs. Where none that is pinned has events, the
 * lanes are not gathered: there would be nothing to tell from the rest. Made in one pass over the
 * lanes of the first level; a row is made when it is asked for.
 */
export class LaneList {
  readonly #lanes: Lanes;
  readonly #folded: ReadonlySet<string>;
  /** The lanes that have rows of their own, in the order of these; so many of them are pinned. */
  readonly #order: Uint32Array;
  readonly #pinned: number;
  /** Lane `#order[n]` has the rows from `#starts[n]` up to `#starts[n + 1]`. */
  readonly #starts: Uint32Array;
  readonly #others: LaneRow | undefined;

  constructor(lanes: Lanes, { pinned, folded, gathers }: Arrangement) {
    const { outer } = lanes;
    this.#lanes = lanes;
    this.#folded = folded;
    const onTop = pinned
      .map((value) => placeOfText(outer.value, value))
      .filter((lane) => lane >= 0);
    const isGathered = gathers && onTop.length > 0;
    const rest = placesWithout(outer.id.length, onTop);
    this.#pinned = onTop.length;
    this.#order = isGathered ? Uint32Array.from(onTop) : joined(onTop, rest);
    this.#starts = this.#rowStarts();
    this.#others = isGathered && rest.length > 0 ? othersRow(outer, onTop, rest) : undefined;
  }

  /** How many rows there are. */
  get length(): number {
    return this.#ownRows + (this.#others === undefined ? 0 : 1);
  }

  /** How many lanes of the first level there are, whether or not they have rows of their own. */
  get outerLanes(): number {
    return this.#lanes.outer.id.length;
  }

  /** The events in all rows. One pass over the lanes of the first level. */
  get events(): number {
    return this.#lanes.outer.count.reduce((sum, count) => sum + count, 0);
  }

  /** The row at a place; undefined where there is none. */
  at(place: number): LaneRow | undefined {
    if (place < 0 || place >= this.length) return undefined;
    if (place === this.#ownRows) return this.#others;
    const after = firstPlace(this.#order.length, (n) => (this.#starts[n + 1] ?? 0) > place);
    const lane = this.#order[after] ?? 0;
    const inner = place - (this.#starts[after] ?? 0) - 1;
    return inner < 0 ? this.#outerRow(lane, after < this.#pinned) : this.#innerRow(lane, inner);
  }

  /** Up to `count` rows from a place on. */
  slice(first: number, count: number): readonly LaneRow[] {
    const end = Math.min(this.length, first + count);
    return Array.from({ length: Math.max(0, end - first) }, (_, at) => this.at(first + at)).filter(
      (row) => row !== undefined,
    );
  }

  /** The place of the row that an event with these values is in, -1 where there is none. */
  placeOfEvent(values: LaneValues | undefined): number {
    if (values === undefined) return -1;
    const { outer: value, inner } = values;
    const { outer, inner: innerLanes, innerStarts } = this.#lanes;
    const lane = placeOfText(outer.value, value);
    const at = lane < 0 ? -1 : this.#order.indexOf(lane);
    if (at < 0) return this.#others === undefined ? -1 : this.#ownRows;
    const place = this.#starts[at] ?? 0;
    if (inner === undefined || innerLanes === undefined || !this.#isOpen(lane)) return place;
    const start = innerStarts[lane] ?? 0;
    const nested = placeOfText(innerLanes.value, inner, start, innerStarts[lane + 1]);
    return nested < 0 ? place : place + 1 + nested - start;
  }

  /** The place of the row that holds the events of the same values as this one, -1: there is none. */
  placeOfRow(row: LaneRow): number {
    const inner = row.kind === 'inner' ? row.value : undefined;
    const place =
      row.kind === 'others' ? this.#ownRows : this.placeOfEvent({ outer: row.outer, inner });
    return isSameRow(row, this.at(place)) ? place : -1;
  }

  /** Rows but that of all others. */
  get #ownRows(): number {
    return this.#starts[this.#order.length] ?? 0;
  }

  #rowStarts(): Uint32Array {
    const starts = new Uint32Array(this.#order.length + 1);
    for (let n = 0; n < this.#order.length; n++) {
      const lane = this.#order[n] ?? 0;
      starts[n + 1] = (starts[n] ?? 0) + 1 + (this.#isOpen(lane) ? this.#innerCount(lane) : 0);
    }
    return starts;
  }

  #innerCount(lane: number): number {
    const { innerStarts } = this.#lanes;
    return (innerStarts[lane + 1] ?? 0) - (innerStarts[lane] ?? 0);
  }

  #isOpen(lane: number): boolean {
    if (this.#innerCount(lane) === 0) return false;
    return this.#folded.size === 0 || !this.#folded.has(blockText(this.#lanes.outer.value, lane));
  }

  #outerRow(lane: number, isPinned: boolean): LaneRow {
    const { id, value, ...sums } = laneIn(this.#lanes.outer, lane);
    const isOpen = this.#isOpen(lane);
    return {
      ...sums,
      key: isOpen ? { kind: 'heading', id } : { kind: 'value', id },
      kind: 'outer',
      value,
      outer: value,
      lanes: 1,
      fold: this.#innerCount(lane) === 0 ? 'none' : isOpen ? 'open' : 'closed',
      isPinned,
    };
  }

  #innerRow(lane: number, at: number): LaneRow | undefined {
    const { outer: lanes, inner: innerLanes, innerStarts } = this.#lanes;
    if (innerLanes === undefined) return undefined;
    const { id, value: outer }: Lane = laneIn(lanes, lane);
    const { id: inner, value, ...sums } = laneIn(innerLanes, (innerStarts[lane] ?? 0) + at);
    const key = { kind: 'nested', id, inner } as const;
    return { ...sums, key, kind: 'inner', value, outer, lanes: 1, fold: 'none', isPinned: false };
  }
}

function placesWithout(length: number, without: readonly number[]): Uint32Array {
  const left = new Set(without);
  const places = new Uint32Array(length - left.size);
  let at = 0;
  for (let place = 0; place < length; place++) if (!left.has(place)) places[at++] = place;
  return places;
}

function joined(first: readonly number[], then: Uint32Array): Uint32Array {
  const all = new Uint32Array(first.length + then.length);
  all.set(first);
  all.set(then, first.length);
  return all;
}

function othersRow(lanes: LaneColumns, shown: readonly number[], rest: Uint32Array): LaneRow {
  const sum = (column: Uint32Array): number =>
    rest.reduce((all, lane) => all + (column[lane] ?? 0), 0);
  return {
    key: { kind: 'others', except: shown.map((lane) => lanes.id[lane] ?? 0) },
    kind: 'others',
    value: '',
    outer: '',
    lanes: rest.length,
    fold: 'none',
    isPinned: false,
    count: sum(lanes.count),
    writes: sum(lanes.writes),
    failed: sum(lanes.failed),
    denied: sum(lanes.denied),
    firstSeen: rest.reduce(
      (least, lane) => Math.min(least, lanes.firstSeen[lane] ?? least),
      Infinity,
    ),
    lastSeen: rest.reduce((most, lane) => Math.max(most, lanes.lastSeen[lane] ?? most), -Infinity),
  };
}
