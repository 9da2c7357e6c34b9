import { formatIso, notInRecord } from '../../base/zoned-time.ts';
import type { Row, SourceId, Span } from '../../base/units.ts';
import { outcomeOf, outcomes } from '../../table/columns.ts';
import type { TextColumn } from '../../table/columns.ts';
import type { EventTable } from '../../table/event-table.ts';
import { ByteWriter } from './byte-writer.ts';
import { completeCsvColumns, csvHeaders } from './csv-columns.ts';
import type { CsvColumn } from './csv-columns.ts';
import { csvField } from './csv-field.ts';
import { EncodedTexts } from './encoded-texts.ts';
import type { EventFileSource, Note } from './event-file.ts';
import { csvText } from '../resource-words.ts';

const comma = 0x2c;
/** RFC 4180, section 2, rule 1. */
const lineEnd = '\r\n';
/** Texts that stand in a cell as they are, such as a GUID. */
const plain = /^[0-9A-Za-z][0-9A-Za-z-]*$/u;

/** A stretch of a sorted selection, and how to write it. */
export interface EventCsvPart {
  /** The whole selection in its order. */
  readonly rows: Uint32Array;
  /** Places in `rows`; the part that starts at 0 begins with the header. */
  readonly span: Span<number>;
  readonly columns: readonly CsvColumn[];
  readonly zone: string;
}

type CellWriter = (out: ByteWriter, row: Row) => void;

/**
 * Writes events as CSV (RFC 4180), part by part. Each text of a dictionary is escaped once,
 * however often it occurs, so keep one writer for all parts of a file.
 */
export class EventCsvWriter {
  readonly #table: EventTable;
  readonly #eventIdOf: EventFileSource['eventIdOf'];
  readonly #noteOf: EventFileSource['noteOf'];
  readonly #paths: EncodedTexts;
  readonly #hashes: EncodedTexts;
  /** Place of a source's path and hash among the cells; 0: not known. */
  readonly #placeOf: ReadonlyMap<SourceId, number>;
  readonly #cells = new Map<TextColumn, EncodedTexts>();
  readonly #out = new ByteWriter();

  constructor({ table, sources, eventIdOf, noteOf }: EventFileSource) {
    this.#table = table;
    this.#eventIdOf = eventIdOf;
    this.#noteOf = noteOf;
    this.#paths = new EncodedTexts({ texts: ['', ...sources.map(({ path }) => path)] }, csvField);
    this.#hashes = new EncodedTexts(
      { texts: ['', ...sources.map(({ sha256 }) => sha256)] },
      csvField,
    );
    this.#placeOf = new Map(sources.map(({ id }, place) => [id, place + 1]));
  }

  /** The part as UTF-8 without byte order mark; parts put together are the file. */
  part({ rows, span, columns, zone }: EventCsvPart): Uint8Array<ArrayBuffer> {
    const all = completeCsvColumns(columns);
    const out = this.#out;
    if (span.start === 0) writeHeader(out, all);
    const writers = all.map((column) => this.#writerOf(column, zone));
    const end = Math.min(span.end, rows.length);
    for (let place = span.start; place < end; place++) {
      const row = rows[place] ?? 0;
      for (let column = 0; column < writers.length; column++) {
        if (column > 0) out.byte(comma);
        writers[column]?.(out, row);
      }
      out.ascii(lineEnd);
    }
    return out.take();
  }

  #writerOf(column: CsvColumn, zone: string): CellWriter {
    const table = this.#table;
    if (column === 'time')
      return (out, row) => {
        writeTime(out, table.time[row] ?? Number.NaN, zone);
      };
    if (column === 'outcome')
      return (out, row) => {
        out.ascii(outcomes[outcomeOf(table.flags[row] ?? 0)]);
      };
    if (column === 'finding')
      return (out, row) => {
        writeNote(out, this.#noteOf(table.ref[row] ?? 0));
      };
    if (column === 'eventId')
      return (out, row) => {
        writeId(out, this.#eventIdOf(table.ref[row] ?? 0));
      };
    if (column === 'evidence')
      return (out, row) => {
        this.#writeEvidence(out, row);
      };
    return this.#textWriter(column);
  }

  #textWriter(column: TextColumn): CellWriter {
    const ids = this.#table.text[column];
    const encode = (text: string): string => csvField(csvText(column, text));
    const cells =
      this.#cells.get(column) ?? new EncodedTexts(this.#table.dictionaries[column], encode);
    this.#cells.set(column, cells);
    return (out, row) => {
      const id = ids[row] ?? 0;
      if (id !== 0) cells.write(out, id);
    };
  }

  #writeEvidence(out: ByteWriter, row: Row): void {
    const table = this.#table;
    const source = this.#placeOf.get(table.source[row] ?? 0) ?? 0;
    this.#paths.write(out, source);
    out.byte(comma);
    this.#hashes.write(out, source);
    out.byte(comma);
    out.number(table.recordIndex[row] ?? 0);
    out.byte(comma);
    out.number(table.offset[row] ?? 0);
    out.byte(comma);
    out.number(table.byteLength[row] ?? 0);
  }
}

function writeHeader(out: ByteWriter, columns: readonly CsvColumn[]): void {
  out.text(columns.flatMap((column) => csvHeaders[column].map(csvField)).join(','));
  out.ascii(lineEnd);
}

function writeNote(out: ByteWriter, note: Note | undefined): void {
  if (note === undefined) out.ascii(',,');
  else {
    const cells = [note.starred ? 'yes' : '', note.tags.join(' | '), note.text];
    out.text(cells.map(csvField).join(','));
  }
}

function writeId(out: ByteWriter, id: string): void {
  if (plain.test(id)) out.ascii(id);
  else out.text(csvField(id));
}

function writeTime(out: ByteWriter, time: number, zone: string): void {
  const text = formatIso(time, zone);
  if (text === notInRecord) return;
  // A year that is not of four digits begins with a sign, as formulas do.
  if (plain.test(text[0] ?? '')) out.ascii(text);
  else out.text(csvField(text));
}
