import { recordOf } from '../../../../renderer/core/base/record-of.ts';
import type { EvidenceSource } from '../../../../renderer/core/source/evidence.ts';
import { textColumns } from '../../../../renderer/core/table/columns.ts';
import type { TextColumn } from '../../../../renderer/core/table/columns.ts';
import type { EventTable } from '../../../../renderer/core/table/event-table.ts';

/** What a test says of an event; the rest is empty. */
export interface MadeEvent {
  readonly time: number;
  readonly flags?: number;
  readonly source?: number;
  readonly text?: Readonly<Partial<Record<TextColumn, string>>>;
}

/** A table of these events, which must be in time order. Refs run backwards, from the last row. */
export function madeTable(events: readonly MadeEvent[]): EventTable {
  const rows = events.length;
  const dictionaries = recordOf(textColumns, () => ({ texts: [''] }));
  const ids = recordOf(textColumns, () => new Map([['', 0]]));
  const idOf = (column: TextColumn, text: string): number => {
    const known = ids[column].get(text);
    if (known !== undefined) return known;
    ids[column].set(text, dictionaries[column].texts.length);
    return dictionaries[column].texts.push(text) - 1;
  };
  const ref = Uint32Array.from(events, (_, row) => rows - 1 - row);
  return {
    rows,
    time: Float64Array.from(events, ({ time }) => time),
    text: recordOf(textColumns, (column) =>
      Uint32Array.from(events, ({ text }) => idOf(column, text?.[column] ?? '')),
    ),
    dictionaries,
    flags: Uint32Array.from(events, ({ flags }) => flags ?? 0),
    eventId: new Uint32Array(rows * 4),
    source: Uint32Array.from(events, ({ source }) => source ?? 1),
    recordIndex: Uint32Array.from(events, (_, row) => row),
    offset: Float64Array.from(events, (_, row) => 12 + row * 1400),
    byteLength: Uint32Array.from(events, (_, row) => 1000 + row),
    ref,
    rowOfRef: Uint32Array.from(ref, (_, number) => rows - 1 - number),
  };
}

/** An evidence file that was wholly read, but for what the test says. */
export function madeSource(changes: Partial<EvidenceSource> = {}): EvidenceSource {
  const id = changes.id ?? 1;
  return {
    id,
    parent: undefined,
    importId: 1,
    name: `trail-${id}.json.gz`,
    path: `/evidence/trail-${id}.json.gz`,
    container: 'gzip',
    shape: 'CloudTrail trail file',
    lacks: [],
    bytes: 20_480,
    inflatedBytes: 146_000,
    sha256: id.toString(16).padStart(64, '0'),
    modified: Date.UTC(2026, 4, 2),
    verdict: 'imported',
    reason: '',
    duplicateOf: undefined,
    read: 100,
    kept: 98,
    duplicate: 2,
    owed: [],
    rejected: 0,
    elb: 20,
    span: { start: Date.UTC(2026, 4, 1), end: Date.UTC(2026, 4, 1, 1) + 1 },
    ...changes,
  };
}
