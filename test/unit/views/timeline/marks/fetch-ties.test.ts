import { describe, expect, it } from 'vitest';
import { fanOut } from '../../../../../renderer/core/layout/mark-fan.ts';
import { TiesFetcher } from '../../../../../renderer/views/timeline/marks/fetch-ties.svelte.ts';
import type { HeldMarks } from '../../../../../renderer/views/timeline/marks/held-marks.ts';
import { madeData, plainMarks, valueLanes } from '../../../../fixtures/timeline-marks.ts';

const events = [
  { time: 10, lane: 0 },
  { time: 20, lane: 1 },
];

function heldMarks(maxEvents = 10): HeldMarks {
  const span = { start: 0, end: 100 };
  const lanes = { first: 0, count: 2 };
  const request = {
    field: 'sourceIp',
    lanes: valueLanes(1, 2),
    span,
    bins: 10,
    maxEvents,
  } as const;
  const view = {
    data: madeData(events),
    window: span,
    width: 10,
    lanes,
  } as const;
  const fan = fanOut(new Float64Array(0), new Uint16Array(0));
  return { view, lanes, span, isCoarse: false, marks: plainMarks(events, request), fan };
}

describe('TiesFetcher', () => {
  it('knows which of the drawn events are tied, and of no other marks', async () => {
    const ties = new TiesFetcher();
    const held = heldMarks();
    await ties.look(held, (refs) => Promise.resolve(Uint8Array.from(refs, (ref) => ref * 4)));
    expect(ties.tiedOf(held)).toEqual(Uint8Array.of(0, 4));
    expect(ties.tiedOf(heldMarks())).toBeUndefined();
    expect(ties.tiedOf(undefined)).toBeUndefined();
  });

  it('hands over a copy of the refs, since what is sent may be taken away', async () => {
    const held = heldMarks();
    await new TiesFetcher().look(held, (refs) => {
      structuredClone(refs, { transfer: [refs.buffer] });
      return Promise.resolve(new Uint8Array(2));
    });
    if (held.marks.kind !== 'events') throw new Error('these marks are events');
    expect([...held.marks.ref]).toEqual([0, 1]);
  });

  it('drops a late answer', async () => {
    const ties = new TiesFetcher();
    const held = heldMarks();
    let answerLate: (tied: Uint8Array) => void = () => undefined;
    const late = ties.look(held, () => new Promise((resolve) => (answerLate = resolve)));
    await ties.look(held, () => Promise.resolve(Uint8Array.of(1, 1)));
    answerLate(Uint8Array.of(9, 9));
    await late;
    expect(ties.tiedOf(held)).toEqual(Uint8Array.of(1, 1));
  });

  it('emphasises nothing once nothing is selected, nor in densities', async () => {
    const ties = new TiesFetcher();
    const held = heldMarks();
    const all = (refs: Uint32Array) => Promise.resolve(new Uint8Array(refs.length).fill(1));
    await ties.look(held, all);
    await ties.look(held, undefined);
    expect(ties.tiedOf(held)).toBeUndefined();
    const far = heldMarks(1);
    await ties.look(far, all);
    expect(ties.tiedOf(far)).toBeUndefined();
  });
});
