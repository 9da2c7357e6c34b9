import type { SourceId } from '../base/units.ts';
import { recordOf } from '../base/record-of.ts';
import { storedTextColumns, type EventColumns } from './columns.ts';

/** One event's stored values, besides the words of its id and content hash. */
export interface EventValues {
  time: number;
  flags: number;
  recordIndex: number;
  offset: number;
  byteLength: number;
  readonly text: Uint32Array;
  readonly eventId: Uint32Array;
  readonly contentHash: Uint32Array;
}

/** Columns of events while they are being gathered: each array grows by doubling. */
export class ColumnBuilder {
  #capacity = 1024;
  #length = 0;
  #time = new Float64Array(1024);
  #flags = new Uint32Array(1024);
  #source = new Uint32Array(1024);
  #recordIndex = new Uint32Array(1024);
  #offset = new Float64Array(1024);
  #byteLength = new Uint32Array(1024);
  #eventId = new Uint32Array(4 * 1024);
  #contentHash = new Uint32Array(2 * 1024);
  #text = storedTextColumns.map(() => new Uint32Array(1024));

  get length(): number {
    return this.#length;
  }

  /** Takes the values over; `values` may be used again for the next event. */
  add(values: EventValues): void {
    const row = this.#length++;
    if (row === this.#capacity) this.#grow();
    this.#time[row] = values.time;
    this.#flags[row] = values.flags;
    this.#recordIndex[row] = values.recordIndex;
    this.#offset[row] = values.offset;
    this.#byteLength[row] = values.byteLength;
    for (let column = 0; column < this.#text.length; column++) {
      const ids = this.#text[column];
      if (ids !== undefined) ids[row] = values.text[column] ?? 0;
    }
    // Word by word: `set` takes longer for so few.
    for (let word = 0; word < 4; word++) {
      this.#eventId[row * 4 + word] = values.eventId[word] ?? 0;
    }
    this.#contentHash[row * 2] = values.contentHash[0] ?? 0;
    this.#contentHash[row * 2 + 1] = values.contentHash[1] ?? 0;
  }

  /**
   * Takes over these rows of other columns, in their order; `ids` turns text ids into those meant
   * here, column by column. Column by column too, which takes half as long as row by row.
   */
  copy(
    from: EventColumns,
    rows: Uint32Array,
    ids: readonly (readonly number[])[],
    source: SourceId,
  ): void {
    const to = this.#length;
    this.#length += rows.length;
    while (this.#length > this.#capacity) this.#grow();
    this.#source.fill(source, to, this.#length);
    copyRows(from.time, this.#time, rows, to);
    copyRows(from.flags, this.#flags, rows, to);
    copyRows(from.recordIndex, this.#recordIndex, rows, to);
    copyRows(from.offset, this.#offset, rows, to);
    copyRows(from.byteLength, this.#byteLength, rows, to);
    copyWords(from.eventId, this.#eventId, rows, to, 4);
    copyWords(from.contentHash, this.#contentHash, rows, to, 2);
    storedTextColumns.forEach((name, column) => {
      const into = this.#text[column];
      if (into !== undefined) copyIds(from.text[name], into, rows, to, ids[column] ?? []);
    });
  }

  /** Puts flags beside those that an event has by now. */
  addFlags(row: number, flags: number): void {
    this.#flags[row] = (this.#flags[row] ?? 0) | flags;
  }

  /** The columns gathered so far, in arrays of their own; gathering begins anew. */
  take(): EventColumns {
    const length = this.#length;
    this.#length = 0;
    const columns = this.#text;
    return {
      length,
      time: this.#time.slice(0, length),
      text: recordOf(storedTextColumns, (column) =>
        (columns[storedTextColumns.indexOf(column)] ?? new Uint32Array(0)).slice(0, length),
      ),
      flags: this.#flags.slice(0, length),
      eventId: this.#eventId.slice(0, length * 4),
      contentHash: this.#contentHash.slice(0, length * 2),
      source: this.#source.slice(0, length),
      recordIndex: this.#recordIndex.slice(0, length),
      offset: this.#offset.slice(0, length),
      byteLength: this.#byteLength.slice(0, length),
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    const rows = this.#capacity;
    this.#time = enlarged(this.#time, new Float64Array(rows));
    this.#flags = enlarged(this.#flags, new Uint32Array(rows));
    this.#source = enlarged(this.#source, new Uint32Array(rows));
    this.#recordIndex = enlarged(this.#recordIndex, new Uint32Array(rows));
    this.#offset = enlarged(this.#offset, new Float64Array(rows));
    this.#byteLength = enlarged(this.#byteLength, new Uint32Array(rows));
    this.#eventId = enlarged(this.#eventId, new Uint32Array(4 * rows));
    this.#contentHash = enlarged(this.#contentHash, new Uint32Array(2 * rows));
    this.#text = this.#text.map((ids) => enlarged(ids, new Uint32Array(rows)));
  }
}

function copyRows<T extends Uint32Array | Float64Array>(
  from: T,
  into: T,
  rows: Uint32Array,
  to: number,
): void {
  for (let place = 0; place < rows.length; place++) into[to + place] = from[rows[place] ?? 0] ?? 0;
}

function copyWords(
  from: Uint32Array,
  into: Uint32Array,
  rows: Uint32Array,
  to: number,
  words: number,
): void {
  for (let place = 0; place < rows.length; place++) {
    const first = (rows[place] ?? 0) * words;
    const at = (to + place) * words;
    for (let word = 0; word < words; word++) into[at + word] = from[first + word] ?? 0;
  }
}

function copyIds(
  from: Uint32Array,
  into: Uint32Array,
  rows: Uint32Array,
  to: number,
  ids: readonly number[],
): void {
  for (let place = 0; place < rows.length; place++) {
    into[to + place] = ids[from[rows[place] ?? 0] ?? 0] ?? 0;
  }
}

function enlarged<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
