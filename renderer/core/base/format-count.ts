const grouped = new Intl.NumberFormat('en-US');

/** A number with its thousands grouped, as the report's language has it: `1,204,331`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A number and what it counts: `1 event`, `2,000 events`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
