import { flag } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { readGuid } from '../table/guid.ts';
import type { AllowedIds } from './allowed-ids.ts';
import type { Term } from './filter.ts';

type Identified = Pick<EventTable, 'rows' | 'eventId' | 'flags' | 'ref'>;

/** Words that are no GUID: a hash of other text, or nothing. */
const noGuid = flag.idIsHashed | flag.idMissing;

/** The events that have this GUID as their id, several where records share it. One pass over all ids. */
export function withEventId(table: Identified, guid: string): AllowedIds {
  return allowedByEventId(table, [{ field: 'eventId', value: guid, exclude: false }]);
}

/**
 * Which events pass the terms on their id: one of those that include, where there are any, and none of
 * those that exclude. A pass over all ids for each term.
 */
export function allowedByEventId(table: Identified, terms: readonly Term[]): AllowedIds {
  const isIncluding = terms.some(({ exclude }) => !exclude);
  const allowed = new Uint8Array(table.rows).fill(isIncluding ? 0 : 1);
  for (const { value, exclude } of terms.toSorted(
    (a, b) => Number(a.exclude) - Number(b.exclude),
  )) {
    for (const ref of refsWithId(table, value)) allowed[ref] = exclude ? 0 : 1;
  }
  return { ids: table.ref, allowed };
}

function refsWithId({ rows, eventId, flags, ref }: Identified, guid: string): readonly number[] {
  const words = new Uint32Array(4);
  const bytes = new TextEncoder().encode(guid);
  if (!readGuid(bytes, 0, bytes.length, words)) return [];
  const [first = 0, second = 0, third = 0, fourth = 0] = words;
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const at = row * 4;
    if (eventId[at] !== first || eventId[at + 1] !== second) continue;
    if (eventId[at + 2] !== third || eventId[at + 3] !== fourth) continue;
    if (((flags[row] ?? 0) & noGuid) === 0) found.push(ref[row] ?? 0);
  }
  return found;
}
