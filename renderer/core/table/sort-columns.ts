import { giveBack } from '../base/give-back.ts';
import { recordOf } from '../base/record-of.ts';
import { storedTextColumns, type StoredTextColumn } from './columns.ts';
import type { EventTable } from './event-table.ts';
import { gatheredNumbers, gatheredWords } from './gathered.ts';
import { markSameIds } from './mark-same-ids.ts';
import {
  joined,
  lengthOf,
  packedLike,
  type PackedColumns,
  type PackedWords,
  unpackTimes,
} from './packed-columns.ts';
import { sortedOrder } from './sorted-order.ts';
import { timeKeys } from './time-keys.ts';

/** The table's columns as far as they are stored: what derived columns are worked out from. */
export type SortedColumns = Omit<EventTable, 'text' | 'dictionaries'> & {
  readonly text: Readonly<Record<StoredTextColumn, Uint32Array>>;
};

/**
 * Puts stored events in time order, then source, then record index, then storing order.
 *
 * `chunks` are those stored after the ones `earlier` was made of, oldest first: the events of
 * `earlier` keep their refs, the others get the next ones. Times are whole milliseconds. About
 * 0.2 s for a million events on a slow core.
 */
export function sortColumns(
  earlier: SortedColumns | undefined,
  chunks: readonly PackedColumns[],
): SortedColumns {
  const parts = earlier ? [{ ...earlier, length: earlier.rows }, ...chunks] : chunks;
  const length = lengthOf(parts);
  const times = unpackTimes(parts);
  const keys = [
    ...timeKeys(times),
    joined(
      parts.map(({ source }) => source),
      new Uint32Array(length),
    ),
    joined(
      parts.map(({ recordIndex }) => recordIndex),
      new Uint32Array(length),
    ),
  ];
  const order = sortedOrder(length, keys);
  keys.forEach(giveBack);
  // One array serves one column after the other: a large case's would fill the memory with them.
  const spare = new Uint32Array(length);
  const words = (column: (part: PackedColumns) => PackedWords): Uint32Array =>
    gatheredWords(joined(parts.map(column), spare), order);
  const packed = (columns: readonly PackedWords[]): PackedWords => {
    const into = packedLike(columns, length);
    const values = joined(columns, spare);
    for (let place = 0; place < length; place++) into[place] = values[order[place] ?? 0] ?? 0;
    return into;
  };
  const text = recordOf(storedTextColumns, (name) => words((part) => part.text[name]));
  const time = gatheredNumbers(times, order);
  const ref = earlier ? gatheredWords(continuedRefs(earlier.ref, length), order) : order;
  const flags = words((part) => part.flags);
  const rowOf = inverse(order);
  const eventId = sortedIds(parts, rowOf);
  markSameIds(flags, eventId, text.account);
  const offsets = parts.map(({ offset }) => offset);
  const sorted = {
    rows: length,
    time,
    text,
    flags,
    eventId,
    source: words((part) => part.source),
    recordIndex: packed(parts.map(({ recordIndex }) => recordIndex)),
    offset: areWords(offsets) ? packed(offsets) : gatheredNumbers(joined(offsets, times), order),
    byteLength: packed(parts.map(({ byteLength }) => byteLength)),
    ref,
    rowOfRef: earlier ? inverse(ref) : rowOf,
  };
  [spare, times].forEach(giveBack);
  return sorted;
}

/** Files over 4 GB have larger offsets than words hold. */
function areWords(
  offsets: readonly (PackedWords | Float64Array)[],
): offsets is readonly PackedWords[] {
  return !offsets.some((offset) => offset instanceof Float64Array);
}

/** The ids of all parts, each at the row that its place has. */
function sortedIds(parts: readonly PackedColumns[], rowOf: Uint32Array): Uint32Array {
  const into = new Uint32Array(rowOf.length * 4);
  let place = 0;
  for (const { eventId } of parts) {
    for (let from = 0; from < eventId.length; from += 4) {
      const to = (rowOf[place++] ?? 0) * 4;
      into[to] = eventId[from] ?? 0;
      into[to + 1] = eventId[from + 1] ?? 0;
      into[to + 2] = eventId[from + 2] ?? 0;
      into[to + 3] = eventId[from + 3] ?? 0;
    }
  }
  return into;
}

function continuedRefs(earlier: Uint32Array, rows: number): Uint32Array {
  const refs = new Uint32Array(rows);
  refs.set(earlier);
  for (let ref = earlier.length; ref < rows; ref++) refs[ref] = ref;
  return refs;
}

function inverse(ref: Uint32Array): Uint32Array {
  const rowOfRef = new Uint32Array(ref.length);
  for (let row = 0; row < ref.length; row++) rowOfRef[ref[row] ?? 0] = row;
  return rowOfRef;
}
