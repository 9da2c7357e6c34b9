import { flag } from './columns.ts';

/**
 * Sets `sameIdOtherContent` on every event that shares its id and account with one that has the
 * flag: at import only the later of two can be marked. Clears it where the other event has gone, with
 * an import that was undone. Costs a pass over the flags where none has it.
 */
export function markSameIds(flags: Uint32Array, eventId: Uint32Array, account: Uint32Array): void {
  const key = (row: number): string =>
    `${eventId.subarray(row * 4, row * 4 + 4).join()}@${account[row] ?? 0}`;
  /** How many events have a marked id. */
  const marked = new Map<string, number>();
  /** First words of the marked ids: they settle nearly every other event without making its key. */
  const firstWords = new Set<number>();
  const { length } = flags;
  for (let row = 0; row < length; row++) {
    if (((flags[row] ?? 0) & flag.sameIdOtherContent) === 0) continue;
    marked.set(key(row), 0);
    firstWords.add(eventId[row * 4] ?? 0);
  }
  if (marked.size === 0) return;
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    if (!firstWords.has(eventId[row * 4] ?? 0)) continue;
    const count = marked.get(key(row));
    if (count === undefined) continue;
    marked.set(key(row), count + 1);
    rows.push(row);
  }
  for (const row of rows) {
    const bit = (marked.get(key(row)) ?? 0) > 1 ? flag.sameIdOtherContent : 0;
    flags[row] = ((flags[row] ?? 0) & ~flag.sameIdOtherContent) | bit;
  }
}
