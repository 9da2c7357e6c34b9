import type { EpochMs } from '../base/units.ts';
import { shapes, type Shape } from '../source/shapes.ts';
import { fromElastic } from './foreign/elastic.ts';
import { fromInsightsRow } from './foreign/insights-row.ts';
import { fromOcsf } from './foreign/ocsf.ts';
import { resultCells, resultTable, type ResultTable } from './foreign/result-rows.ts';
import { parseIsoTime } from './iso-time.ts';
import type { FieldMap, JsonScanner } from './json-scanner.ts';
import { parseString } from './json-string.ts';
import { envelopes, slot } from './record-fields.ts';

/** Where a record lies in the inflated file. For one inside a string: the string literal. */
export interface RecordPlace {
  readonly offset: number;
  readonly byteLength: number;
}

/** What a file's objects turn out to be. Positions in `scanner` are good during the call only. */
export interface RecordSink {
  /** A CloudTrail record; its bytes are `start` to `end` of the scanner's buffer. */
  record(found: FoundRecord): void;
  /** Something of CloudTrail's that is no API call. */
  aside(kind: Aside, place: RecordPlace): void;
  /** Something else, with the reason in words. */
  other(reason: string, place: RecordPlace): void;
}

/** What CloudTrail writes besides the records of API calls, or stands among them. */
export type Aside =
  'digest' | 'sign file' | 'key list' | 'insight' | 'aggregated' | 'control message';

export interface FoundRecord {
  readonly scanner: JsonScanner;
  readonly fields: FieldMap;
  readonly start: number;
  readonly end: number;
  readonly place: RecordPlace;
  /** Time said by the envelope, for records without one of their own. */
  readonly envelopeTime: EpochMs | undefined;
  /** No white space stands between the record's tokens. */
  readonly compact: boolean;
}

/** Envelopes in envelopes, lists and texts counted: more than any exporter makes. */
const maxEnvelopes = 8;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads one JSON value and hands over the CloudTrail records in it: the value itself, or what
 * lies in one of the known envelopes, told apart by structure alone (the shapes are listed in
 * README.md).
 */
export class RecordReader {
  readonly #sink: RecordSink;
  readonly #scanner: JsonScanner;
  readonly #file = { base: 0, depth: 0, time: undefined, place: undefined };
  #envelope: Shape | undefined;

  /** `scanner` is the one that values are given in, or lends its inner ones to texts. */
  constructor(sink: RecordSink, scanner: JsonScanner) {
    this.#sink = sink;
    this.#scanner = scanner;
  }

  /** What was around the record that was found first; undefined where nothing was. */
  get envelope(): Shape | undefined {
    return this.#envelope;
  }

  /**
   * Reads the value at `start`; `base` is the offset of the scanner's first byte in the file.
   * Answers the position after it, or -1 with the scanner's stop set; then nothing was handed over.
   */
  read(start: number, base: number): number {
    this.#file.base = base;
    return this.#read(this.#scanner, start, this.#file);
  }

  /** Reads the JSON in a text, all of which lies at `place` in the file in whatever form. */
  readText(text: string, place: RecordPlace): void {
    this.#readText(text, { base: 0, depth: 0, time: undefined, place });
  }

