import { formatTime } from '../../core/base/zoned-time.ts';
import type { TableColumn } from '../../state/settings-schema.ts';

/** Padding at both sides of a cell, in pixels. */
const padding = 16;

/** What the widths of the table's columns follow from, in pixels. */
interface WidthRules {
  readonly chosen: (column: TableColumn) => number;
  readonly zone: string;
  /** Some time shown has milliseconds. */
  readonly hasMilliseconds: boolean;
  /** Of a character in the fixed-width font. */
  readonly characterWidth: number;
}

/**
 * The width of each column in pixels: the chosen one, but never too narrow for a whole time of the
 * zone, since a time without its offset reads as another time.
 */
export function columnWidths(
  columns: readonly TableColumn[],
  { chosen, zone, hasMilliseconds, characterWidth }: WidthRules,
): readonly number[] {
  const { length } = formatTime(hasMilliseconds ? 1 : 0, zone);
  const wholeTime = Math.ceil(length * characterWidth) + padding;
  return columns.map((column) =>
    column === 'time' ? Math.max(chosen(column), wholeTime) : chosen(column),
  );
}
