import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortColumns } from '../../../../renderer/core/table/sort-columns.ts';
import {
  columnsBetween,
  plainEvents,
  storedColumns,
  type PlainEvent,
} from '../../../fixtures/events.ts';
import { randomEvents } from '../../../fixtures/random-events.ts';

function inOrder(events: readonly PlainEvent[]): readonly number[] {
  const key = (ref: number): readonly number[] => {
    const event = events[ref];
    return [event?.time ?? 0, event?.source ?? 0, event?.recordIndex ?? 0, ref];
  };
  return [...events.keys()].sort((a, b) => {
    const other = key(b);
    return key(a).reduce((sum, value, place) => sum || value - (other[place] ?? 0), 0);
  });
}

describe('sortColumns', () => {
  it('sorts by time, source, record index and order of storing', () => {
    fc.assert(
      fc.property(randomEvents, (events) => {
        const { columns } = storedColumns(events);
        expect([...sortColumns(undefined, [columns]).ref]).toEqual(inOrder(events));
      }),
    );
  });

  it('keeps every column with its event', () => {
    fc.assert(
      fc.property(randomEvents, (events) => {
        const { columns } = storedColumns(
          events.map((event, place) => ({ ...event, eventId: [place, 1, 2, 3 * place] })),
        );
        const sorted = sortColumns(undefined, [columns]);
        for (const [row, ref] of sorted.ref.entries()) {
          expect(sorted.rowOfRef[ref]).toBe(row);
          expect(sorted.time[row]).toBe(columns.time[ref]);
          expect(sorted.text.sourceIp[row]).toBe(columns.text.sourceIp[ref]);
          expect(sorted.text.resource[row]).toBe(columns.text.resource[ref]);
          expect(sorted.flags[row]).toBe(columns.flags[ref]);
          expect(sorted.source[row]).toBe(columns.source[ref]);
          expect(sorted.recordIndex[row]).toBe(columns.recordIndex[ref]);
          expect(sorted.offset[row]).toBe(columns.offset[ref]);
          expect(sorted.byteLength[row]).toBe(columns.byteLength[ref]);
          expect([...sorted.eventId.subarray(row * 4, row * 4 + 4)]).toEqual([ref, 1, 2, 3 * ref]);
        }
      }),
    );
  });

  it('gives the same whether read at once or chunk by chunk', () => {
    fc.assert(
      fc.property(randomEvents, fc.nat(60), fc.nat(60), (events, one, other) => {
        const { columns } = storedColumns(events);
        const cut = [0, Math.min(one, other), Math.max(one, other), events.length].map((place) =>
          Math.min(place, events.length),
        );
        const [first, second, third] = [0, 1, 2].map((part) =>
          columnsBetween(columns, cut[part] ?? 0, cut[part + 1] ?? 0),
        );
        const early = sortColumns(undefined, first ? [first] : []);
        const grown = sortColumns(
          early,
          [second, third].flatMap((chunk) => chunk ?? []),
        );
        expect(grown).toEqual(sortColumns(undefined, [columns]));
      }),
    );
  });

  it('tells milliseconds and centuries apart', () => {
    const times = [4e12, 1, 0, 999, 1e13, -5e12, 2 ** 33, 2 ** 33 + 1, 4e12 + 1];
    const { columns } = storedColumns(times.map((time) => ({ time })));
    const sorted = sortColumns(undefined, [columns]);
    expect([...sorted.time]).toEqual(times.toSorted((a, b) => a - b));
  });

  it('keeps events of one second in the order of their file', () => {
    const { columns } = storedColumns(
      plainEvents(`
        time                 | eventName
        2026-03-10T09:00:00Z | First
        2026-03-10T09:00:00Z | Second
        2026-03-10T08:59:59Z | Earlier
      `),
    );
    expect([...sortColumns(undefined, [columns]).ref]).toEqual([2, 0, 1]);
  });

  it('makes an empty table of an empty case', () => {
    expect(sortColumns(undefined, [])).toMatchObject({ rows: 0 });
  });
});