  #read(scanner: JsonScanner, start: number, around: Around): number {
    const first = scanner.bytes[start];
    if (first !== 0x7b) {
      const end = scanner.skipValue(start);
      if (end < 0) return end;
      const inner = { ...around, place: placeOf(around, start, end) };
      if (first === 0x22) this.#readText(parseString(scanner.bytes, start, end), inner);
      else if (first === 0x5b) this.#readList(scanner, start, end, around);
      else this.#sink.other('not an object', inner.place);
      return end;
    }
    const fields = scanner.fields(around.depth);
    const end = scanner.scanObject(start, fields);
    if (end < 0) return end;
    const compact = !scanner.sawSpace;
    const place = placeOf(around, start, end);
    if (isRecord(scanner, fields)) {
      const envelopeTime = around.time;
      this.#sink.record({ scanner, fields, start, end, place, envelopeTime, compact });
    } else if (around.depth < maxEnvelopes) {
      this.#readEnvelope(scanner, fields, start, end, around);
    } else {
      this.#sink.other('envelopes nested too deep', place);
    }
    return end;
  }

  #readEnvelope(
    scanner: JsonScanner,
    fields: FieldMap,
    start: number,
    end: number,
    around: Around,
  ): void {
    const time = timeOf(scanner, fields) ?? around.time;
    const inner = { ...around, depth: around.depth + 1, time };
    if (this.#readEnvelopes(scanner, fields, inner)) return;
    if (this.#readResult(scanner, fields, inner)) return;
    const place = placeOf(around, start, end);
    for (const { member, shape, toRecord } of schemas) {
      if ((fields.start[member] ?? -1) < 0) continue;
      const record = toRecord(parsed(scanner, start, end));
      if (record === undefined) continue;
      this.#envelope ??= shape;
      this.#readText(JSON.stringify(record), { ...inner, place });
      return;
    }
    const aside = asides.find(([member]) => (fields.start[member] ?? -1) >= 0);
    if (aside === undefined) this.#sink.other(lookAlike(scanner, fields), place);
    else this.#sink.aside(aside[1], place);
  }

  /** All members that hold records: what is mixed may have several. False: there is none. */
  #readEnvelopes(scanner: JsonScanner, fields: FieldMap, inner: Around): boolean {
    const { bytes } = scanner;
    const texts = new Set<string>();
    let isEnvelope = false;
    for (const [member, shape] of envelopes) {
      const value = fields.start[member] ?? -1;
      const first = value < 0 ? 0 : bytes[value];
      if (first !== 0x7b && first !== 0x5b && first !== 0x22) continue;
      if (first === 0x22) {
        // Elastic keeps the same text in two members; beside a record, a message is for people.
        const text = parseString(bytes, value, fields.end[member] ?? value);
        if (isEnvelope && (texts.has(text) || !isJsonText(text.trim()))) continue;
        texts.add(text);
      }
      isEnvelope = true;
      this.#envelope ??= shape;
      this.#read(scanner, value, inner);
    }
    return isEnvelope;
  }

  /** The rows of an answer of Athena's. False: the object is none, or not of CloudTrail's records. */
  #readResult(scanner: JsonScanner, { start, end }: FieldMap, inner: Around): boolean {
    const rows = start[slot.resultRows] ?? -1;
    const columns = start[slot.resultColumns] ?? -1;
    if (rows < 0 || columns < 0 || scanner.bytes[rows] !== 0x5b) return false;
    const result = resultTable(parsed(scanner, columns, end[slot.resultColumns] ?? columns));
    if (result === undefined) return false;
    this.#envelope ??= result.table.shape;
    for (let at = scanner.skipSpace(rows + 1); scanner.bytes[at] !== 0x5d;) {
      const after = scanner.skipValue(at);
      this.#readRow(parsed(scanner, at, after), result, {
        ...inner,
        place: placeOf(inner, at, after),
      });
      at = scanner.skipSpace(after);
      if (scanner.bytes[at] === 0x2c) at = scanner.skipSpace(at + 1);
    }
    return true;
  }

  #readRow(
    row: unknown,
    { names, table }: ResultTable,
    around: Around & { readonly place: RecordPlace },
  ): void {
    const cells = resultCells(row);
    if (cells?.length !== names.length) {
      this.#sink.other(`no row of ${names.length} cells`, around.place);
      return;
    }
    // The first answer to a query has the names of the columns in front of its rows.
    if (!cells.every((cell, column) => cell === names[column])) {
      this.#readText(table.toRecord(cells), around);
    }
  }

  /** The elements of a list whose JSON has been passed already, or the row that it is. */
  #readList(scanner: JsonScanner, start: number, end: number, around: Around): void {
    const place = placeOf(around, start, end);
    if (around.depth === maxEnvelopes) {
      this.#sink.other('envelopes nested too deep', place);
      return;
    }
    const inner = { ...around, depth: around.depth + 1 };
    let at = scanner.skipSpace(start + 1);
    const record = startsInsightsRow(scanner, at)
      ? fromInsightsRow(parsed(scanner, start, end))
      : undefined;
    if (record !== undefined) {
      this.#readText(record, { ...inner, place });
      return;
    }
    while (scanner.bytes[at] !== 0x5d) {
      at = this.#read(scanner, at, inner);
      if (at < 0) {
        this.#sink.other(scanner.stopReason, place);
        return;
      }
      at = scanner.skipSpace(at);
      if (scanner.bytes[at] === 0x2c) at = scanner.skipSpace(at + 1);
    }
  }

  /** Text that should be JSON. Records in it have the text's place. */
  #readText(text: string, around: Around & { readonly place: RecordPlace }): void {
    const json = text.trim();
    if (around.depth > maxEnvelopes || !isJsonText(json)) {
      if (json.startsWith(controlMessage)) this.#sink.aside('control message', around.place);
      else this.#sink.other('a text that is no CloudTrail record', around.place);
      return;
    }
    const scanner = this.#scanner.inner(around.depth);
    scanner.resetText(json);
    const inner = { ...around, base: 0, depth: around.depth + 1 };
    let at = 0;
    while (at < scanner.end) {
      at = this.#read(scanner, at, inner);
      if (at < 0) {
        this.#sink.other(`JSON inside a text: ${scanner.stopReason}`, around.place);
        return;
      }
      at = scanner.skipSpace(at);
    }
  }
}

