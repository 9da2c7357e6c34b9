import { describe, expect, it } from 'vitest';
import { type Hover, HoverState } from '../../../../renderer/views/timeline/hover.svelte.ts';

const window = { start: 0, end: 10 };
const over = (ref: number, x = 5): Hover => ({
  hit: { kind: 'event', ref, time: 3, outcome: 'read', byService: false, lane: 0 },
  window,
  x,
  y: 5,
});

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
    hovering.point(over(7), describeEvent);
    await turns();
    hovering.point(over(7, 6), describeEvent);
    await turns();
    expect(asked).toEqual([7]);
    expect(hovering.text).toBe('event 7');
    expect(hovering.hover?.x).toBe(6);
  });

  it('never shows one event’s words at another', async () => {
    const hovering = new HoverState();
    let answer: (text: string) => void = () => undefined;
    hovering.point(over(1), () => new Promise((resolve) => (answer = resolve)));
    hovering.point(over(2), () => Promise.resolve(undefined));
    answer('event 1');
    await turns();
    expect(hovering.text).toBeUndefined();
    hovering.point(undefined, undefined);
    expect(hovering.hover).toBeUndefined();
  });
});
