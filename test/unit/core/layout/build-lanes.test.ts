import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLanes } from '../../../../renderer/core/layout/build-lanes.ts';
import { innerLanesIn, type Lane, lanesIn } from '../../../../renderer/core/layout/lane-columns.ts';
import {
  type LaneField,
  laneFields,
  laneSorts,
  type LaneSort,
} from '../../../../renderer/core/layout/marks.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { sumRows } from '../../../../renderer/core/query/sum-rows.ts';
import { TextIndex } from '../../../../renderer/core/query/text-index.ts';
import { type EventTable, textAt } from '../../../../renderer/core/table/event-table.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const table = eventTable(`
  time | is       | sourceIp
  1000 | readOnly | 10.0.0.2
  2000 | denied   | 10.0.0.1
  3000 |          |
  4000 | readOnly | 10.0.0.2
  5000 |          | 10.0.0.3
  6000 | readOnly |
  7000 | readOnly |
`);
const rows = new Selections(table).rows(everything);

function lanesBy(
  of: EventTable,
  selected: Uint32Array,
  field: LaneField,
  sort: LaneSort,
): readonly Lane[] {
  const subject = { table: of, index: new TextIndex(of) };
  return lanesIn(buildLanes(subject, selected, { field }, sort).outer);
}

function valuesBy(sort: LaneSort): readonly string[] {
  return lanesBy(table, rows, 'sourceIp', sort).map(({ value }) => value);
}

/** The order that lanes stand in, by comparing two of them. */
function inOrder(sort: LaneSort): (a: Lane, b: Lane) => number {
  const by = (lane: Lane): number => {
    const { firstSeen = 0, lastSeen = 0, count, writes, denied } = lane;
    const keys = { name: 0, firstSeen, lastSeen: -lastSeen };
    return { ...keys, count: -count, writes: -writes, denied: -denied }[sort];
  };
  return (a, b) =>
    Number(a.value === '') - Number(b.value === '') ||
    by(a) - by(b) ||
    (a.value < b.value ? -1 : 1);
}

describe('buildLanes', () => {
  it('gives each value the sums of its own events', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.constantFrom(...laneFields),
        fc.constantFrom(...laneSorts),
        (events, filter, field, sort) => {
          const random = tableOf(events);
          const selected = new Selections(random).rows(filter);
          const lanes = lanesBy(random, selected, field, sort);
          expect(lanes).toEqual(lanes.toSorted(inOrder(sort)));
          const values = Array.from(selected, (row) => textAt(random, field, row));
          expect(lanes.map(({ value }) => value).toSorted()).toEqual([...new Set(values)].sort());
          for (const { id, value, ...sums } of lanes) {
            const own = selected.filter((row) => textAt(random, field, row) === value);
            expect(sums).toEqual(sumRows(random, own));
            expect(random.dictionaries[field].texts[id]).toBe(value);
          }
        },
      ),
    );
  });

  it('nests the values of another field in each lane as if only its events were selected', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter,
        fc.constantFrom(...laneFields),
        fc.constantFrom(...laneFields),
        fc.constantFrom(...laneSorts),
        (events, filter, field, nested, sort) => {
          const random = tableOf(events);
          const selected = new Selections(random).rows(filter);
          const subject = { table: random, index: new TextIndex(random) };
          const lanes = buildLanes(subject, selected, { field, nested }, sort);
          expect(lanesIn(lanes.outer)).toEqual(lanesBy(random, selected, field, sort));
          for (const [place, { value }] of lanesIn(lanes.outer).entries()) {
            const own = selected.filter((row) => textAt(random, field, row) === value);
            expect(innerLanesIn(lanes, place)).toEqual(lanesBy(random, own, nested, sort));
          }
        },
      ),
    );
  });

  it('nests nothing where no field is to be nested', () => {
    const subject = { table, index: new TextIndex(table) };
    const lanes = buildLanes(subject, rows, { field: 'sourceIp' }, 'count');
    expect(lanes.inner).toBeUndefined();
    expect(innerLanesIn(lanes, 0)).toEqual([]);
  });

  it('starts with the first seen and with the first name', () => {
    expect(valuesBy('firstSeen')).toEqual(['10.0.0.2', '10.0.0.1', '10.0.0.3', '']);
    expect(valuesBy('name')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', '']);
  });

  it('starts with the last seen, and with the most of what is counted', () => {
    expect(valuesBy('lastSeen')).toEqual(['10.0.0.3', '10.0.0.2', '10.0.0.1', '']);
    expect(valuesBy('count')).toEqual(['10.0.0.2', '10.0.0.1', '10.0.0.3', '']);
    expect(valuesBy('writes')).toEqual(['10.0.0.3', '10.0.0.1', '10.0.0.2', '']);
    expect(valuesBy('denied')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3', '']);
  });
});
