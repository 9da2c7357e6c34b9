import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordPlaces } from '../../../../renderer/core/table/record-places.ts';
import { tableOf } from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

describe('recordPlaces', () => {
  it('has each event from a ref on once, file by file in their order, a file in one part', () => {
    fc.assert(
      fc.property(
        randomEvents,
        fc.nat(10),
        fc.integer({ min: 1, max: 4 }),
        (events, first, parts) => {
          const table = tableOf(events);
          const shares = recordPlaces(table, first, parts);
          expect(shares.length).toBeLessThanOrEqual(parts);
          const all = shares.flatMap(({ ref, source, offset, byteLength }, share) =>
            Array.from(ref, (one, place) => {
              const row = table.rowOfRef[one] ?? 0;
              expect([source[place], offset[place], byteLength[place]]).toEqual([
                table.source[row],
                table.offset[row],
                table.byteLength[row],
              ]);
              return { ref: one, source: source[place] ?? 0, offset: offset[place] ?? 0, share };
            }),
          );
          expect(all.map(({ ref }) => ref).sort((a, b) => a - b)).toEqual(
            [...events.keys()].slice(first),
          );
          const inOrder = all.toSorted((a, b) => a.source - b.source || a.offset - b.offset);
          expect(all).toEqual(inOrder);
          for (const [place, { source, share }] of all.entries()) {
            const before = all[place - 1];
            if (before?.source === source) expect(before.share).toBe(share);
          }
        },
      ),
    );
  });

  it('gives parts of about as many bytes', () => {
    const events = Array.from({ length: 40 }, (_, place) => ({ time: place, source: place }));
    const shares = recordPlaces(tableOf(events), 0, 4);
    expect(shares.map(({ ref }) => ref.length)).toEqual([10, 10, 10, 10]);
  });
});
