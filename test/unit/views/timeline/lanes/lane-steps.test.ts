import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventBeside,
  eventNearest,
  gravestEvent,
} from '../../../../../renderer/views/timeline/lanes/lane-steps.ts';
import { madeData, type MadeEvent } from '../../../../fixtures/timeline-marks.ts';

const { signal } = new AbortController();
const caseSpan = { start: 0, end: 1e9 };
const searchIn = (events: readonly MadeEvent[]) =>
  ({ data: madeData(events), lane: { kind: 'value', id: 1 }, caseSpan }) as const;

describe('eventBeside', () => {
  const events = [
    { time: 1000, lane: 0 },
    { time: 1000, lane: 1 },
    { time: 1000, lane: 0 },
    { time: 2000, lane: 0 },
    { time: 900_000_000, lane: 0 },
  ];

  it('steps through the events of one second in their order', async () => {
    const next = await eventBeside(searchIn(events), { ref: 0, time: 1000 }, 'next', signal);
    expect(next).toEqual({ ref: 2, time: 1000 });
    const back = await eventBeside(searchIn(events), { ref: 2, time: 1000 }, 'previous', signal);
    expect(back).toEqual({ ref: 0, time: 1000 });
  });

  it('crosses a long silence', async () => {
    const far = { ref: 4, time: 900_000_000 };
    expect(await eventBeside(searchIn(events), { ref: 3, time: 2000 }, 'next', signal)).toEqual(
      far,
    );
    expect(await eventBeside(searchIn(events), far, 'previous', signal)).toEqual({
      ref: 3,
      time: 2000,
    });
  });

  it('finds nothing past the lane’s first and last', async () => {
    const last = { ref: 4, time: 900_000_000 };
    expect(await eventBeside(searchIn(events), last, 'next', signal)).toBeUndefined();
    const first = { ref: 0, time: 1000 };
    expect(await eventBeside(searchIn(events), first, 'previous', signal)).toBeUndefined();
  });

  it('looks closer where too many events lie within its reach', async () => {
    const crowd = Array.from({ length: 5000 }, (_, i) => ({ time: i * 10, lane: 0 }));
    expect(await eventBeside(searchIn(crowd), { ref: 70, time: 700 }, 'next', signal)).toEqual({
      ref: 71,
      time: 710,
    });
  });

  it('gives up where more events fall on one moment than are sent singly', async () => {
    const crowd = Array.from({ length: 1500 }, () => ({ time: 500, lane: 0 }));
    expect(
      await eventBeside(searchIn(crowd), { ref: 3, time: 500 }, 'next', signal),
    ).toBeUndefined();
  });

  it('walks every event of a lane forth and back', async () => {
    const event = fc.record({ time: fc.nat(2_000_000), lane: fc.nat(1) });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (made) => {
        const sorted = made.toSorted((one, other) => one.time - other.time);
        const search = searchIn(sorted);
        const refs = sorted.flatMap(({ lane }, ref) => (lane === 0 ? [ref] : []));
        for (const [place, ref] of refs.entries()) {
          const from = { ref, time: sorted[ref]?.time ?? 0 };
          expect((await eventBeside(search, from, 'next', signal))?.ref).toBe(refs[place + 1]);
          expect((await eventBeside(search, from, 'previous', signal))?.ref).toBe(refs[place - 1]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('eventNearest', () => {
  const events = [
    { time: 1000, lane: 0 },
    { time: 5000, lane: 0 },
    { time: 2000, lane: 1 },
  ].toSorted((one, other) => one.time - other.time);

  it('takes the nearer of the one before and the one after', async () => {
    expect(await eventNearest(searchIn(events), 2000, signal)).toEqual({ ref: 0, time: 1000 });
    expect(await eventNearest(searchIn(events), 4000, signal)).toEqual({ ref: 2, time: 5000 });
    expect(await eventNearest(searchIn(events), 5000, signal)).toEqual({ ref: 2, time: 5000 });
  });

  it('takes the only side that has any', async () => {
    expect(await eventNearest(searchIn(events), 900_000, signal)).toEqual({ ref: 2, time: 5000 });
    expect(await eventNearest(searchIn(events), 0, signal)).toEqual({ ref: 0, time: 1000 });
    expect(await eventNearest(searchIn([]), 0, signal)).toBeUndefined();
  });
});

describe('gravestEvent', () => {
  it('takes the first of the gravest in the span', async () => {
    const events: readonly MadeEvent[] = [
      { time: 10, lane: 0, outcome: 'write' },
      { time: 20, lane: 0, outcome: 'denied' },
      { time: 30, lane: 0, outcome: 'denied' },
      { time: 40, lane: 1, outcome: 'denied' },
    ];
    expect(await gravestEvent(searchIn(events), { start: 0, end: 100 }, signal)).toEqual({
      ref: 1,
      time: 20,
    });
    expect(await gravestEvent(searchIn(events), { start: 50, end: 100 }, signal)).toBeUndefined();
  });
});
