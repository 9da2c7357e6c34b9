import { at } from './json-value.ts';
import { recordTable } from './record-table.ts';

/**
 * The record of one row of `aws logs get-query-results`, a list of `{field, value}`, as JSON text;
 * undefined where the list is something else.
 */
export function fromInsightsRow(row: unknown): string | undefined {
  if (!Array.isArray(row) || row.length === 0) return undefined;
  const fields = row.map((cell: unknown) => at(cell, 'field'));
  const values = row.map((cell: unknown) => at(cell, 'value') ?? '');
  const isText = (value: unknown): value is string => typeof value === 'string';
  if (!fields.every(isText) || !values.every(isText)) return undefined;
  return recordTable(fields)?.toRecord(values);
}
