import type { EventRef } from '../../base/units.ts';
import type { EvidenceSource } from '../../source/evidence.ts';
import type { EventTable } from '../../table/event-table.ts';

/** What a file of events is written from. */
export interface EventFileSource {
  readonly table: EventTable;
  readonly sources: readonly EvidenceSource[];
  /** The event's id as its record has it; empty where it has none. */
  readonly eventIdOf: (ref: EventRef) => string;
  /** What was put to an event; undefined where nothing was. */
  readonly noteOf: (ref: EventRef) => Note | undefined;
}

/** What the investigator has put to a thing, with the names of its tags. */
export interface Note {
  readonly starred: boolean;
  readonly tags: readonly string[];
  readonly text: string;
}
