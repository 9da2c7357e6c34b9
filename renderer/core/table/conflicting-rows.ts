import type { Row } from '../base/units.ts';
import { flag } from './columns.ts';
import type { EventTable } from './event-table.ts';
import { guidText } from './guid.ts';

/**
 * The rows of records that share an id and an account with another of different content, those of one
 * id one after the other. A pass over the flags.
 */
export function conflictingRows({
  flags,
  eventId,
}: Pick<EventTable, 'flags' | 'eventId'>): readonly Row[] {
  const byId = new Map<string, Row[]>();
  const { length } = flags;
  for (let row = 0; row < length; row++) {
    if (((flags[row] ?? 0) & flag.sameIdOtherContent) === 0) continue;
    const id = guidText(eventId, row);
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [row]);
    else known.push(row);
  }
  return [...byId.values()].flat();
}
