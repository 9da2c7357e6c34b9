import { assert } from '../base/assert.ts';
import type { Span } from '../base/units.ts';
import { shapes, type Shape } from '../source/shapes.ts';
import type { ContentReader } from './content-reader.ts';
import { endOfDamaged, nextLineOpening, nextRecordOpening } from './damaged-value.ts';
import type { JsonScanner } from './json-scanner.ts';
import { listNames } from './record-fields.ts';
import { RecordReader, type RecordSink } from './record-reader.ts';

/** What a file tells beside its records. Offsets are in the inflated file. */
export interface FileSink {
  /** `start` to `end` could not be read as JSON: one record lost, or more. */
  broken(start: number, end: number, reason: string): void;
  /** Something is wrong with the JSON around the records, which costs none of them. */
  flaw(offset: number, reason: string): void;
}

/** A value longer than this is not held in memory, and is no CloudTrail record (at most 1 MB). */
export const maxValueBytes = 64 * 1024 * 1024;

/** Words of a record, in JSON or in JSON in a text; looked for in so many bytes. */
const recordWords = /\\?"(?:eventSource|eventName)\\?"/;
const maxLooked = 65_536;

/** An opening with its white space is shorter than this. */
const straddle = 64;
const endsTooSoon = 'the file ends before its JSON does; the records before are whole';
const decoder = new TextDecoder();

type Where =
  /** Between the values of the file: one document, lines of JSON, or objects in a row. */
  | { readonly kind: 'top' }
  /** In an array of records; `wrapped`: it is a member of an object. */
  | { readonly kind: 'list'; readonly wrapped: boolean; readonly first: boolean }
  /** After such an array, in the object around it. */
  | { readonly kind: 'tail' }
  /** In bytes that make no sense, looking for the next record. */
  | { readonly kind: 'lost'; readonly from: number; readonly reason: string; readonly back: Where };

const top: Where = { kind: 'top' };

/** What a list of records is by the name of the member that holds it. */
const wrapperShapes: ReadonlyMap<string, Shape> = new Map([
  ['Records', shapes.trail],
  ['Events', shapes.lookupEvents],
  ['events', shapes.logEvents],
  ['logEvents', shapes.subscription],
  ['results', shapes.logsInsights],
]);

/**
 * Finds the values of a JSON file as its bytes come, and gives each to a {@link RecordReader}.
 * `{"Records":[…]}` and the like are entered, so that only one record need be in memory; a fault
 * costs the record it is in, and reading goes on behind it.
 */
export class FileReader implements ContentReader {
  readonly #records: RecordReader;
  readonly #sink: FileSink;
  readonly #scanner: JsonScanner;
  #where: Where = top;
  /** Name of the member that holds the records, as found first; empty for bare values. */
  #wrapper = '';
  /** One value by itself, values in a row (lines), or an array of them. */
  #form: 'object' | 'lines' | 'array' = 'object';
  #values = 0;
  /** That was told. */
  #lacksCommas = false;

  constructor(sink: RecordSink & FileSink, scanner: JsonScanner) {
    this.#records = new RecordReader(sink, scanner);
    this.#scanner = scanner;
    this.#sink = sink;
  }

  get shape(): Shape {
    return wrapperShapes.get(this.#wrapper) ?? this.#records.envelope ?? shapes[this.#form];
  }

  get isCertain(): boolean {
    return this.#wrapper === 'Records' && this.#values === 0;
  }

  read(bytes: Uint8Array, length: number, base: number, final: boolean): number {
    const scanner = this.#scanner;
    scanner.reset(bytes, length);
    let at = base === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    for (;;) {
      const next = this.#step(at, base, final);
      if (next >= 0) {
        at = next;
        if (at >= length && this.#where.kind === 'top') return length;
      } else if (!final && length - at > maxValueBytes) {
        this.#lose(base + at, 'longer than 64 MB');
      } else break;
    }
    if (!final) return at;
    this.#finish(base);
    return length;
  }

  /** Answers the new position, or -1 where more bytes are needed. */
  #step(at: number, base: number, final: boolean): number {
    switch (this.#where.kind) {
      case 'top':
        return this.#stepTop(at, base, final);
      case 'list':
        return this.#stepList(at, base, final, this.#where);
      case 'tail':
        return this.#stepTail(at, base, final);
      case 'lost':
        return this.#stepLost(at, base, final, this.#where);
    }
  }

  #stepTop(start: number, base: number, final: boolean): number {
    const scanner = this.#scanner;
    let at = scanner.skipSpace(start);
    // Commas and record separators (RFC 7464) between values harm nothing.
    while (scanner.bytes[at] === 0x2c || scanner.bytes[at] === 0x1e) at = scanner.skipSpace(at + 1);
    if (at >= scanner.end) return at;
    if (scanner.bytes[at] === 0x5b) {
      this.#where = { kind: 'list', wrapped: false, first: true };
      this.#form = 'array';
      return at + 1;
    }
    if (scanner.bytes[at] === 0x7b) {
      const list = this.#findList(at, base);
      if (list === 'more' && !final) return -1;
      if (typeof list === 'number') {
        this.#where = { kind: 'list', wrapped: true, first: true };
        return list;
      }
    } else {
      at = afterTimestamp(scanner.bytes, at, scanner.end);
      const byte = scanner.bytes[at];
      if (byte !== 0x7b && byte !== 0x22) {
        this.#lose(base + at, `no JSON at byte ${base + at}`);
        return at;
      }
    }
    return this.#readValue(at, base, final);
  }

