import type { EventTable } from '../table/event-table.ts';
import type { LaneFields, LaneKey } from './marks.ts';

/** In place of a lane: the event is in none of those asked for. */
export const noLane = 0xffff;

/**
 * Tells for a row of the table which of these lanes its event is in, or {@link noLane}: one or two
 * look-ups a row. Making it costs a table of 2 bytes for each text of the fields.
 */
export interface LaneOfRow {
  readonly values: Uint32Array;
  /** By id: the lane, or {@link noLane}. */
  readonly byValue: Uint16Array;
  /** Undefined: no lane asks for a nested value. */
  readonly nested: NestedLanes | undefined;
}

/** By both fields: `grid[outer[id] * width + inner[innerId]]` is the lane. */
interface NestedLanes {
  readonly values: Uint32Array;
  readonly outer: Uint16Array;
  readonly inner: Uint16Array;
  readonly grid: Uint16Array;
  readonly width: number;
}

/** The look-up for these lanes. */
export function lanesOfRows(
  table: EventTable,
  { field, nested, lanes }: LaneFields & { readonly lanes: readonly LaneKey[] },
): LaneOfRow {
  const byValue = new Uint16Array(table.dictionaries[field].texts.length).fill(noLane);
  for (const [lane, key] of lanes.entries()) {
    if (key.kind !== 'others') continue;
    byValue.fill(lane);
    for (const id of key.except) byValue[id] = noLane;
  }
  for (const [lane, key] of lanes.entries()) if (key.kind === 'value') byValue[key.id] = lane;
  const values = table.text[field];
  if (nested === undefined) return { values, byValue, nested: undefined };
  return { values, byValue, nested: nestedLanes(table, nested, lanes, byValue) };
}

/** Which lane the event at a row is in. */
export function laneAt({ values, byValue, nested }: LaneOfRow, row: number): number {
  const id = values[row] ?? 0;
  if (nested === undefined) return byValue[id] ?? noLane;
  const inner = nested.inner[nested.values[row] ?? 0] ?? 0;
  const cell = (nested.outer[id] ?? 0) * nested.width + inner;
  // The first row of the grid is that of values of which none is nested.
  return cell < nested.width ? (byValue[id] ?? noLane) : (nested.grid[cell] ?? noLane);
}

function nestedLanes(
  table: EventTable,
  nested: LaneFields['field'],
  lanes: readonly LaneKey[],
  byValue: Uint16Array,
): NestedLanes | undefined {
  const outer = new Uint16Array(byValue.length);
  const inner = new Uint16Array(table.dictionaries[nested].texts.length);
  const cells: { readonly row: number; readonly column: number; readonly lane: number }[] = [];
  let rows = 1;
  let width = 1;
  for (const [lane, key] of lanes.entries()) {
    if (key.kind !== 'nested') continue;
    if (outer[key.id] === 0) outer[key.id] = rows++;
    if (inner[key.inner] === 0) inner[key.inner] = width++;
    cells.push({ row: outer[key.id] ?? 0, column: inner[key.inner] ?? 0, lane });
  }
  if (cells.length === 0) return undefined;
  const grid = new Uint16Array(rows * width).fill(noLane);
  for (const { row, column, lane } of cells) grid[row * width + column] = lane;
  return { values: table.text[nested], outer, inner, grid, width };
}