/** What is known of a value from the outside. */
interface Around {
  /** Offset in the file of the scanner's first byte. */
  readonly base: number;
  readonly depth: number;
  /** Time said by the envelopes. */
  readonly time: EpochMs | undefined;
  /** Of the text that the value stands in; undefined where it stands in the file itself. */
  readonly place: RecordPlace | undefined;
}

function isJsonText(text: string): boolean {
  return /^[[{]/.test(text);
}

function placeOf({ base, place }: Around, start: number, end: number): RecordPlace {
  return place ?? { offset: base + start, byteLength: end - start };
}

/** Schemas that others turn CloudTrail's records into, by a member that only they have. */
const schemas = [
  { member: slot.ocsfClass, shape: shapes.securityLake, toRecord: fromOcsf },
  { member: slot.elasticTrail, shape: shapes.elastic, toRecord: fromElastic },
] as const;

const asides: readonly (readonly [number, Aside])[] = [
  [slot.digestStartTime, 'digest'],
  [slot.hashSignature, 'sign file'],
  [slot.publicKeys, 'key list'],
  [slot.insightDetails, 'insight'],
  [slot.timeWindow, 'aggregated'],
];

/** CloudWatch Logs sends it to see whether a subscription is well. */
const controlMessage = 'CWL CONTROL MESSAGE';

function startsInsightsRow(scanner: JsonScanner, start: number): boolean {
  if (scanner.bytes[start] !== 0x7b) return false;
  return spells(scanner.bytes, scanner.skipSpace(start + 1), '"field"');
}

function parsed({ bytes }: JsonScanner, start: number, end: number): unknown {
  return JSON.parse(decoder.decode(bytes.subarray(start, end)));
}

/**
 * eventName and eventSource make a record, with at least one thing more that tells one call from
 * another: rules and catalogues of events have the names alone. S3 notifications have all of it,
 * and a source like aws:s3.
 */
function isRecord({ bytes }: JsonScanner, fields: FieldMap): boolean {
  const { start } = fields;
  const name = start[slot.eventName] ?? -1;
  const source = start[slot.eventSource] ?? -1;
  if (name < 0 || source < 0 || bytes[name] !== 0x22 || bytes[source] !== 0x22) return false;
  if ((start[slot.insightDetails] ?? -1) >= 0 || isNotification(bytes, fields)) return false;
  for (const member of ownMembers) if ((start[member] ?? -1) >= 0) return true;
  return false;
}

const ownMembers = [slot.eventTime, slot.eventId, slot.identity, slot.atTimestamp];

/** Whether eventSource, which is a string, is like aws:s3. */
function isNotification(bytes: Uint8Array, { start, end, escaped }: FieldMap): boolean {
  const source = start[slot.eventSource] ?? 0;
  if (escaped[slot.eventSource] === 0) return spells(bytes, source + 1, 'aws:');
  return parseString(bytes, source, end[slot.eventSource] ?? 0).startsWith('aws:');
}

function spells(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

function timeOf({ bytes }: JsonScanner, fields: FieldMap): EpochMs | undefined {
  for (const candidate of [slot.envelopeTime, slot.atTimestamp]) {
    const start = fields.start[candidate] ?? -1;
    const time = start < 0 ? undefined : parseIsoTime(bytes, start, fields.end[candidate] ?? start);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** What is known to be taken for CloudTrail, by a member that it has. */
const lookAlikes = [
  [slot.azureOperation, 'an Azure log, not CloudTrail'],
  [slot.googlePayload, 'a Google Cloud audit log, not CloudTrail'],
  [slot.detection, 'a detection rule, not events'],
] as const;

function lookAlike({ bytes }: JsonScanner, fields: FieldMap): string {
  const { start } = fields;
  const found = lookAlikes.find(([member]) => (start[member] ?? -1) >= 0);
  if (found !== undefined) return found[1];
  const source = start[slot.eventSource] ?? -1;
  if (source >= 0 && bytes[source] === 0x22 && isNotification(bytes, fields)) {
    return 'a notification, not a CloudTrail record';
  }
  return source >= 0 && (start[slot.eventName] ?? -1) >= 0
    ? 'names an event and is no record of one: a rule, or a list of events'
    : 'no eventName and eventSource: not a CloudTrail record';
}
