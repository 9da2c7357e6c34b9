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
   * Takes over one row of other columns; `ids` turns its text ids into those meant here, column by
   * column, and `flags` are put in beside its own.
   */
  copy(
    from: EventColumns,
    row: number,
    ids: readonly (readonly number[])[],
    source: SourceId,
    flags: number,
  ): void {
    const to = this.#length++;
    if (to === this.#capacity) this.#grow();
    this.#time[to] = from.time[row] ?? 0;
    this.#flags[to] = (from.flags[row] ?? 0) | flags;
    this.#source[to] = source;
    this.#recordIndex[to] = from.recordIndex[row] ?? 0;
    this.#offset[to] = from.offset[row] ?? 0;
    this.#byteLength[to] = from.byteLength[row] ?? 0;
    for (let column = 0; column < storedTextColumns.length; column++) {
      const name = storedTextColumns[column];
      const into = this.#text[column];
      if (name === undefined || into === undefined) continue;
      into[to] = ids[column]?.[from.text[name][row] ?? 0] ?? 0;
    }
    for (let word = 0; word < 4; word++) {
      this.#eventId[to * 4 + word] = from.eventId[row * 4 + word] ?? 0;
    }
    this.#contentHash[to * 2] = from.contentHash[row * 2] ?? 0;
    this.#contentHash[to * 2 + 1] = from.contentHash[row * 2 + 1] ?? 0;
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

function enlarged<T extends Uint32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
