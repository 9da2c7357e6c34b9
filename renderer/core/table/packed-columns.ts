import { recordOf } from '../base/record-of.ts';
import { storedTextColumns, type EventColumns, type StoredTextColumn } from './columns.ts';

/** Whole numbers in the narrowest array that holds them: most dictionaries are small. */
export type PackedWords = Uint8Array | Uint16Array | Uint32Array;

/** Columns as they are stored: about half of what they take in memory. */
export interface PackedColumns {
  readonly length: number;
  /** Whole seconds since the first event where all times are such, as CloudTrail's are. */
  readonly time:
    { readonly first: number; readonly seconds: PackedWords } | { readonly exact: Float64Array };
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

export function unpackColumns(packed: PackedColumns): LoadedColumns {
  return {
    length: packed.length,
    time: unpackTime(packed.time),
    text: recordOf(storedTextColumns, (column) => Uint32Array.from(packed.text[column])),
    flags: Uint32Array.from(packed.flags),
    eventId: packed.eventId,
    source: Uint32Array.from(packed.source),
    recordIndex: Uint32Array.from(packed.recordIndex),
    offset: Float64Array.from(packed.offset),
    byteLength: Uint32Array.from(packed.byteLength),
  };
}

function packWords(words: Uint32Array): PackedWords {
  let most = 0;
  const { length } = words;
  for (let i = 0; i < length; i++) most |= words[i] ?? 0;
  // A sign bit makes the union negative.
  if (most < 0 || most > 0xffff) return words;
  return most > 0xff ? Uint16Array.from(words) : Uint8Array.from(words);
}

function packOffset(offset: Float64Array): PackedWords | Float64Array {
  return offset.every((at) => at <= 0xffff_ffff) ? packWords(Uint32Array.from(offset)) : offset;
}

function packTime(time: Float64Array): PackedColumns['time'] {
  let first = Infinity;
  let last = -Infinity;
  for (const at of time) {
    if (at % 1000 !== 0) return { exact: time };
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (time.length === 0 || (last - first) / 1000 > 0xffff_ffff) return { exact: time };
  return { first, seconds: packWords(Uint32Array.from(time, (at) => (at - first) / 1000)) };
}

function unpackTime(time: PackedColumns['time']): Float64Array {
  if ('exact' in time) return time.exact;
  const { first, seconds } = time;
  return Float64Array.from(seconds, (second) => first + second * 1000);
}
