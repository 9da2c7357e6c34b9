import type { EventTable } from '../table/event-table.ts';
import type { AllowedIds } from './allowed-ids.ts';
import type { Term } from './filter.ts';

/** Which records have a text in them, by the text in small letters: `found[ref]` is 1 or 0. */
export type FoundRecords = ReadonlyMap<string, Uint8Array>;

/**
 * What was found of a text, and in these records besides; `rows` is the number of events. Adds to
 * what was found before.
 */
export function withFound(
  found: FoundRecords,
  text: string,
  refs: Uint32Array,
  rows: number,
): FoundRecords {
  const key = text.toLowerCase();
  const known = found.get(key) ?? new Uint8Array(rows);
  for (const ref of refs) known[ref] = 1;
  return new Map(found).set(key, known);
}

/** Without what was found of a text. */
export function withoutFound(found: FoundRecords, text: string): FoundRecords {
  const next = new Map(found);
  next.delete(text.toLowerCase());
  return next;
}

/** The same for a case that has grown to so many events. */
export function withRoom(found: FoundRecords, rows: number): FoundRecords {
  return new Map(
    Array.from(found, ([text, known]) => {
      const larger = new Uint8Array(rows);
      larger.set(known.subarray(0, rows));
      return [text, larger];
    }),
  );
}

/**
 * Which events pass the terms on whole records: those that include must all be in it, unlike the
 * values of other fields, of which an event has one. What was not looked for is in none so far.
 */
export function allowedByFound(
  { ref, rows }: Pick<EventTable, 'ref' | 'rows'>,
  found: FoundRecords,
  terms: readonly Term[],
): AllowedIds {
  const allowed = new Uint8Array(rows).fill(1);
  for (const { value, exclude } of terms) {
    const known = found.get(value.toLowerCase());
    const wanted = exclude ? 0 : 1;
    for (let one = 0; one < rows; one++) if ((known?.[one] ?? 0) !== wanted) allowed[one] = 0;
  }
  return { ids: ref, allowed };
}
