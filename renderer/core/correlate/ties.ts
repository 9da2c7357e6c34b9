import type { Row } from '../base/units.ts';
import { countFacet } from '../query/count-facet.ts';
import { elbRows } from '../query/elb-rows.ts';
import { sumRows } from '../query/sum-rows.ts';
import { textAt, type EventTable } from '../table/event-table.ts';
import { noveltyOf } from './novelty.ts';
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
  const shared = tiedRows(table, row);
  const sharing = [0, 0, 0, 0];
  for (let place = 0; place < shared.rows.length; place++) {
    const count = tiesIn(shared.bits[place] ?? 0);
    sharing[count] = (sharing[count] ?? 0) + (shared.rows[place] === row ? 0 : 1);
  }
  const [, one = 0, two = 0, three = 0] = sharing;
  return {
    ties: ties.map((tie) => sumTie(table, row, tie, rowsWith(shared, tieBit[tie]))),
    sharing: { one, two, three },
    allThree: sumRows(table, rowsWith(shared, allTies)),
    novelty: noveltyOf(table, row),
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

/** Tells the bits of the ties that another row shares with the event at `row`; its own are all. */
export function tiesWith(table: EventTable, row: Row): (other: Row) => number {
  const { sourceIp, accessKey, userAgent } = table.text;
  const ids = idsOf(table, row);
  return (other) =>
    (sourceIp[other] === ids.sourceIp ? tieBit.sourceIp : 0) |
    (accessKey[other] === ids.accessKey ? tieBit.accessKey : 0) |
    (userAgent[other] === ids.userAgent ? tieBit.userAgent : 0);
}

/** The rows that share any tie, in time order, and which. */
interface TiedRows {
  readonly rows: Uint32Array;
  readonly bits: Uint8Array;
}

function tiedRows(table: EventTable, row: Row): TiedRows {
  const rows = new Uint32Array(table.rows);
  const bits = new Uint8Array(table.rows);
  const tiesOf = tiesWith(table, row);
  let count = 0;
  for (let other = 0; other < table.rows; other++) {
    const set = tiesOf(other);
    rows[count] = other;
    bits[count] = set;
    if (set !== 0) count++;
  }
  return { rows: rows.slice(0, count), bits: bits.slice(0, count) };
}

function tiesIn(set: number): number {
  return (set & 1) + ((set >> 1) & 1) + ((set >> 2) & 1);
}

/** The rows that share all the ties in `set`. */
function rowsWith(tiedTo: TiedRows, set: number): Uint32Array {
  const rows = new Uint32Array(tiedTo.rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    rows[count] = tiedTo.rows[place] ?? 0;
    if (((tiedTo.bits[place] ?? 0) & set) === set) count++;
  }
  return rows.slice(0, count);
}

function sumTie(table: EventTable, row: Row, tie: Tie, rows: Uint32Array): TieSums {
  return {
    tie,
    value: textAt(table, tie, row),
    all: sumRows(table, rows),
    elb: sumRows(table, elbRows(table, rows)),
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
