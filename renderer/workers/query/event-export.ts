import type { EventRef, Row, Span } from '../../core/base/units.ts';
import { EventCsvWriter } from '../../core/export/data/csv.ts';
import type { EventFileSource, Note } from '../../core/export/data/event-file.ts';
import { EventJsonWriter } from '../../core/export/data/event-json.ts';
import type { ExportFile, RecordChoice } from '../../core/export/data/export-file.ts';
import type { NotedTarget } from '../../core/export/data/finding-lines.ts';
import { escapedJson, jsonText } from '../../core/export/data/json-text.ts';
import { recordJson } from '../../core/export/record-json.ts';
import { findEvents } from '../../core/journal/event-places.ts';
import { EventIds } from './event-ids.ts';
import type { FileExport } from './file-parts.ts';
import type { LoadedCase } from './loaded-case.ts';
import { fitting, readRecords } from './read-records.ts';

type EventFile = Extract<ExportFile, { readonly kind: 'events' }>;

/** A file of events, from a selection in its order. */
export function eventExport(loaded: LoadedCase, file: EventFile): FileExport {
  const { built, reader, selections, sources } = loaded;
  const { table } = built;
  const rows = selections.sorted(file.filter, file.sort);
  const ids = new EventIds(table, reader);
  const notes = notesOf(loaded, file.findings);
  const from: EventFileSource = {
    ...{ table, sources },
    eventIdOf: (ref) => ids.textOf(ref),
    noteOf: (ref) => notes.get(ref),
  };
  const records = new RecordMembers(loaded, file.format === 'csv' ? 'none' : file.records);
  const write = writerOf(file, from, records);
  let done = 0;
  return {
    rows: rows.length,
    next: async (mostRows) => {
      const some = rows.subarray(done, done + mostRows);
      const count = records.areWanted ? fitting(table, some, 0) : some.length;
      const span = { start: done, end: done + count };
      const part = [...rows.subarray(span.start, span.end)];
      await ids.prepare(part);
      await records.prepare(part);
      done = span.end;
      return { bytes: write(rows, span), done };
    },
  };
}

type WriteRows = (rows: Uint32Array, span: Span<number>) => Uint8Array<ArrayBuffer>;

function writerOf(file: EventFile, from: EventFileSource, records: RecordMembers): WriteRows {
  const { zone } = file;
  if (file.format === 'csv') {
    const writer = new EventCsvWriter(from);
    return (rows, span) => writer.part({ rows, span, columns: file.columns, zone });
  }
  const writer = new EventJsonWriter(from, file.format, zone, (ref) => records.of(ref));
  return (rows, span) => writer.part(rows, span);
}

function notesOf(
  { built, sources }: LoadedCase,
  findings: readonly NotedTarget[],
): ReadonlyMap<EventRef, Note> {
  const ofEvents = findings.flatMap(({ target, note }) =>
    target.kind === 'event' ? [{ target, note }] : [],
  );
  const refs = findEvents(
    built.table,
    sources,
    ofEvents.map(({ target }) => target),
  );
  return new Map(
    ofEvents.flatMap(({ note }, place) => {
      const ref = refs[place];
      return ref === undefined ? [] : [[ref, note] as const];
    }),
  );
}

/** The members by which a line of JSON holds the event's raw record. */
class RecordMembers {
  readonly areWanted: boolean;
  readonly #loaded: LoadedCase;
  readonly #redact: boolean;
  #members = new Map<EventRef, string>();

  constructor(loaded: LoadedCase, choice: RecordChoice) {
    this.areWanted = choice !== 'none';
    this.#loaded = loaded;
    this.#redact = choice === 'redacted';
  }

  /** Reads the records of these rows, and forgets those before. */
  async prepare(rows: readonly Row[]): Promise<void> {
    if (!this.areWanted) return;
    const { built, reader } = this.#loaded;
    const utf8 = new TextDecoder();
    this.#members = new Map();
    for await (const [ref, bytes] of readRecords(reader, built.table, rows)) {
      this.#members.set(ref, this.#membersOf(utf8.decode(bytes)));
    }
  }

  of(ref: EventRef): string {
    if (!this.areWanted) return '';
    return this.#members.get(ref) ?? ',"recordLeftOut":"its evidence can not be read any more"';
  }

  #membersOf(raw: string): string {
    const record = recordJson(raw, this.#redact);
    if (record !== undefined) {
      const told = record.redacted === 0 ? '' : `,"redactedValues":${record.redacted}`;
      return `${told},"record":${escapedJson(record.json)}`;
    }
    // Secrets are told by the names of their fields, and a row of a table has none.
    if (this.#redact) return ',"recordLeftOut":"it is no JSON, so secrets in it can not be told"';
    return `,"recordText":${jsonText(raw)}`;
  }
}
