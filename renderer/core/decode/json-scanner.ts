import { code } from '../../scanner/code.ts';
import { assert } from '../base/assert.ts';
import { fieldTreeWords, type FieldTree } from './field-tree.ts';
import { recordFields } from './record-fields.ts';

/** Why reading stopped, by the numbers of scanner/json-text.ts. */
const stopReasons = [
  'expected a member name',
  'expected a colon',
  'control character in a string',
  'bad \\u escape',
  'bad escape in a string',
  'nested deeper than 1000 levels',
  'expected a comma or }',
  'expected a comma or ]',
  'expected a value',
  'expected a digit',
] as const;

/** Read at once beyond the end. */
const slack = 64;
const pageBytes = 65_536;

const encoder = new TextEncoder();
let compiled: WebAssembly.Module | undefined;

/** What scanner/record-scanner.ts exports. */
interface ScannerCode {
  readonly memory: WebAssembly.Memory;
  readonly endsAt: WebAssembly.Global<'i32'>;
  readonly escapedAt: WebAssembly.Global<'i32'>;
  readonly textsAt: WebAssembly.Global<'i32'>;
  readonly mostTables: WebAssembly.Global<'i32'>;
  readonly scratch: WebAssembly.Global<'i32'>;
  readonly spare: WebAssembly.Global<'i32'>;
  readonly tree: WebAssembly.Global<'i32'>;
  readonly window: WebAssembly.Global<'i32'>;
  readonly tableAt: (table: number) => number;
  readonly forgetSpace: () => void;
  readonly hadSpace: () => number;
  readonly skipColon: (start: number) => number;
  readonly skipSpace: (start: number) => number;
  readonly skipString: (start: number) => number;
  readonly skipValue: (start: number) => number;
  readonly stop: (at: number, reason: number) => number;
  readonly stoppedAt: () => number;
  readonly stoppedFor: () => number;
  readonly scanRecord: (start: number, table: number) => number;
  readonly forgetTexts: () => void;
  readonly wantTexts: (at: number, count: number) => void;
  readonly numberTexts: (table: number) => number;
  readonly rememberText: (kind: number, start: number, length: number, id: number) => void;
  readonly numberBehind: (kind: number, start: number, length: number) => number;
  readonly rememberBehind: (kind: number, length: number, id: number) => void;
}

/**
 * Where the wanted members of an object lie: `start[slot]` and `end[slot]` bound a value's bytes
 * (strings with their quotes); `start[slot]` is -1 where the member is absent. As with JSON.parse,
 * the last of several members of one name counts.
 */
export interface FieldMap {
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where the value is a string with a backslash in it: its bytes are not yet its text. */
  readonly escaped: Uint8Array;
  /** Numbers of texts, where {@link JsonScanner.numberTexts} was asked for them. */
  readonly text: Int32Array;
  readonly table: number;
}

/** Members whose texts are numbered, and for each the kind of text that it is. */
export type WantedTexts = readonly { readonly slot: number; readonly kind: number }[];

/**
 * Walks JSON bytes without building values, in WebAssembly. It takes what JSON.parse takes and
 * refuses what JSON.parse refuses (RFC 8259), save that invalid UTF-8 passes: evidence is kept as
 * it is.
 *
 * The bytes lie in the scanner's own memory: see {@link JsonScanner.room}. Methods answer the
 * position after what they read, or -1; then `stopAt` and `stopReason` say where and why.
 */
export class JsonScanner {
  readonly #code: ScannerCode;
  readonly #window: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #end = 0;
  #tables: FieldMap[] = [];
  #scratch: Uint32Array;
  readonly #inner: JsonScanner[] = [];
  #textsOf: object | undefined;

