import type { EpochMs, Row } from '../base/units.ts';
import type { EventTable } from '../table/event-table.ts';

/** Pairs of columns of which the first time together is worth knowing. */
const pairs = [
  ['accessKey', 'sourceIp'],
  ['accessKey', 'tool'],
  ['principal', 'sourceIp'],
  ['principal', 'tool'],
  ['principal', 'eventName'],
] as const;

/** An event is the first in the case of an entity with another, though not its first at all. */
export interface Novelty {
  readonly of: (typeof pairs)[number][0];
  readonly with: (typeof pairs)[number][1];
  /** When the entity was seen first. */
  readonly since: EpochMs;
}

/** What is new with the event at a row. One pass over the events before it. */
export function noveltyOf(table: EventTable, row: Row): readonly Novelty[] {
  const { accessKey, principal } = table.text;
  const watched = pairs.map(([of, other]) => ({
    of,
    other,
    owners: table.text[of],
    owner: table.text[of][row] ?? 0,
    values: table.text[other],
    value: table.text[other][row] ?? 0,
    first: -1,
    together: false,
  }));
  const key = accessKey[row] ?? 0;
  const who = principal[row] ?? 0;
  for (let before = 0; before < row; before++) {
    if (accessKey[before] !== key && principal[before] !== who) continue;
    for (const one of watched) {
      if (one.owners[before] !== one.owner) continue;
      if (one.first < 0) one.first = before;
      if (one.values[before] === one.value) one.together = true;
    }
  }
  return watched
    .filter(({ owner, value, first, together }) => {
      return owner !== 0 && value !== 0 && first >= 0 && !together;
    })
    .map(({ of, other, first }) => ({ of, with: other, since: table.time[first] ?? 0 }));
}
