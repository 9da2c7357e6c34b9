import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, type Term } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { guidText } from '../../../../renderer/core/table/guid.ts';
import { tableOf } from '../../../fixtures/events.ts';

const ids = [0, 1, 2].map((last) => [0x6f1e8a52, 0x40008000, 0x80000123, last] as const);
const guids = ids.map((id) => guidText(Uint32Array.from(id), 0));
const randomEvent = fc.record({ time: fc.nat(9), eventId: fc.constantFrom(...ids) });
const randomTerm: fc.Arbitrary<Term> = fc.record({
  field: fc.constant('eventId' as const),
  value: fc.constantFrom(...guids),
  exclude: fc.boolean(),
});

describe('conditions on event ids', () => {
  it('select as comparing the texts does', () => {
    fc.assert(
      fc.property(
        fc.array(randomEvent, { maxLength: 8 }),
        fc.array(randomTerm, { maxLength: 3 }),
        (events, terms) => {
          const table = tableOf(events);
          const rows = new Selections(table).rows({ ...everything, terms });
          const included = terms.filter(({ exclude }) => !exclude);
          const plain = [...table.ref.keys()].filter((row) => {
            const id = guidText(table.eventId, row);
            const isIn = included.length === 0 || included.some(({ value }) => value === id);
            return isIn && !terms.some(({ value, exclude }) => exclude && value === id);
          });
          expect([...rows]).toEqual(plain);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('find an id that is typed among other words, not a hash that looks like it', () => {
    const [id = [0, 0, 0, 0] as const] = ids;
    const table = tableOf([
      { time: 1, eventId: id, text: { eventName: 'CreateRule' } },
      { time: 2, eventId: id, text: { eventName: 'CreateRule' }, flags: flag.idIsHashed },
      { time: 3, eventId: id, text: { eventName: 'DeleteRule' } },
      { time: 4, text: { eventName: 'CreateRule', userAgent: `session ${guids[0] ?? ''}` } },
    ]);
    const found = new Selections(table).rows({
      ...everything,
      text: `${(guids[0] ?? '').toUpperCase()} createrule`,
    });
    expect([...found]).toEqual([0, 3]);
  });
});