  #readValue(at: number, base: number, final: boolean): number {
    const scanner = this.#scanner;
    const end = this.#records.read(at, base);
    if (end >= 0) {
      if (this.#values++ > 0 && this.#form === 'object') this.#form = 'lines';
      return end;
    }
    if (scanner.cut) {
      if (final) {
        this.#sink.broken(base + at, base + scanner.end, 'the file ends in the middle of a record');
        this.#where = top;
        return scanner.end;
      }
      return -1;
    }
    return this.#passDamaged(at, base, final);
  }

  /** Behind a value with a fault in it, which costs that value and no other where it can. */
  #passDamaged(at: number, base: number, final: boolean): number {
    const { bytes, end, stopReason, stopAt } = this.#scanner;
    const reason = `${stopReason} at byte ${base + stopAt}`;
    const damaged = endOfDamaged(bytes, at, end);
    const line = this.#where.kind === 'top' ? nextLineOpening(bytes, at, end) : -1;
    if (line >= 0 && (damaged.kind === 'open' || line < damaged.at)) {
      this.#sink.broken(base + at, base + line, reason);
      return line;
    }
    switch (damaged.kind) {
      case 'open':
        if (!final && end - at <= maxValueBytes) return -1;
        this.#lose(base + at, reason);
        return at + 1;
      case 'closed':
        this.#sink.broken(base + at, base + damaged.at, reason);
        return damaged.at;
      case 'opening':
        this.#sink.broken(base + at, base + damaged.at, reason);
        if (this.#where.kind === 'list') this.#where = { ...this.#where, first: true };
        return damaged.at;
    }
  }

