import { wholeVisibleText } from '../../base/visible-text.ts';
import { formatIso, notInRecord } from '../../base/zoned-time.ts';
import type { EpochMs, EventRef, Row, SourceId, Span } from '../../base/units.ts';
import { flag, outcomeOf, outcomes, type TextColumn } from '../../table/columns.ts';
import { textAt, type EventTable } from '../../table/event-table.ts';
import { isNamed, plainNames } from '../resource-words.ts';
import { ByteWriter } from './byte-writer.ts';
import { EncodedTexts } from './encoded-texts.ts';
import type { EventFileSource, Note } from './event-file.ts';
import { jsonText } from './json-text.ts';

/** The members of an event that are texts of its columns, in their order. Lasting: scripts read them. */
const members: readonly (readonly [column: TextColumn, name: string])[] = [
  ['eventName', 'eventName'],
  ['eventSource', 'eventSource'],
  ['errorCode', 'errorCode'],
  ['loadBalancer', 'loadBalancers'],
  ['targetGroup', 'targetGroups'],
  ['resource', 'resources'],
  ['sourceIp', 'sourceIp'],
  ['accessKey', 'accessKey'],
  ['principal', 'principal'],
  ['identity', 'identity'],
  ['identityType', 'identityType'],
  ['tool', 'tool'],
  ['userAgent', 'userAgent'],
  ['region', 'region'],
  ['account', 'account'],
];

/**
 * What a line is: `ndjson` an event of this program, `timesketch` one with the members that
 * Timesketch requires before the same ones (timesketch.org, "Import from CSV or JSON").
 */
export type EventJsonForm = 'ndjson' | 'timesketch';

/** More members of an event as JSON, each with a comma before it; empty: none. */
export type MoreMembers = (ref: EventRef) => string;

/**
 * Writes events as JSON, one a line (RFC 8259), part by part. A member that the record does not have
 * is left out; load balancers, target groups and resources are lists. Each text of a dictionary
 * is encoded once, so keep one writer for all parts of a file.
 */
export class EventJsonWriter {
  readonly #table: EventTable;
  readonly #eventIdOf: EventFileSource['eventIdOf'];
  readonly #noteOf: EventFileSource['noteOf'];
  readonly #recordOf: MoreMembers;
  readonly #form: EventJsonForm;
  readonly #zone: string;
  readonly #texts: readonly (readonly [head: string, ids: Uint32Array, texts: EncodedTexts])[];
  readonly #files: EncodedTexts;
  /** Place of a source among the files; 0: not known. */
  readonly #placeOf: ReadonlyMap<SourceId, number>;
  readonly #out = new ByteWriter();

