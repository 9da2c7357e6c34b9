import { at } from './json-value.ts';
import { recordTable, type RecordTable } from './record-table.ts';

/** The table that an answer of Athena's GetQueryResults holds rows of. */
export interface ResultTable {
  readonly names: readonly string[];
  readonly table: RecordTable;
}

/**
 * Understands the `ColumnInfo` of an answer; undefined where its columns are not CloudTrail's:
 * https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html
 */
export function resultTable(columnInfo: unknown): ResultTable | undefined {
  if (!Array.isArray(columnInfo)) return undefined;
  const names = columnInfo.map((column: unknown) => at(column, 'Name'));
  if (!names.every((name) => typeof name === 'string')) return undefined;
  const table = recordTable(names);
  return table && { names, table };
}

/** The cells of a row of `Rows`, empty ones for null; undefined where it is no row. */
export function resultCells(row: unknown): readonly string[] | undefined {
  const data = at(row, 'Data');
  if (!Array.isArray(data)) return undefined;
  const cells = data.map((datum: unknown) => at(datum, 'VarCharValue') ?? '');
  return cells.every((cell) => typeof cell === 'string') ? cells : undefined;
}