  /** `wanted` is what {@link scanObject} looks for. About 0.1 ms, and 6 MB of memory once used. */
  constructor(wanted: FieldTree = recordFields) {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(code), (byte) => byte.charCodeAt(0)));
    this.#code = new WebAssembly.Instance(compiled).exports as unknown as ScannerCode;
    const tree = this.#code.tree.value;
    const words = fieldTreeWords(wanted, tree);
    assert(words.byteLength < this.#code.spare.value - tree, 'the tree of members has room');
    new Uint32Array(this.#code.memory.buffer, tree).set(words);
    this.#window = this.#code.window.value;
    this.#bytes = this.#view();
    this.#scratch = this.#scratchView();
  }

  /** The bytes in work, from the first on; good until there has to be more room. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** Bytes in work. */
  get end(): number {
    return this.#end;
  }

  /** The scanner's bytes, with room for so many; what is in them stays. */
  room(length: number): Uint8Array<ArrayBuffer> {
    if (length + slack <= this.#bytes.length) return this.#bytes;
    const more = Math.max(length + slack - this.#bytes.length, this.#bytes.length);
    this.#code.memory.grow(Math.ceil(more / pageBytes));
    this.#tables = [];
    this.#scratch = this.#scratchView();
    return (this.#bytes = this.#view());
  }

  /** Takes the first `end` of these bytes into work, which may be the scanner's own. */
  reset(bytes: Uint8Array, end: number): void {
    const own = bytes === this.#bytes;
    const room = this.room(end);
    if (!own) room.set(bytes.subarray(0, end));
    room[end] = 0;
    this.#end = end;
  }

  /** Takes a text into work. */
  resetText(text: string): void {
    const { written } = encoder.encodeInto(text, this.room(text.length * 3));
    this.reset(this.#bytes, written);
  }

  /** Scanners for texts in the bytes in work, and in those, one a depth. */
  inner(depth: number): JsonScanner {
    return (this.#inner[depth] ??= new JsonScanner());
  }

  /** True where the last -1 came from the bytes running out, not from a fault in them. */
  get cut(): boolean {
    return this.stopAt >= this.#end;
  }

  get stopAt(): number {
    return this.#code.stoppedAt();
  }

  get stopReason(): string {
    if (this.cut) return 'the data ends here';
    return stopReasons[this.#code.stoppedFor()] ?? '';
  }

  /** Set where white space stands between tokens, until forgotten. */
  get sawSpace(): boolean {
    return this.#code.hadSpace() !== 0;
  }

  skipSpace(start: number): number {
    return this.#code.skipSpace(start);
  }

  /** `start` is at the opening quote. */
  skipString(start: number): number {
    return this.#code.skipString(start);
  }

  /** A colon and white space around it. Answers the value's position. */
  skipColon(start: number): number {
    return this.#code.skipColon(start);
  }

  /** Any value. `start` may be at white space. */
  skipValue(start: number): number {
    return this.#code.skipValue(start);
  }

  /** Stops for want of a member's name. */
  stopForName(at: number): number {
    return this.#code.stop(at, stopReasons.indexOf('expected a member name'));
  }

  /** What {@link scanObject} finds at a depth of envelopes; good until there has to be more room. */
  fields(depth: number): FieldMap {
    return (this.#tables[depth] ??= this.#table(depth));
  }

  /** Finds the wanted members of the object whose brace is at `start`. */
  scanObject(start: number, { table }: FieldMap): number {
    return this.#code.scanRecord(start, table);
  }

  /** From now on, numbers of texts are those that `owner` gave and gives. */
  lendTexts(owner: object, wanted: WantedTexts): void {
    if (this.#textsOf === owner) return;
    this.#textsOf = owner;
    const { memory, spare } = this.#code;
    const pairs = wanted.flatMap(({ slot, kind }) => [slot, kind]);
    new Uint32Array(memory.buffer, spare.value).set(pairs);
    this.#code.wantTexts(spare.value, wanted.length);
    this.#code.forgetTexts();
  }

  /**
   * Puts the numbers of the wanted members' texts into `text`: -1 where it is not remembered, 0
   * where the member is absent, null or the empty text. True where all are known.
   */
  numberTexts({ table }: FieldMap): boolean {
    return this.#code.numberTexts(table) !== 0;
  }

  /** Remembers the number of the text of these bytes, for a time. */
  rememberText(kind: number, start: number, end: number, id: number): void {
    this.#code.rememberText(kind, start, end - start, id);
  }

  /** The number of four words with these bytes, at most 1,024, behind them; -1: not remembered. */
  numberBehind(kind: number, words: Uint32Array, start: number, end: number): number {
    this.#scratch.set(words);
    return this.#code.numberBehind(kind, start, end - start);
  }

  /** Remembers the number of what {@link numberBehind} was asked for last. */
  rememberBehind(kind: number, start: number, end: number, id: number): void {
    this.#code.rememberBehind(kind, end - start, id);
  }

  #table(depth: number): FieldMap {
    const { memory, tableAt, endsAt, textsAt, escapedAt, mostTables } = this.#code;
    assert(depth < mostTables.value, 'envelopes are not nested so deep');
    const at = tableAt(depth);
    const words = (offset: number): Int32Array => new Int32Array(memory.buffer, at + offset, 64);
    return {
      start: words(0),
      end: words(endsAt.value),
      text: words(textsAt.value),
      escaped: new Uint8Array(memory.buffer, at + escapedAt.value, 64),
      table: depth,
    };
  }

  #scratchView(): Uint32Array {
    return new Uint32Array(this.#code.memory.buffer, this.#code.scratch.value, 4);
  }

  #view(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#code.memory.buffer, this.#window);
  }
}
