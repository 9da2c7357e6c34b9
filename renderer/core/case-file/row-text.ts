import { fromBase64, toBase64 } from './base64.ts';

// JSON, with an object that has a member `$` for whatever JSON has no word for: FILE-FORMATS.md
// lists them. Numbers in typed arrays are little-endian, as on every machine that Electron runs on.

const arrays = [
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const;
const arrayByName = new Map<string, (typeof arrays)[number]>(
  arrays.map((array) => [array.name, array]),
);

/** Bytes that a row refers to, by the name that they have in the case file. */
export interface BlobPlace {
  /** Of the row. */
  readonly member: string;
  readonly entry: string;
  readonly bytes: number;
}

/** A row as it was stored, but for its Blobs, which lie elsewhere in the file. */
export interface ParsedRow {
  readonly row: Record<string, unknown>;
  readonly blobs: readonly BlobPlace[];
}

/**
 * A stored row as one line of text, from which {@link parseRow} makes the same row. `entryOf` names
 * the Blob in a member; Blobs deeper in a row, and what a database can't hold, throw.
 */
export function rowText(row: object, entryOf: (member: string) => string): string {
  const members = Object.entries(row).map(([name, value]: [string, unknown]) =>
    value instanceof Blob
      ? [name, { $: 'Blob', entry: entryOf(name), bytes: value.size }]
      : [name, written(value)],
  );
  return JSON.stringify(Object.fromEntries(members));
}

/** The row in a line of text. Throws where the line holds none. */
export function parseRow(text: string): ParsedRow {
  const json: unknown = JSON.parse(text);
  if (!isObject(json)) throw new Error('a row is no object');
  const blobs: BlobPlace[] = [];
  const members = Object.entries(json).map(([member, value]) => {
    const place = blobPlace(member, value);
    if (place === undefined) return [member, read(value)] as const;
    blobs.push(place);
    return [member, undefined] as const;
  });
  // `fromEntries` defines what it is given, `__proto__` too: nothing is inherited from a file.
  return { row: Object.fromEntries(members), blobs };
}

function written(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $: 'number', text: '-0' };
    return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
  }
  if (typeof value === 'object') return writtenObject(value);
  throw new Error(`a row holds a ${typeof value}`);
}

function writtenObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (ArrayBuffer.isView(value) && arrayByName.has(value.constructor.name)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { $: value.constructor.name, base64: toBase64(bytes) };
  }
  if (value instanceof Map) {
    return { $: 'Map', entries: [...value].map(([key, one]) => [written(key), written(one)]) };
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Error(`a row holds a ${value.constructor.name}`);
  }
  const members = Object.entries(value).map(([name, one]) => [name, written(one)] as const);
  return Object.hasOwn(value, '$') ? { $: 'object', members } : Object.fromEntries(members);
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (!isObject(value)) return value;
  if (Object.hasOwn(value, '$')) return readMarked(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, read(one)]));
}

function readMarked(value: Readonly<Record<string, unknown>>): unknown {
  const { $: kind, text, base64, entries, members } = value;
  if (kind === 'undefined') return undefined;
  if (kind === 'number') return Number(text);
  if (kind === 'Map') return new Map(pairsOf(entries));
  if (kind === 'object') return Object.fromEntries(pairsOf(members));
  const array = typeof kind === 'string' ? arrayByName.get(kind) : undefined;
  if (array === undefined || typeof base64 !== 'string') {
    throw new Error('a row holds what this version does not know');
  }
  return new array(fromBase64(base64).buffer);
}

function pairsOf(list: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(list)) throw new Error('a row holds a list that is none');
  return list.map((pair: unknown) => {
    if (!Array.isArray(pair)) throw new Error('a row holds a pair that is none');
    // Keys of Maps may be anything; those of objects are texts, and made so.
    return [read(pair[0]) as string, read(pair[1])];
  });
}

function blobPlace(member: string, value: unknown): BlobPlace | undefined {
  if (!isObject(value) || value['$'] !== 'Blob') return undefined;
  const { entry, bytes } = value;
  if (typeof entry !== 'string' || typeof bytes !== 'number') {
    throw new Error('a row holds a place that is none');
  }
  return { member, entry, bytes };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
