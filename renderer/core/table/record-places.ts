import type { EventRef } from '../base/units.ts';
import type { EventTable } from './event-table.ts';
import type { PackedWords } from './packed-columns.ts';
import { sortedOrder } from './sorted-order.ts';

/** Where records lie, file by file and in each file from its beginning: arrays of one length. */
export interface RecordPlaces {
  readonly ref: Uint32Array;
  readonly source: Uint32Array;
  /** In the inflated file. */
  readonly offset: Float64Array;
  readonly byteLength: Uint32Array;
}

/**
 * Where the records of the events from the ref `first` on lie, in parts of about as many bytes, so
 * that several can read. A file is in one part. Up to one sort of the events.
 */
export function recordPlaces(
  table: EventTable,
  first: EventRef,
  parts: number,
): readonly RecordPlaces[] {
  const all = inReadingOrder(table, first);
  const { length } = all.ref;
  let bytes = 0;
  for (let place = 0; place < length; place++) bytes += all.byteLength[place] ?? 0;
  const shares: RecordPlaces[] = [];
  let start = 0;
  let taken = 0;
  for (let place = 0; place < length; place++) {
    taken += all.byteLength[place] ?? 0;
    const isEndOfFile = place + 1 === length || all.source[place + 1] !== all.source[place];
    const isEnough = taken >= (bytes * (shares.length + 1)) / parts;
    if (place + 1 < length && !(isEndOfFile && isEnough)) continue;
    shares.push(sliced(all, start, place + 1));
    start = place + 1;
  }
  return shares;
}

function inReadingOrder(table: EventTable, first: EventRef): RecordPlaces {
  const { rowOfRef } = table;
  const rows = rowOfRef.slice(first);
  const words = (values: PackedWords): Uint32Array => {
    const into = new Uint32Array(rows.length);
    for (let place = 0; place < into.length; place++) into[place] = values[rows[place] ?? 0] ?? 0;
    return into;
  };
  // Events are stored file by file: the order is right but for files that were read beside others.
  const order = sortedOrder(rows.length, [words(table.source), words(table.recordIndex)]);
  const ref = new Uint32Array(rows.length);
  const offset = new Float64Array(rows.length);
  const source = new Uint32Array(rows.length);
  const byteLength = new Uint32Array(rows.length);
  for (let place = 0; place < ref.length; place++) {
    const from = order[place] ?? 0;
    const row = rows[from] ?? 0;
    ref[place] = first + from;
    source[place] = table.source[row] ?? 0;
    offset[place] = table.offset[row] ?? 0;
    byteLength[place] = table.byteLength[row] ?? 0;
  }
  return { ref, source, offset, byteLength };
}

function sliced(places: RecordPlaces, start: number, end: number): RecordPlaces {
  return {
    ref: places.ref.slice(start, end),
    source: places.source.slice(start, end),
    offset: places.offset.slice(start, end),
    byteLength: places.byteLength.slice(start, end),
  };
}
