/** How many of these rows have each id: `counts[id]` of `size` ids. One pass. */
export function countIds(column: Uint32Array, rows: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const id = column[rows[place] ?? 0] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}
