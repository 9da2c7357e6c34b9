import { formatIso } from '../../base/zoned-time.ts';
import type { FindingTarget } from '../../journal/finding.ts';
import type { Outcome, TextColumn } from '../../table/columns.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { csvText } from '../resource-words.ts';
import type { Note } from './event-file.ts';
import type { Cell, LineColumn, LineTable } from './line-table.ts';

const columns = [
  { key: 'place', label: 'Place' },
  { key: 'kind', label: 'Kind' },
  { key: 'starred', label: 'Starred' },
  { key: 'tags', label: 'Tags' },
  { key: 'note', label: 'Note' },
  { key: 'time', label: 'Time' },
  { key: 'until', label: 'Until' },
  { key: 'events', label: 'Events' },
  { key: 'field', label: 'Field' },
  { key: 'value', label: 'Value' },
  { key: 'eventName', label: 'Event name' },
  { key: 'outcome', label: 'Outcome' },
  { key: 'errorCode', label: 'Error code' },
  { key: 'loadBalancer', label: 'Load balancer' },
  { key: 'sourceIp', label: 'Source IP' },
  { key: 'accessKey', label: 'Access key' },
  { key: 'principal', label: 'Principal' },
  { key: 'eventId', label: 'Event ID' },
  { key: 'file', label: 'Evidence file' },
  { key: 'sha256', label: 'Evidence SHA-256' },
  { key: 'recordIndex', label: 'Record index' },
  { key: 'byteOffset', label: 'Byte offset' },
  { key: 'byteLength', label: 'Byte length' },
] as const satisfies readonly LineColumn[];

type Named = Readonly<Partial<Record<(typeof columns)[number]['key'], Cell>>>;

/** What the investigator marked, with what was put to it. */
export interface NotedTarget {
  readonly target: FindingTarget;
  readonly note: Note;
}

/** An event of a finding as the case has it. */
export interface FoundEvent {
  readonly outcome: Outcome;
  readonly text: Readonly<Record<TextColumn, string>>;
  readonly eventId: string;
  readonly offset: number;
  readonly byteLength: number;
}

/** What the case says of a finding: its event, or how many events it is of. */
export interface FoundTarget extends NotedTarget {
  /** Undefined where it is no event, or one that is not in the case any more. */
  readonly event: FoundEvent | undefined;
  /** How many events of the case have the entity, or are in the span; 1 or 0 for an event. */
  readonly events: number;
}

/** The findings as lines, in the order of the story. */
export function findingLines(findings: readonly FoundTarget[], zone: string): LineTable {
  const rows = findings.map((finding, place) => {
    const named = { place: place + 1, ...markCells(finding), ...targetCells(finding, zone) };
    return columns.map(({ key }): Cell => (named as Named)[key]);
  });
  return { columns, rows, length: rows.length };
}

function markCells({ note, events }: FoundTarget): Named {
  return {
    starred: note.starred,
    tags: note.tags,
    note: note.text === '' ? undefined : note.text,
    events,
  };
}

function targetCells({ target, event }: FoundTarget, zone: string): Named {
  switch (target.kind) {
    case 'entity':
      return { kind: 'entity', field: fieldWords[target.field], value: target.value };
    case 'span':
      return {
        kind: 'span',
        time: formatIso(target.start, zone),
        until: formatIso(target.end, zone),
      };
    case 'event':
      return {
        kind: 'event',
        time: formatIso(target.time, zone),
        eventName: target.eventName,
        file: target.path,
        sha256: target.sha256,
        recordIndex: target.record,
        ...(event === undefined ? {} : eventCells(event)),
      };
  }
}

function eventCells({ outcome, text, eventId, offset, byteLength }: FoundEvent): Named {
  const cell = (column: TextColumn): Cell =>
    text[column] === '' ? undefined : csvText(column, text[column]);
  return {
    outcome,
    errorCode: cell('errorCode'),
    loadBalancer: cell('loadBalancer'),
    sourceIp: cell('sourceIp'),
    accessKey: cell('accessKey'),
    principal: cell('principal'),
    eventId: eventId === '' ? undefined : eventId,
    byteOffset: offset,
    byteLength,
  };
}
