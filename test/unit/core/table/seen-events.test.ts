import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenEvents } from '../../../../renderer/core/table/seen-events.ts';

const key = Uint32Array.of(0x243f6a88, 0x85a308d3);

interface Event {
  readonly id: number;
  readonly account: number;
  readonly content: number;
}

/** What is told of each event; ids and contents differ in one word only, whichever it is. */
function told(
  events: readonly Event[],
  { idWord = 0, contentWord = 0 } = {},
  seen = new SeenEvents(key),
): readonly string[] {
  const eventId = new Uint32Array(4 * events.length);
  const contentHash = new Uint32Array(2 * events.length);
  for (const [row, { id, content }] of events.entries()) {
    eventId[row * 4 + idWord] = id;
    contentHash[row * 2 + contentWord] = content;
  }
  return events.map(({ account }, row) => {
    const what = seen.note({ eventId, contentHash }, row, account);
    return what === 'same' ? `same as ${seen.lastSame}` : what;
  });
}

function plainlyTold(events: readonly Event[]): readonly string[] {
  const known: Event[] = [];
  return events.map((event) => {
    const named = known.filter(({ id, account }) => id === event.id && account === event.account);
    const same = named.find(({ content }) => content === event.content);
    if (same !== undefined) return `same as ${known.indexOf(same)}`;
    known.push(event);
    return named.length === 0 ? 'new' : 'other';
  });
}

describe('SeenEvents', () => {
  it('tells what a plain search tells', () => {
    const event = fc.record({ id: fc.nat(6), account: fc.nat(2), content: fc.nat(4) });
    const places = fc.record({ idWord: fc.nat(3), contentWord: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), places, (events, where) => {
        expect(told(events, where)).toEqual(plainlyTold(events));
      }),
      { numRuns: 100 },
    );
  });

  it('remembers every event while its tables grow', () => {
    const events = Array.from({ length: 20_000 }, (_, id) => ({ id, account: 1, content: id % 7 }));
    const seen = new SeenEvents(key);
    expect(new Set(told(events, {}, seen))).toEqual(new Set(['new']));
    expect(told(events, {}, seen)).toEqual(events.map(({ id }) => `same as ${id}`));
    expect(seen.count).toBe(20_000);
  });

  it('gets through a million contents under one id', () => {
    const events = Array.from({ length: 1e6 }, (_, content) => ({ id: 1, account: 1, content }));
    const seen = new SeenEvents(key);
    expect(told(events, {}, seen).filter((what) => what === 'other')).toHaveLength(999_999);
    expect(seen.count).toBe(1e6);
  });

  it.each([0, 1, 2, 3])('gets through a million ids that differ in word %d', (idWord) => {
    const events = Array.from({ length: 1e6 }, (_, id) => ({ id, account: 1, content: 0 }));
    expect(told(events, { idWord }).every((what) => what === 'new')).toBe(true);
  });
});
