import type { EventTable } from '../table/event-table.ts';
import type { AllowedIds } from './allowed-ids.ts';
import { filterFlagsMask, type CompiledFilter } from './compile-filter.ts';

/** The rows that pass a filter, in time order. One pass over them for each condition. */
export function selectRows(table: EventTable, filter: CompiledFilter): Uint32Array {
  const { start, end } = filter.rows;
  const rows = new Uint32Array(end - start);
  const conditions: Condition[] = filter.columns.map(({ ids, allowed }) => ({
    values: ids,
    mask: everyBit,
    allowed,
  }));
  if (filter.flags) {
    conditions.push({ values: table.flags, mask: filterFlagsMask, allowed: filter.flags });
  }
  const [first, ...others] = conditions;
  let count = first ? keepOfSpan(first, start, end, rows) : everyRow(start, end, rows);
  for (const condition of others) count = keepOfRows(condition, rows, count);
  for (const columns of filter.words) count = keepWithWord(columns, rows, count);
  return count === rows.length ? rows : rows.slice(0, count);
}

/** `allowed[value & mask]` is 1 where the row passes. */
interface Condition {
  readonly values: Uint32Array;
  readonly mask: number;
  readonly allowed: Uint8Array;
}

const everyBit = -1;

function everyRow(start: number, end: number, rows: Uint32Array): number {
  for (let row = start; row < end; row++) rows[row - start] = row;
  return end - start;
}

// Every row is written and the place moves on only where it passes: no branch to guess wrong.
function keepOfSpan(condition: Condition, start: number, end: number, rows: Uint32Array): number {
  const { values, mask, allowed } = condition;
  let count = 0;
  for (let row = start; row < end; row++) {
    rows[count] = row;
    count += allowed[(values[row] ?? 0) & mask] ?? 0;
  }
  return count;
}

function keepOfRows(condition: Condition, rows: Uint32Array, length: number): number {
  const { values, mask, allowed } = condition;
  let count = 0;
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    rows[count] = row;
    count += allowed[(values[row] ?? 0) & mask] ?? 0;
  }
  return count;
}

/** Notes for each row whether any column has the word, column by column; then keeps those rows. */
function keepWithWord(columns: readonly AllowedIds[], rows: Uint32Array, length: number): number {
  const found = new Uint8Array(length);
  for (const { ids, allowed } of columns) {
    for (let place = 0; place < length; place++) {
      found[place] = (found[place] ?? 0) | (allowed[ids[rows[place] ?? 0] ?? 0] ?? 0);
    }
  }
  let count = 0;
  for (let place = 0; place < length; place++) {
    rows[count] = rows[place] ?? 0;
    count += found[place] ?? 0;
  }
  return count;
}