  /**
   * Position behind the `[` of the member that holds the records, looked for among the first
   * members: every wrapper has its plain members first, and a record soon has an object.
   */
  #findList(start: number, base: number): number | 'none' | 'more' {
    const before: Span<number>[] = [];
    const scanner = this.#scanner;
    const { bytes } = scanner;
    let at = scanner.skipSpace(start + 1);
    for (;;) {
      if (at >= scanner.end) return 'more';
      if (bytes[at] !== 0x22) return 'none';
      const nameEnd = scanner.skipString(at);
      const value = nameEnd < 0 ? nameEnd : scanner.skipColon(nameEnd);
      if (value < 0) return scanner.cut ? 'more' : 'none';
      if (bytes[value] === 0x5b) {
        const name = decoder.decode(bytes.subarray(at + 1, nameEnd - 1));
        if (listNames.some((known) => known === name)) {
          this.#wrapper ||= name;
          for (const span of before) this.#checkBeside(span.start, span.end, base);
          return value + 1;
        }
      }
      // An object, or a text with one in it: it may be an envelope, and is read with all beside it.
      if (bytes[value] === 0x7b) return 'none';
      if (bytes[value] === 0x22 && bytes[value + 1] === 0x7b) return 'none';
      at = scanner.skipValue(value);
      if (at < 0) return scanner.cut ? 'more' : 'none';
      before.push({ start: value, end: at });
      at = scanner.skipSpace(at);
      if (at >= scanner.end) return 'more';
      if (bytes[at] !== 0x2c) return 'none';
      at = scanner.skipSpace(at + 1);
    }
  }

  #stepList(start: number, base: number, final: boolean, where: Where & { kind: 'list' }): number {
    const scanner = this.#scanner;
    let at = scanner.skipSpace(start);
    if (at >= scanner.end) return -1;
    const byte = scanner.bytes[at];
    if (byte === 0x5d) {
      this.#where = where.wrapped ? { kind: 'tail' } : top;
      return at + 1;
    }
    if (!where.first) {
      if (byte === 0x2c) {
        at = scanner.skipSpace(at + 1);
        if (at >= scanner.end) return -1;
        if (scanner.bytes[at] === 0x5d) {
          this.#sink.flaw(base + at, 'a comma before the end of an array');
          return at;
        }
      } else if (where.wrapped || byte !== 0x7b || scanner.bytes[at - 1] !== 0x0a) {
        this.#lose(base + at, `expected a comma or ] at byte ${base + at}`);
        return at;
      } else if (!this.#lacksCommas) {
        this.#lacksCommas = true;
        this.#sink.flaw(base + at, 'an array without commas between its lines');
      }
    }
    const end = this.#readValue(at, base, final);
    // A value that is not whole yet is read again from its comma.
    if (end < 0) return end;
    if (this.#where === where) this.#where = { ...where, first: false };
    return end;
  }

  #stepTail(start: number, base: number, final: boolean): number {
    const scanner = this.#scanner;
    let at = scanner.skipSpace(start);
    if (at >= scanner.end) return -1;
    if (scanner.bytes[at] === 0x7d) {
      this.#where = top;
      return at + 1;
    }
    if (scanner.bytes[at] !== 0x2c) {
      this.#where = top;
      return at;
    }
    at = scanner.skipSpace(at + 1);
    const nameEnd = scanner.bytes[at] === 0x22 ? scanner.skipString(at) : scanner.stopForName(at);
    const value = nameEnd < 0 ? nameEnd : scanner.skipColon(nameEnd);
    if (value >= 0 && scanner.bytes[value] === 0x5b) {
      const name = decoder.decode(scanner.bytes.subarray(at + 1, nameEnd - 1));
      if (listNames.some((known) => known === name)) {
        this.#where = { kind: 'list', wrapped: true, first: true };
        return value + 1;
      }
    }
    const end = value < 0 ? value : scanner.skipValue(value);
    if (end >= 0) {
      this.#checkBeside(value, end, base);
      return end;
    }
    if (scanner.cut && !final) return -1;
    this.#where = top;
    if (scanner.cut) {
      this.#sink.flaw(base + at, endsTooSoon);
      return scanner.end;
    }
    return at;
  }

  /** What stands beside a list of records, and may be records too: said, since it is not read. */
  #checkBeside(start: number, end: number, base: number): void {
    const { bytes } = this.#scanner;
    if (bytes[start] !== 0x7b && bytes[start] !== 0x5b && bytes[start] !== 0x22) return;
    if (!recordWords.test(decoder.decode(bytes.subarray(start, Math.min(end, start + maxLooked)))))
      return;
    this.#sink.broken(base + start, base + end, 'stands beside the list of records: not read');
  }

  #lose(from: number, reason: string): void {
    const back: Where = this.#where.kind === 'list' ? { ...this.#where, first: true } : top;
    this.#where = { kind: 'lost', from, reason, back };
  }

  #stepLost(at: number, base: number, final: boolean, where: Where & { kind: 'lost' }): number {
    const { end } = this.#scanner;
    const found = this.#nextOpening(at, where.back);
    if (found >= 0) {
      this.#sink.broken(where.from, base + found, where.reason);
      this.#where = where.back;
      return found;
    }
    if (final) {
      this.#sink.broken(where.from, base + end, where.reason);
      this.#where = top;
      return end;
    }
    // What is behind is of no use; an opening may straddle the end.
    return end - straddle > at ? end - straddle : -1;
  }

  /** A bracket that opens a line of plain text is no list: what comes on lines of its own is read. */
  #nextOpening(at: number, back: Where): number {
    const { bytes, end } = this.#scanner;
    const line = nextLineOpening(bytes, at, end);
    if (back.kind !== 'list') return line;
    const record = nextRecordOpening(bytes, at, end);
    if (back.wrapped || line < 0) return record;
    return record < 0 ? line : Math.min(record, line);
  }

  #finish(base: number): void {
    assert(this.#where.kind !== 'lost', 'a lost stretch ends with the file');
    if (this.#where.kind !== 'top') this.#sink.flaw(base + this.#scanner.end, endsTooSoon);
    this.#where = top;
  }
}

/** CloudWatch Logs exports put `2024-01-01T00:00:00.000Z ` before each record. */
function afterTimestamp(bytes: Uint8Array, start: number, end: number): number {
  const head = decoder.decode(bytes.subarray(start, Math.min(end, start + 40)));
  const match = /^\d{4}-\d\d-\d\dT[\d:.]+Z[ \t]+(?=\{)/.exec(head);
  return start + (match?.[0].length ?? 0);
}
