import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLinks, mostLinks } from '../../../../renderer/core/layout/build-links.ts';
import { tied } from '../../../../renderer/core/correlate/ties.ts';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { eventTable, tableOf } from '../../../fixtures/events.ts';
import { plainRows } from '../../../fixtures/plain-filter.ts';
import { randomEvents, randomFilter } from '../../../fixtures/random-events.ts';

const handsOutNothing = { handedOutBy: () => undefined };

describe('buildLinks', () => {
  it('links to what shares something, in the lanes and the span, nearest first', () => {
    const request = fc.record({
      from: fc.nat(59),
      lanes: fc.uniqueArray(fc.nat(4), { maxLength: 5 }),
      start: fc.nat(40),
      length: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(randomEvents, randomFilter, request, (events, filter, random) => {
        if (events.length === 0) return;
        const table = tableOf(events);
        const from = random.from % table.rows;
        const ids = table.dictionaries.eventName.texts.length;
        const lanes = random.lanes
          .filter((id) => id < ids)
          .map((id) => ({ kind: 'value' as const, id }));
        const start = 1_000_000 + random.start * 1000;
        const span = { start, end: start + random.length * 1000 };
        const selected = { table, rows: new Selections(table).rows(filter) };
        const ref = table.ref[from] ?? 0;
        const found = buildLinks(
          selected,
          from,
          { field: 'eventName', lanes, span, ref },
          handsOutNothing,
        );
        const time = (row: number): number => table.time[row] ?? 0;
        const expected = plainRows(table, events, filter).filter((row) => {
          const [ties] = tied(table, from, Uint32Array.of(table.ref[row] ?? 0));
          const isInLanes = lanes.some(({ id }) => id === table.text.eventName[row]);
          return (
            row !== from &&
            ties !== 0 &&
            isInLanes &&
            time(row) >= span.start &&
            time(row) < span.end
          );
        });
        const all = expected.map((row) => Math.abs(time(row) - time(from))).sort((a, b) => a - b);
        const distances = found.tied.map((link) => Math.abs(link.time - time(from)));
        expect(distances).toEqual(all.slice(0, mostLinks));
        for (const { ref: other, lane, ties } of found.tied) {
          const row = table.rowOfRef[other] ?? -1;
          expect(expected).toContain(row);
          expect(lanes[lane]?.id).toBe(table.text.eventName[row]);
          expect(tied(table, from, Uint32Array.of(other))[0]).toBe(ties);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('links to no more than can be told apart', () => {
    const many = Array.from({ length: 100 }, (_, n) => `${n * 1000} | 10.0.0.1`).join('\n');
    const table = eventTable(`time | sourceIp\n${many}`);
    const rows = new Selections(table).rows(everything);
    const span = { start: 0, end: 1e9 };
    const lanes = [{ kind: 'value', id: 1 }] as const;
    const request = { field: 'sourceIp', lanes, span, ref: 50 } as const;
    const { tied: found } = buildLinks({ table, rows }, 50, request, handsOutNothing);
    expect(found.map(({ ref }) => ref).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 41 }, (_, n) => 30 + n).filter((ref) => ref !== 50),
    );
  });

  it('leads to the first use of a key where the selection has it, in whatever lane', () => {
    const table = eventTable(`
      time | sourceIp | accessKey
      1000 | 10.0.0.1 | AKIATESTKEY000000001
      2000 | 10.0.0.2 | ASIATESTKEY000000001
    `);
    const rows = new Selections(table).rows(everything);
    const credentials = {
      handedOutBy: () => ({
        key: 'ASIATESTKEY000000001',
        identity: '',
        firstUse: { ref: 1, time: 2000 },
      }),
    };
    const span = { start: 0, end: 1500 };
    const request = { field: 'sourceIp', nested: 'accessKey', lanes: [], span, ref: 0 } as const;
    expect(buildLinks({ table, rows }, 0, request, credentials)).toEqual({
      tied: [],
      firstUse: { ref: 1, time: 2000, lane: { outer: '10.0.0.2', inner: 'ASIATESTKEY000000001' } },
    });
    const without = { table, rows: Uint32Array.of(0) };
    expect(buildLinks(without, 0, request, credentials).firstUse).toBeUndefined();
  });
});
