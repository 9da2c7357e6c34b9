import type { TextId } from '../base/units.ts';

/** Rows by the id that they have in a column. */
export interface RowGroups {
  /** In the order that they had; not to be changed. */
  rowsOf(id: TextId): Uint32Array;
}

/** Puts rows that have the same id together, keeping their order. Two passes over the rows. */
export function groupRows(values: Uint32Array, rows: Uint32Array, ids: number): RowGroups {
  const starts = new Uint32Array(ids + 1);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const after = (values[rows[place] ?? 0] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let id = 0; id < ids; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice(0, ids);
  const grouped = new Uint32Array(length);
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const id = values[row] ?? 0;
    const at = next[id] ?? 0;
    grouped[at] = row;
    next[id] = at + 1;
  }
  return { rowsOf: (id) => grouped.subarray(starts[id], starts[id + 1]) };
}
