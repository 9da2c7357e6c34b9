import type { EventRef, Row } from '../core/base/units.ts';
import { flag } from '../core/table/columns.ts';
import { guidText } from '../core/table/guid.ts';
import type { EventTable } from '../core/table/event-table.ts';
import type { CaseReader } from './case-reader.ts';

/** Shown for an id that only the record has, where the record cannot be read. */
const unreadable = '(in the record only)';
/** Records come as string literals inside other JSON, seldom more than once over. */
const maxLiterals = 4;

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
  async prepare(rows: Uint32Array): Promise<void> {
    for (const row of rows) {
      const ref = this.#table.ref[row] ?? 0;
      if (((this.#table.flags[row] ?? 0) & flag.idIsHashed) === 0 || this.#read.has(ref)) continue;
      this.#read.set(ref, await this.#idInRecord(row));
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

  async #idInRecord(row: Row): Promise<string> {
    const { source, offset, byteLength } = this.#table;
    try {
      const bytes = await this.#reader.readRaw(
        source[row] ?? 0,
        offset[row] ?? 0,
        byteLength[row] ?? 0,
      );
      return eventIdOf(new TextDecoder().decode(bytes)) ?? unreadable;
    } catch {
      // Evidence that has gone must not cost the export of everything else: the cell says so.
      return unreadable;
    }
  }
}

function eventIdOf(json: string): string | undefined {
  let value: unknown = json;
  for (let depth = 0; depth < maxLiterals && typeof value === 'string'; depth++) {
    value = JSON.parse(value);
  }
  if (typeof value !== 'object' || value === null || !('eventID' in value)) return undefined;
  return typeof value.eventID === 'string' ? value.eventID : undefined;
}
