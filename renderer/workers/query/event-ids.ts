import type { EventRef, Row } from '../../core/base/units.ts';
import { innermostObject } from '../../core/export/record-json.ts';
import { flag } from '../../core/table/columns.ts';
import { guidText } from '../../core/table/guid.ts';
import type { EventTable } from '../../core/table/event-table.ts';
import type { CaseReader } from '../case-reader.ts';
import { readRecords } from './read-records.ts';

/** Shown for an id that only the record has, where the record cannot be read. */
const unreadable = '(in the record only)';

/** The ids of events as their records have them. Those that are no GUIDs are read from the records. */
export class EventIds {
  readonly #table: EventTable;
  readonly #reader: CaseReader;
  readonly #read = new Map<EventRef, string>();

  constructor(table: EventTable, reader: CaseReader) {
    this.#table = table;
    this.#reader = reader;
  }

  /** Reads what {@link textOf} needs to know of these rows: nothing where all ids are GUIDs. */
  async prepare(rows: Iterable<Row>): Promise<void> {
    const { ref, flags } = this.#table;
    const wanted: Row[] = [];
    for (const row of rows) {
      const isHashed = ((flags[row] ?? 0) & flag.idIsHashed) !== 0;
      if (isHashed && !this.#read.has(ref[row] ?? 0)) wanted.push(row);
    }
    for await (const [event, bytes] of readRecords(this.#reader, this.#table, wanted)) {
      this.#read.set(event, eventIdOf(new TextDecoder().decode(bytes)) ?? unreadable);
    }
  }

  /** The event's id; empty where its record has none. Needs a {@link prepare} of its row. */
  textOf(ref: EventRef): string {
    const row = this.#table.rowOfRef[ref] ?? 0;
    const flags = this.#table.flags[row] ?? 0;
    if ((flags & flag.idMissing) !== 0) return '';
    if ((flags & flag.idIsHashed) !== 0) return this.#read.get(ref) ?? unreadable;
    return guidText(this.#table.eventId, row);
  }
}

function eventIdOf(json: string): string | undefined {
  const value = innermostObject(json)?.value;
  if (value === undefined || !('eventID' in value)) return undefined;
  return typeof value.eventID === 'string' ? value.eventID : undefined;
}
