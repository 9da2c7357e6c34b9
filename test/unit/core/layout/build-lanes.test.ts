import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLanes, buildOuterLanes } from '../../../../renderer/core/layout/build-lanes.ts';
import { laneFields, laneSorts, type LaneSort } from '../../../../renderer/core/layout/marks.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { sumRows } from '../../../../renderer/core/query/sum-rows.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
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

function valuesBy(sort: LaneSort): readonly string[] {
  return buildLanes(table, rows, 'sourceIp', sort).map(({ value }) => value);
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
          const lanes = buildLanes(random, selected, field, sort);
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
          const lanes = buildOuterLanes(random, selected, { field, nested }, sort);
          expect(lanes.map(({ inner, ...lane }) => [lane, inner.length > 0])).toEqual(
            buildLanes(random, selected, field, sort).map((lane) => [lane, true]),
          );
          for (const { value, inner } of lanes) {
            const own = selected.filter((row) => textAt(random, field, row) === value);
            expect(inner).toEqual(buildLanes(random, own, nested, sort));
          }
        },
      ),
    );
  });

  it('nests nothing where no field is to be nested', () => {
    const lanes = buildOuterLanes(table, rows, { field: 'sourceIp' }, 'count');
    expect(lanes.map(({ inner }) => inner)).toEqual([[], [], [], []]);
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
