import type { Row } from '../base/units.ts';
import { countFacet } from '../query/count-facet.ts';
import { sumRows } from '../query/sum-rows.ts';
import { flag } from '../table/columns.ts';
import { textAt, type EventTable } from '../table/event-table.ts';
import {
  tieBit,
  ties,
  type Correlation,
  type SeenField,
  type Tie,
  type TieSums,
} from './correlation.ts';

const allTies = tieBit.sourceIp | tieBit.accessKey | tieBit.userAgent;

/** How many values of each field seen with a tie are named; `distinct` says how many there are. */
const valuesSeenWith = 20;

/**
 * What shares source IP, access key or user agent with an event, over all services. A value that
 * the record does not have ties nothing. One pass over all events, and a few over the tied ones.
 */
export function correlate(table: EventTable, row: Row): Correlation {
  const bits = tiesOfRows(table, row);
  const sharing = [0, 0, 0, 0];
  for (const [set, count] of countSets(bits).entries()) {
    const shared = tiesIn(set);
    sharing[shared] = (sharing[shared] ?? 0) + count;
  }
  const own = tiesIn(bits[row] ?? 0);
  const besides = (shared: number): number => (sharing[shared] ?? 0) - (shared === own ? 1 : 0);
  return {
    ties: ties.map((tie) => sumTie(table, row, tie, rowsWith(bits, tieBit[tie]))),
    sharing: { one: besides(1), two: besides(2), three: besides(3) },
    allThree: sumRows(table, rowsWith(bits, allTies)),
  };
}

/** For each of these events, the bits of the ties it shares with the event at `row`. */
export function tied(table: EventTable, row: Row, refs: Uint32Array): Uint8Array {
  const tiesOf = tiesWith(table, row);
  return Uint8Array.from(refs, (ref) => {
    const other = table.rowOfRef[ref];
    return other === undefined ? 0 : tiesOf(other);
  });
}

/** No id: equal to none. */
const never = -1;

function idsOf(table: EventTable, row: Row): Readonly<Record<Tie, number>> {
  const id = (tie: Tie): number => {
    const value = table.text[tie][row] ?? 0;
    return value === 0 ? never : value;
  };
  return { sourceIp: id('sourceIp'), accessKey: id('accessKey'), userAgent: id('userAgent') };
}

function tiesWith(table: EventTable, row: Row): (other: Row) => number {
  const { sourceIp, accessKey, userAgent } = table.text;
  const ids = idsOf(table, row);
  return (other) =>
    (sourceIp[other] === ids.sourceIp ? tieBit.sourceIp : 0) |
    (accessKey[other] === ids.accessKey ? tieBit.accessKey : 0) |
    (userAgent[other] === ids.userAgent ? tieBit.userAgent : 0);
}

function tiesOfRows(table: EventTable, row: Row): Uint8Array {
  const bits = new Uint8Array(table.rows);
  const tiesOf = tiesWith(table, row);
  for (let other = 0; other < bits.length; other++) bits[other] = tiesOf(other);
  return bits;
}

function tiesIn(set: number): number {
  return (set & 1) + ((set >> 1) & 1) + ((set >> 2) & 1);
}

function countSets(bits: Uint8Array): Uint32Array {
  const counts = new Uint32Array(allTies + 1);
  const { length } = bits;
  for (let row = 0; row < length; row++) {
    const set = bits[row] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
  return counts;
}

/** The rows that have all bits of `set`. */
function rowsWith(bits: Uint8Array, set: number): Uint32Array {
  const rows = new Uint32Array(bits.length);
  let count = 0;
  for (let row = 0; row < bits.length; row++) {
    rows[count] = row;
    if (((bits[row] ?? 0) & set) === set) count++;
  }
  return rows.slice(0, count);
}

function sumTie(table: EventTable, row: Row, tie: Tie, rows: Uint32Array): TieSums {
  const elb = rows.filter((other) => ((table.flags[other] ?? 0) & flag.elb) !== 0);
  return {
    tie,
    value: textAt(table, tie, row),
    all: sumRows(table, rows),
    elb: sumRows(table, elb),
    seenWith: seenFields(tie).map((field) => {
      const choice = { limit: valuesSeenWith, containing: '', presentOnly: true };
      const { values, distinct } = countFacet(table, rows, field, choice);
      return { field, values, distinct };
    }),
  };
}

function seenFields(tie: Tie): readonly SeenField[] {
  return [...ties.filter((other) => other !== tie), 'principal', 'loadBalancer', 'eventName'];
}
