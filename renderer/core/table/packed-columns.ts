import { recordOf } from '../base/record-of.ts';
import { storedTextColumns, type EventColumns, type StoredTextColumn } from './columns.ts';

/** Whole numbers in the narrowest array that holds them: most dictionaries are small. */
export type PackedWords = Uint8Array | Uint16Array | Uint32Array;

/** Columns as they are stored: about half of what they take in memory. */
export interface PackedColumns {
  readonly length: number;
  /** Whole seconds since the first event where all times are such, as CloudTrail's are. */
  readonly time: { readonly first: number; readonly seconds: PackedWords } | Float64Array;
  readonly text: Readonly<Record<StoredTextColumn, PackedWords>>;
  readonly flags: PackedWords;
  readonly eventId: Uint32Array;
  readonly source: PackedWords;
  readonly recordIndex: PackedWords;
  /** Files over 4 GB have larger offsets than words hold. */
  readonly offset: PackedWords | Float64Array;
  readonly byteLength: PackedWords;
}

/** What the store gives back: the content hashes are kept apart, since only an import needs them. */
export type LoadedColumns = Omit<EventColumns, 'contentHash'>;

export function packColumns(columns: EventColumns): PackedColumns {
  return {
    length: columns.length,
    time: packTime(columns.time),
    text: recordOf(storedTextColumns, (column) => packWords(columns.text[column])),
    flags: packWords(columns.flags),
    eventId: columns.eventId,
    source: packWords(columns.source),
    recordIndex: packWords(columns.recordIndex),
    offset: packOffset(columns.offset),
    byteLength: packWords(columns.byteLength),
  };
}

/** The columns of all parts one behind the other, as they are in memory. */
export function unpackColumns(parts: readonly PackedColumns[]): LoadedColumns {
  const length = lengthOf(parts);
  const words = (column: (part: PackedColumns) => PackedWords): Uint32Array =>
    joined(parts.map(column), new Uint32Array(length));
  return {
    length,
    time: unpackTimes(parts),
    text: recordOf(storedTextColumns, (name) => words((part) => part.text[name])),
    flags: words((part) => part.flags),
    eventId: joined(
      parts.map(({ eventId }) => eventId),
      new Uint32Array(length * 4),
    ),
    source: words((part) => part.source),
    recordIndex: words((part) => part.recordIndex),
    offset: joined(
      parts.map(({ offset }) => offset),
      new Float64Array(length),
    ),
    byteLength: words((part) => part.byteLength),
  };
}

/** How many events there are in all parts. */
export function lengthOf(parts: readonly PackedColumns[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** Writes the same column of several parts, one behind the other, into an array with room for it. */
export function joined<A extends Uint32Array | Float64Array>(
  columns: readonly (PackedWords | Float64Array)[],
  into: A,
): A {
  let at = 0;
  for (const values of columns) {
    into.set(values, at);
    at += values.length;
  }
  return into;
}

/** An array for so many numbers, as wide as the widest of these. */
export function packedLike(arrays: readonly PackedWords[], length: number): PackedWords {
  const bytes = arrays.reduce((most, { BYTES_PER_ELEMENT: one }) => Math.max(most, one), 1);
  if (bytes > 2) return new Uint32Array(length);
  return bytes > 1 ? new Uint16Array(length) : new Uint8Array(length);
}

function packWords(words: Uint32Array): PackedWords {
  let most = 0;
  const { length } = words;
  for (let i = 0; i < length; i++) most |= words[i] ?? 0;
  // A sign bit makes the union negative.
  if (most < 0 || most > 0xffff) return words;
  return most > 0xff ? new Uint16Array(words) : new Uint8Array(words);
}

function packOffset(offset: Float64Array): PackedWords | Float64Array {
  return offset.every((at) => at <= 0xffff_ffff) ? packWords(new Uint32Array(offset)) : offset;
}

function packTime(time: Float64Array): PackedColumns['time'] {
  const { length } = time;
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < length; i++) {
    const at = time[i] ?? 0;
    if (Math.floor(at / 1000) * 1000 !== at) return time;
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (length === 0 || (last - first) / 1000 > 0xffff_ffff) return time;
  const seconds = new Uint32Array(length);
  for (let i = 0; i < length; i++) seconds[i] = ((time[i] ?? 0) - first) / 1000;
  return { first, seconds: packWords(seconds) };
}

/** The times of all parts one behind the other. */
export function unpackTimes(parts: readonly PackedColumns[]): Float64Array {
  const times = new Float64Array(lengthOf(parts));
  let start = 0;
  for (const { time, length: count } of parts) {
    if ('seconds' in time) {
      times.set(time.seconds, start);
      const end = start + count;
      for (let at = start; at < end; at++) times[at] = time.first + (times[at] ?? 0) * 1000;
    } else times.set(time, start);
    start += count;
  }
  return times;
}
