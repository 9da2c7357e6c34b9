/**
 * The first `limit` items of what sorting all of them would give; `compare` must tell any two
 * apart. Costs one comparison for most items where few of many are wanted.
 */
export function firstSorted<T>(
  items: readonly T[],
  limit: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (items.length <= limit * 8) return items.toSorted(compare).slice(0, limit);
  const first: T[] = [];
  for (const item of items) {
    const last = first[limit - 1];
    if (last !== undefined && compare(last, item) <= 0) continue;
    first.splice(placeOf(item, first, compare), 0, item);
    first.length = Math.min(first.length, limit);
  }
  return first;
}

function placeOf<T>(item: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
