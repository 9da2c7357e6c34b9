import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLanes } from '../../../../renderer/core/layout/build-lanes.ts';
import { buildMarks } from '../../../../renderer/core/layout/build-marks.ts';
import type { Lanes } from '../../../../renderer/core/layout/lane-columns.ts';
import { LaneList } from '../../../../renderer/core/layout/lane-list.ts';
import { type Arrangement, isSameRow } from '../../../../renderer/core/layout/lane-rows.ts';
import { laneFields } from '../../../../renderer/core/layout/marks.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { TextIndex } from '../../../../renderer/core/query/text-index.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';
import { rowsOf } from '../../../fixtures/timeline-marks.ts';

const table = eventTable(`
  time | is       | sourceIp | accessKey
  1000 | readOnly | a        | K1
  2000 | denied   | a        | K2
  3000 |          | b        | K1
  4000 | readOnly | c        | K3
  5000 |          | d        |
`);
const rows = new Selections(table).rows(everything);
const subject = { table, index: new TextIndex(table) };
const flat = buildLanes(subject, rows, { field: 'sourceIp' }, 'firstSeen');
const nested = buildLanes(subject, rows, { field: 'sourceIp', nested: 'accessKey' }, 'firstSeen');
const asTheyCome: Arrangement = { pinned: [], folded: new Set(), gathers: false };
const arranged = (lanes: Lanes, arrangement: Arrangement) =>
  rowsOf(new LaneList(lanes, arrangement));

describe('LaneList', () => {
  it('keeps lanes as they come, and nested ones under theirs', () => {
    expect(arranged(flat, asTheyCome).map(({ value }) => value)).toEqual(['a', 'b', 'c', 'd']);
    expect(
      arranged(nested, asTheyCome).map(({ kind, value, outer }) => [kind, value, outer]),
    ).toEqual([
      ['outer', 'a', 'a'],
      ['inner', 'K1', 'a'],
      ['inner', 'K2', 'a'],
      ['outer', 'b', 'b'],
      ['inner', 'K1', 'b'],
      ['outer', 'c', 'c'],
      ['inner', 'K3', 'c'],
      ['outer', 'd', 'd'],
      ['inner', '', 'd'],
    ]);
  });

  it('hides what is nested in a folded lane, whose events are then in the lane itself', () => {
    const folded = arranged(nested, { ...asTheyCome, folded: new Set(['a', 'gone']) });
    expect(folded.slice(0, 3).map(({ value, fold, key }) => [value, fold, key.kind])).toEqual([
      ['a', 'closed', 'value'],
      ['b', 'open', 'heading'],
      ['K1', 'none', 'nested'],
    ]);
  });

  it('puts pinned lanes on top in the order of pinning', () => {
    const pinned = arranged(flat, { ...asTheyCome, pinned: ['c', 'gone', 'b'] });
    expect(pinned.map(({ value, isPinned }) => `${value} ${isPinned}`)).toEqual([
      'c true',
      'b true',
      'a false',
      'd false',
    ]);
  });

  it('gathers all others in one lane with their sums, where one is pinned', () => {
    const gathered = arranged(flat, { ...asTheyCome, pinned: ['b'], gathers: true });
    expect(gathered).toHaveLength(2);
    expect(gathered[1]).toEqual({
      key: { kind: 'others', except: [flat.outer.id[1]] },
      ...{ kind: 'others', value: '', outer: '', lanes: 3, fold: 'none', isPinned: false },
      ...{ count: 4, writes: 1, failed: 0, denied: 1, firstSeen: 1000, lastSeen: 5000 },
    });
    expect(arranged(flat, { ...asTheyCome, pinned: ['gone'], gathers: true })).toHaveLength(4);
    const all = { ...asTheyCome, pinned: ['a', 'b', 'c', 'd'], gathers: true };
    expect(arranged(flat, all).map(({ kind }) => kind)).not.toContain('others');
  });

  it('has each event in just one row, that of its values', () => {
    const value = fc.constantFrom('', '10.0.0.1', 'AKIA1', 'lb-a', 'eu-west-1', 'CreateRule');
    const arrangement = fc.record({
      pinned: fc.uniqueArray(value),
      folded: fc.array(value).map((values) => new Set(values)),
      gathers: fc.boolean(),
    });
    fc.assert(
      fc.property(
        randomEvents,
        fc.constantFrom(...laneFields),
        fc.option(fc.constantFrom(...laneFields), { nil: undefined }),
        arrangement,
        (events, field, inner, how) => {
          const random = tableOf(events);
          const all = new Selections(random).rows(everything);
          const fields = { field, nested: inner };
          const made = { table: random, index: new TextIndex(random) };
          const list = new LaneList(buildLanes(made, all, fields, 'count'), how);
          const shown = rowsOf(list);
          const marks = buildMarks(random, all, {
            ...{ ...fields, lanes: shown.map(({ key }) => key), bins: 1, maxEvents: 1000 },
            span: { start: 0, end: 1e9 },
          });
          expect(shown.map((row) => list.placeOfRow(row))).toEqual([...shown.keys()]);
          expect(list.events).toBe(random.rows);
          if (marks.kind !== 'events') throw new Error('there are few events');
          expect([...marks.ref].toSorted()).toEqual([...random.ref].toSorted());
          for (const [place, ref] of marks.ref.entries()) {
            const row = random.rowOfRef[ref] ?? 0;
            const values = {
              outer: textAt(random, field, row),
              inner: inner === undefined ? undefined : textAt(random, inner, row),
            };
            expect(list.placeOfEvent(values)).toBe(marks.lane[place]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('isSameRow', () => {
  it('tells rows apart by their level and values', () => {
    const [a, k1, , b, alsoK1] = arranged(nested, asTheyCome);
    expect(isSameRow(a, a)).toBe(true);
    expect(isSameRow(a, b)).toBe(false);
    expect(isSameRow(k1, alsoK1)).toBe(false);
    expect(isSameRow(a, undefined)).toBe(false);
  });
});