  constructor(
    { table, sources, eventIdOf, noteOf }: EventFileSource,
    form: EventJsonForm,
    zone: string,
    recordOf: MoreMembers,
  ) {
    this.#table = table;
    this.#eventIdOf = eventIdOf;
    this.#noteOf = noteOf;
    this.#recordOf = recordOf;
    this.#form = form;
    this.#zone = zone;
    this.#texts = members.map(([column, name]) => [
      `,"${name}":`,
      table.text[column],
      new EncodedTexts(table.dictionaries[column], (text) => memberJson(column, text)),
    ]);
    const files = sources.map(({ path, sha256 }) => {
      return `"file":${jsonText(path)},"sha256":${jsonText(sha256)},`;
    });
    this.#files = new EncodedTexts({ texts: ['', ...files] }, (text) => text);
    this.#placeOf = new Map(sources.map(({ id }, place) => [id, place + 1]));
  }

  /** Places `span` of the selection `rows` as UTF-8; parts put together are the file. */
  part(rows: Uint32Array, span: Span<number>): Uint8Array<ArrayBuffer> {
    const end = Math.min(span.end, rows.length);
    for (let place = span.start; place < end; place++) this.#line(rows[place] ?? 0);
    return this.#out.take();
  }

  #line(row: Row): void {
    const out = this.#out;
    const table = this.#table;
    const ref = table.ref[row] ?? 0;
    const note = this.#noteOf(ref);
    if (this.#form === 'timesketch') this.#timesketchHead(row, note);
    else this.#head(row, note);
    for (const [head, ids, texts] of this.#texts) {
      const id = ids[row] ?? 0;
      if (id === 0) continue;
      out.ascii(head);
      texts.write(out, id);
    }
    const flags = table.flags[row] ?? 0;
    if ((flags & flag.byService) !== 0) out.ascii(',"byService":true');
    const id = this.#eventIdOf(ref);
    if (id !== '') out.text(`,"eventId":${jsonText(id)}`);
    this.#evidence(row);
    const record = this.#recordOf(ref);
    if (record !== '') out.text(record);
    out.ascii('}\n');
  }

  #head(row: Row, note: Note | undefined): void {
    const time = formatIso(this.#table.time[row] ?? Number.NaN, this.#zone);
    const out = this.#out;
    out.ascii(`{"time":${time === notInRecord ? 'null' : `"${time}"`},`);
    out.ascii(`"outcome":"${outcomes[outcomeOf(this.#table.flags[row] ?? 0)]}"`);
    if (note === undefined) return;
    if (note.starred) out.ascii(',"starred":true');
    if (note.tags.length > 0) out.text(`,"tags":[${note.tags.map(jsonText).join()}]`);
    if (note.text !== '') out.text(`,"note":${jsonText(note.text)}`);
  }

  #timesketchHead(row: Row, note: Note | undefined): void {
    const out = this.#out;
    const time = this.#table.time[row] ?? Number.NaN;
    const outcome = outcomes[outcomeOf(this.#table.flags[row] ?? 0)];
    out.text(
      `{"message":${jsonText(messageOf(this.#table, row, outcome))},${timesketchTime(time)}`,
    );
    out.ascii(`,"outcome":"${outcome}"`);
    if (note === undefined) return;
    const tags = note.starred ? ['starred', ...note.tags] : note.tags;
    if (tags.length > 0) out.text(`,"tag":[${tags.map(jsonText).join()}]`);
    if (note.text !== '') out.text(`,"note":${jsonText(note.text)}`);
  }

  #evidence(row: Row): void {
    const out = this.#out;
    const { source, recordIndex, offset, byteLength } = this.#table;
    out.ascii(',"evidence":{');
    this.#files.write(out, this.#placeOf.get(source[row] ?? 0) ?? 0);
    out.ascii('"recordIndex":');
    out.number(recordIndex[row] ?? 0);
    out.ascii(',"byteOffset":');
    out.number(offset[row] ?? 0);
    out.ascii(',"byteLength":');
    out.number(byteLength[row] ?? 0);
    out.ascii('}');
  }
}

function memberJson(column: TextColumn, text: string): string {
  const names = plainNames(column, text).map(jsonText);
  return isNamed(column) ? `[${names.join()}]` : (names[0] ?? '""');
}

/**
 * Timesketch drops a line without a time, so an event whose record has none stands at the beginning
 * of 1970, and says so.
 */
function timesketchTime(time: EpochMs): string {
  const isKnown = formatIso(time, 'UTC') !== notInRecord;
  const at = isKnown ? Math.floor(time) : 0;
  const iso = formatIso(at, 'UTC').replace(/Z$/u, '+00:00');
  const what = isKnown ? 'CloudTrail event time' : 'No time: the record has none';
  return `"datetime":"${iso}","timestamp":${at * 1000},"timestamp_desc":"${what}"`;
}

/** The event as a sentence for people, with everything hidden in it made visible. */
function messageOf(table: EventTable, row: Row, outcome: string): string {
  const text = (column: TextColumn): string => textAt(table, column, row);
  const error = text('errorCode');
  const named = plainNames('loadBalancer', text('loadBalancer')).join(', ');
  const on = named === '' ? plainNames('resource', text('resource')).join(', ') : named;
  return wholeVisibleText(
    [
      `${text('eventName')} (${text('eventSource')}): ${outcome}`,
      error === '' ? '' : ` with ${error}`,
      on === '' ? '' : ` on ${on}`,
      text('principal') === '' ? '' : ` by ${text('principal')}`,
      text('sourceIp') === '' ? '' : ` from ${text('sourceIp')}`,
    ].join(''),
  );
}
