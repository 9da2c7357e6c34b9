import type { EpochMs } from '../base/units.ts';
import { FieldMap, parseString } from './field-map.ts';
import { parseIsoTime } from './iso-time.ts';
import { JsonScanner } from './json-scanner.ts';
import { embeddedSlots, listSlots, recordFields, slot, slotCount } from './record-fields.ts';

/** Where a record lies in the inflated file. For one inside a string: the string literal. */
export interface RecordPlace {
  readonly offset: number;
  readonly byteLength: number;
}

/** What a file's objects turn out to be. Positions in `scanner` are good during the call only. */
export interface RecordSink {
  /** A CloudTrail record; its bytes are `start` to `end` of the scanner's buffer. */
  record(found: FoundRecord): void;
  /** Something else, with the reason in words. */
  other(reason: string, place: RecordPlace): void;
}

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

/** Envelopes in envelopes: more than any exporter makes. */
const maxEnvelopes = 4;
const encoder = new TextEncoder();

/**
 * Reads one JSON value and hands over the CloudTrail records in it: the value itself, or what
 * lies in one of the known envelopes, told apart by structure alone (the shapes are listed in
 * README.md).
 */
export class RecordReader {
  readonly #sink: RecordSink;
  readonly #fields: FieldMap[] = [];
  readonly #inner: JsonScanner[] = [];

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  /**
   * Reads the value at `start`; `base` is the offset of the scanner's first byte in the file.
   * Answers the position after it, or -1 with the scanner's stop set; then nothing was handed over.
   */
  read(scanner: JsonScanner, start: number, base: number): number {
    return this.#read(scanner, start, base, 0, undefined, undefined);
  }

  #read(
    scanner: JsonScanner,
    start: number,
    base: number,
    depth: number,
    envelopeTime: EpochMs | undefined,
    outer: RecordPlace | undefined,
  ): number {
    const first = scanner.bytes[start];
    if (first !== 0x7b) {
      const end = scanner.skipValue(start);
      if (end < 0) return end;
      const place = outer ?? { offset: base + start, byteLength: end - start };
      if (first === 0x22) this.#readEmbedded(scanner, start, end, place, depth, envelopeTime);
      else this.#sink.other('not an object', place);
      return end;
    }
    const fields = (this.#fields[depth] ??= new FieldMap(recordFields, slotCount));
    scanner.forgetSpace();
    const end = fields.scan(scanner, start);
    if (end < 0) return end;
    const compact = !scanner.sawSpace;
    const place = outer ?? { offset: base + start, byteLength: end - start };
    if (isRecord(scanner, fields)) {
      this.#sink.record({ scanner, fields, start, end, place, envelopeTime, compact });
    } else if (depth < maxEnvelopes) {
      this.#readEnvelope(scanner, fields, base, depth, place, envelopeTime, outer);
    } else {
      this.#sink.other('envelopes nested too deep', place);
    }
    return end;
  }

  #readEnvelope(
    scanner: JsonScanner,
    fields: FieldMap,
    base: number,
    depth: number,
    place: RecordPlace,
    outerTime: EpochMs | undefined,
    outer: RecordPlace | undefined,
  ): void {
    const time = timeOf(scanner, fields) ?? outerTime;
    const detail = fields.start[slot.detail] ?? -1;
    if (detail >= 0 && scanner.bytes[detail] === 0x7b) {
      this.#read(scanner, detail, base, depth + 1, time, outer);
      return;
    }
    for (const list of listSlots) {
      const start = fields.start[list] ?? -1;
      if (start >= 0 && scanner.bytes[start] === 0x5b) {
        this.#readList(scanner, start, base, depth + 1, time, outer);
        return;
      }
    }
    for (const embedded of embeddedSlots) {
      const start = fields.start[embedded] ?? -1;
      if (start < 0 || scanner.bytes[start] !== 0x22) continue;
      const end = fields.end[embedded] ?? start;
      const literal = outer ?? { offset: base + start, byteLength: end - start };
      this.#readEmbedded(scanner, start, end, literal, depth + 1, time);
      return;
    }
    this.#sink.other(whatElse(fields), place);
  }

  /** The elements of an array whose JSON has been passed already. */
  #readList(
    scanner: JsonScanner,
    start: number,
    base: number,
    depth: number,
    time: EpochMs | undefined,
    outer: RecordPlace | undefined,
  ): void {
    let at = scanner.skipSpace(start + 1);
    while (scanner.bytes[at] !== 0x5d) {
      at = this.#read(scanner, at, base, depth, time, outer);
      if (at < 0) return;
      at = scanner.skipSpace(at);
      if (scanner.bytes[at] === 0x2c) at = scanner.skipSpace(at + 1);
    }
  }

  /** A string that holds JSON text. The place stays that of the string literal. */
  #readEmbedded(
    scanner: JsonScanner,
    start: number,
    end: number,
    place: RecordPlace,
    depth: number,
    time: EpochMs | undefined,
  ): void {
    const text = parseString(scanner.bytes, start, end).trim();
    if (depth > maxEnvelopes || !text.startsWith('{')) {
      this.#sink.other('a text that is no CloudTrail record', place);
      return;
    }
    const bytes = encoder.encode(text + '\0');
    const inner = (this.#inner[depth] ??= new JsonScanner());
    inner.reset(bytes, bytes.length - 1);
    let at = 0;
    while (at < inner.end) {
      at = this.#read(inner, at, 0, depth, time, place);
      if (at < 0) {
        this.#sink.other(`JSON inside a text: ${inner.stopReason}`, place);
        return;
      }
      at = inner.skipSpace(at);
    }
  }
}

/** eventName and eventSource make a record; S3 notifications have them too, with source aws:s3. */
function isRecord({ bytes }: JsonScanner, fields: FieldMap): boolean {
  const name = fields.start[slot.eventName] ?? -1;
  const source = fields.start[slot.eventSource] ?? -1;
  if (name < 0 || source < 0 || bytes[name] !== 0x22 || bytes[source] !== 0x22) return false;
  return !spells(bytes, source + 1, 'aws:');
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
    if (start >= 0) return parseIsoTime(bytes, start, fields.end[candidate] ?? start);
  }
  return undefined;
}

function whatElse(fields: FieldMap): string {
  const has = (member: number): boolean => (fields.start[member] ?? -1) >= 0;
  if (has(slot.digestStartTime)) return 'a CloudTrail digest file, not events';
  if (has(slot.insightDetails)) return 'a CloudTrail Insights event, not an API call';
  if (has(slot.timeWindow)) return 'a CloudTrail aggregated event, not an API call';
  if (has(slot.eventSource)) return 'a notification, not a CloudTrail record';
  return 'no eventName and eventSource: not a CloudTrail record';
}
