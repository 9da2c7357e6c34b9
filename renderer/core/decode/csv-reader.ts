import type { Shape } from '../source/shapes.ts';
import type { ContentReader } from './content-reader.ts';
import { isLineEnd, readCsvRow } from './csv-scanner.ts';
import { maxValueBytes, type FileSink } from './file-reader.ts';
import { recordTable, type RecordTable } from './foreign/record-table.ts';
import type { JsonScanner } from './json-scanner.ts';
import { RecordReader, type RecordSink } from './record-reader.ts';

/** Comma; and what spreadsheets and query consoles put in its place. */
const delimiters = [0x2c, 0x3b, 0x09];
const byteOrderMark = [0xef, 0xbb, 0xbf];
/** A header is shorter, or the file is no table of records. */
const maxHeaderBytes = 16 * 1024;

/**
 * Reads a table of records. A record's place is that of its row, and a fault costs the row it is
 * in: reading goes on with the next line.
 */
export class CsvReader implements ContentReader {
  readonly #table: RecordTable;
  readonly #header: readonly string[];
  readonly #delimiter: number;
  readonly #records: RecordReader;
  readonly #sink: RecordSink & FileSink;

  private constructor(
    table: RecordTable,
    header: readonly string[],
    delimiter: number,
    sink: RecordSink & FileSink,
    scanner: JsonScanner,
  ) {
    this.#table = table;
    this.#header = header;
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#records = new RecordReader(sink, scanner);
  }

  /** Undefined where the content does not begin with the header of a table of records. */
  static forTable(
    head: Uint8Array,
    sink: RecordSink & FileSink,
    scanner: JsonScanner,
  ): CsvReader | undefined {
    const start = afterByteOrderMark(head);
    const bytes = head.subarray(0, maxHeaderBytes);
    for (const delimiter of delimiters) {
      const row = readCsvRow(bytes, start, delimiter, true);
      const table = row.kind === 'row' ? recordTable(row.cells) : undefined;
      if (row.kind === 'row' && table) {
        return new CsvReader(table, row.cells, delimiter, sink, scanner);
      }
    }
    return undefined;
  }

  get shape(): Shape {
    return this.#table.shape;
  }

  get isCertain(): boolean {
    return this.#table.isCertain;
  }

  read(buffer: Uint8Array, length: number, base: number, final: boolean): number {
    const bytes = buffer.subarray(0, length);
    let at = base === 0 ? afterByteOrderMark(bytes) : 0;
    while (at < length) {
      const row = readCsvRow(bytes, at, this.#delimiter, final || length - at > maxValueBytes);
      if (row.kind === 'cut') return at;
      if (row.kind === 'row') {
        this.#readRow(row.cells, { offset: base + at, byteLength: row.end - at });
        at = row.at;
      } else {
        const next = nextLine(bytes, at, row.at);
        this.#sink.broken(base + at, base + next, row.reason);
        at = next;
      }
    }
    return length;
  }

  #readRow(cells: readonly string[], place: { offset: number; byteLength: number }): void {
    const isBlank = cells.length === 1 && cells[0] === '';
    // Results that were put one behind the other repeat their header.
    if (isBlank || cells.every((cell, column) => cell === this.#header[column])) return;
    if (cells.length === this.#header.length) {
      this.#records.readText(this.#table.toRecord(cells), place);
    } else {
      const { offset, byteLength } = place;
      const reason = `${cells.length} cells, where the header has ${this.#header.length}`;
      this.#sink.broken(offset, offset + byteLength, reason);
    }
  }
}

function afterByteOrderMark(bytes: Uint8Array): number {
  return byteOrderMark.every((byte, place) => bytes[place] === byte) ? 3 : 0;
}

/**
 * Where to go on after a row that began at `start` turned out wrong at `fault`: the missing quote
 * was in a line before, so that the line of the fault may be whole.
 */
function nextLine(bytes: Uint8Array, start: number, fault: number): number {
  let line = Math.min(fault, bytes.length);
  while (line > start && !isLineEnd(bytes[line - 1])) line--;
  if (line > start && fault < bytes.length) return line;
  const after = bytes.subarray(start).findIndex(isLineEnd);
  return after < 0 ? bytes.length : start + after + 1;
}
