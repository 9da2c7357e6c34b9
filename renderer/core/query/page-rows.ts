import type { EpochMs, EventRef, Row, Span } from '../base/units.ts';
import { flag, outcomes, type Outcome, type TextColumn } from '../table/columns.ts';
import { textAt, type EventTable } from '../table/event-table.ts';
import { outcomeByFlags, outcomeMask } from './outcome-by-flags.ts';

/** A row of the event table, ready to show. */
export interface TableRow {
  readonly row: Row;
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly outcome: Outcome;
  readonly byService: boolean;
  readonly text: Readonly<Partial<Record<TextColumn, string>>>;
}

/** The events at places `span` of a sorted selection, as far as it goes, with these columns. */
export function pageRows(
  table: EventTable,
  rows: Uint32Array,
  span: Span<number>,
  columns: readonly TextColumn[],
): readonly TableRow[] {
  return Array.from(rows.subarray(Math.max(0, span.start), Math.max(0, span.end)), (row) =>
    tableRow(table, row, columns),
  );
}

/** One event with these columns. */
export function tableRow(table: EventTable, row: Row, columns: readonly TextColumn[]): TableRow {
  const flags = table.flags[row] ?? 0;
  return {
    row,
    ref: table.ref[row] ?? 0,
    time: table.time[row] ?? 0,
    outcome: outcomes[outcomeByFlags[flags & outcomeMask] ?? 0] ?? 'read',
    byService: (flags & flag.byService) !== 0,
    text: Object.fromEntries(columns.map((column) => [column, textAt(table, column, row)])),
  };
}
