import { csvLine } from './csv-field.ts';
import { jsonText } from './json-text.ts';

/** What stands in a cell: several texts, or nothing, as well as one. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** A column of a file: `key` in JSON, `label` in CSV. Both are lasting: scripts read them. */
export interface LineColumn {
  readonly key: string;
  readonly label: string;
}

/** A file of lines, before it is CSV or JSON. */
export interface LineTable {
  readonly columns: readonly LineColumn[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** How many rows there are. */
  readonly length: number;
}

export type LineFormat = 'csv' | 'ndjson';

/** Between the texts of one cell of CSV. */
const separator = ' | ';

/** The line above the rows: CSV (RFC 4180) has the labels, lines of JSON have none. */
export function headLine({ columns }: LineTable, format: LineFormat): string {
  return format === 'csv' ? csvLine(columns.map(({ label }) => label)) : '';
}

/**
 * A row as CSV (RFC 4180), or as JSON on one line (RFC 8259), with its end. In JSON what is not
 * there has no member, in CSV an empty cell.
 */
export function rowLine(
  columns: readonly LineColumn[],
  row: readonly Cell[],
  format: LineFormat,
): string {
  if (format === 'csv') return csvLine(row.map(csvCell));
  const members = columns.flatMap(({ key }, place) => {
    const cell = row[place];
    return cell === undefined ? [] : [`"${key}":${jsonCell(cell)}`];
  });
  return `{${members.join()}}\n`;
}

function csvCell(cell: Cell): string | number | undefined {
  if (typeof cell === 'boolean') return cell ? 'yes' : undefined;
  return typeof cell === 'object' ? cell.join(separator) : cell;
}

function jsonCell(cell: Exclude<Cell, undefined>): string {
  if (typeof cell === 'object') return `[${cell.map(jsonText).join()}]`;
  return typeof cell === 'string' ? jsonText(cell) : String(cell);
}
