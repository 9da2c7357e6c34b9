import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AddedColumn } from '../../../../renderer/core/query/added-columns.ts';
import { markColumns, type Marked } from '../../../../renderer/core/query/mark-columns.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

const table = eventTable(`
  time | eventName  | sourceIp    | loadBalancer
  1000 | CreateRule | 203.0.113.9 | lb-a
  2000 | DeleteRule | 198.51.1.1  |
  3000 | CreateRule | 203.0.113.9 |
`);

function valuesOf({ ids, texts }: AddedColumn): readonly (readonly string[])[] {
  return Array.from(ids, (id) => (texts[id] ?? '').split('\n').filter((text) => text !== ''));
}

function columnsOf(marked: readonly Marked[], of = table) {
  const selections = new Selections(of);
  const { is, has, tag } = markColumns(of, marked, (filter) => selections.rows(filter));
  return { is: valuesOf(is), has: valuesOf(has), tag: valuesOf(tag) };
}

const nothing = { starred: false, note: '', tags: [] };

describe('markColumns', () => {
  it('knows nothing of events that nothing was put to', () => {
    expect(columnsOf([])).toEqual({ is: [[], [], []], has: [[], [], []], tag: [[], [], []] });
  });

  it('knows the records that share an id and have other content', () => {
    const id = [1, 2, 3, 4] as const;
    const twins = tableOf([
      { time: 1000, eventId: id },
      { time: 2000, eventId: [1, 2, 3, 5] },
      { time: 3000, eventId: id, flags: flag.sameIdOtherContent },
    ]);
    const starred = { what: { kind: 'event', ref: 2 }, ...nothing, starred: true } as const;
    expect(columnsOf([starred], twins).is).toEqual([
      ['conflicting'],
      [],
      ['conflicting', 'starred'],
    ]);
  });

  it('has stars, notes and tags of events', () => {
    const marked = [
      { what: { kind: 'event', ref: 1 }, starred: true, note: 'here it began', tags: ['b', 'a'] },
      { what: { kind: 'event', ref: 2 }, ...nothing, starred: true },
    ] as const;
    expect(columnsOf(marked)).toEqual({
      is: [[], ['starred'], ['starred']],
      has: [[], ['note', 'tag'], []],
      tag: [[], ['a', 'b'], []],
    });
  });

  it('has the tags of an entity and of a span on their events, and not their stars and notes', () => {
    const marked = [
      {
        what: { kind: 'entity', field: 'sourceIp', value: '203.0.113.9' },
        starred: true,
        note: 'theirs',
        tags: ['attacker'],
      },
      { ...nothing, what: { kind: 'span', span: { start: 2000, end: 3001 } }, tags: ['night'] },
    ] as const;
    expect(columnsOf(marked)).toEqual({
      is: [[], [], []],
      has: [['tag'], ['tag'], ['tag']],
      tag: [['attacker'], ['night'], ['attacker', 'night']],
    });
  });

  it('takes the value of an entity to the letter', () => {
    const marked = [
      { ...nothing, what: { kind: 'entity', field: 'sourceIp', value: '*' }, tags: ['all'] },
    ] as const;
    expect(columnsOf(marked).tag).toEqual([[], [], []]);
  });

  it('passes over an event that is not in the table', () => {
    expect(columnsOf([{ ...nothing, what: { kind: 'event', ref: 9 }, starred: true }]).is).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('gives each event all that was put to it, in whatever order', () => {
    const tags = fc.subarray(['a', 'b', 'c']);
    const marks = fc.array(fc.record({ ref: fc.nat(20), starred: fc.boolean(), tags }));
    fc.assert(
      fc.property(randomEvents, marks, (events, given) => {
        const random = tableOf(events);
        const marked = given.map(({ ref, ...rest }) => {
          return { ...rest, note: '', what: { kind: 'event', ref } as const };
        });
        const { is, tag } = columnsOf(marked, random);
        for (const [row, ref] of random.ref.entries()) {
          const own = given.filter((one) => one.ref === ref);
          expect(is[row]).toEqual(own.some(({ starred }) => starred) ? ['starred'] : []);
          expect(tag[row]).toEqual([...new Set(own.flatMap((one) => one.tags))].sort());
        }
      }),
      { numRuns: 50 },
    );
  });
});
