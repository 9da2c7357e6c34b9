import { flag } from './columns.ts';

/**
 * Sets `sameIdOtherContent` on every event that shares its id and account with one that has the
 * flag: at import only the later of two can be marked. Costs a pass over the flags where none has.
 */
export function markSameIds(flags: Uint32Array, eventId: Uint32Array, account: Uint32Array): void {
  const key = (row: number): string =>
    `${eventId.subarray(row * 4, row * 4 + 4).join()}@${account[row] ?? 0}`;
  const marked = new Set<string>();
  /** First words of the marked ids: they settle nearly every other event without making its key. */
  const firstWords = new Set<number>();
  const { length } = flags;
  for (let row = 0; row < length; row++) {
    if (((flags[row] ?? 0) & flag.sameIdOtherContent) === 0) continue;
    marked.add(key(row));
    firstWords.add(eventId[row * 4] ?? 0);
  }
  if (marked.size === 0) return;
  for (let row = 0; row < length; row++) {
    if (firstWords.has(eventId[row * 4] ?? 0) && marked.has(key(row))) {
      flags[row] = (flags[row] ?? 0) | flag.sameIdOtherContent;
    }
  }
}
