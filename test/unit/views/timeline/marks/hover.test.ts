import { describe, expect, it } from 'vitest';
import {
  type Hover,
  HoverState,
  type Tell,
} from '../../../../../renderer/views/timeline/marks/hover.svelte.ts';

const window = { start: 0, end: 10 };
const over = (ref: number, x = 5): Hover => ({
  hit: { kind: 'event', ref, time: 3, outcome: 'read', byService: false, lane: 0 },
  window,
  x,
  y: 5,
});

const tellEvent = (event: Tell['event']): Tell => ({
  event,
  cell: () => Promise.resolve({ counts: [], fields: [] }),
});
const nothing = tellEvent(() => Promise.resolve(undefined));

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('HoverState', () => {
  it('describes the event under the pointer, once however far the pointer moves on it', async () => {
    const hovering = new HoverState();
    const asked: number[] = [];
    const describeEvent = (ref: number) => {
      asked.push(ref);
      return Promise.resolve(`event ${ref}`);
    };
    hovering.point(over(7), tellEvent(describeEvent));
    await turns();
    hovering.point(over(7, 6), tellEvent(describeEvent));
    await turns();
    expect(asked).toEqual([7]);
    expect(hovering.text).toBe('event 7');
    expect(hovering.hover?.x).toBe(6);
  });

  it('never shows one event’s words at another', async () => {
    const hovering = new HoverState();
    let answer: (text: string) => void = () => undefined;
    hovering.point(
      over(1),
      tellEvent(() => new Promise((resolve) => (answer = resolve))),
    );
    hovering.point(over(2), nothing);
    answer('event 1');
    await turns();
    expect(hovering.text).toBeUndefined();
    hovering.point(undefined, nothing);
    expect(hovering.hover).toBeUndefined();
  });

  it('tells of a bar once the pointer rests on it, and not of those that it sweeps over', async () => {
    let resting: (() => void) | undefined;
    const hovering = new HoverState((run) => {
      resting = run;
      return () => {
        resting = undefined;
      };
    });
    const asked: number[] = [];
    const tell: Tell = {
      ...nothing,
      cell: ({ span }) => {
        asked.push(span.start);
        return Promise.resolve({ counts: [1, 2, 0, 0], fields: [] });
      },
    };
    const bar = (start: number, x = 5): Hover => ({
      hit: { kind: 'cell', span: { start, end: start + 1 }, count: 3, gravest: 'write', lane: 0 },
      ...{ window, x, y: 5 },
    });
    hovering.point(bar(1), tell);
    hovering.point(bar(2), tell);
    hovering.point(bar(2, 6), tell);
    resting?.();
    await turns();
    expect(asked).toEqual([2]);
    expect(hovering.summary?.counts).toEqual([1, 2, 0, 0]);
    hovering.point(bar(3), tell);
    expect(hovering.summary).toBeUndefined();
    hovering.point(undefined, tell);
    expect(resting).toBeUndefined();
  });
});
