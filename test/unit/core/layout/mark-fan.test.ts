import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanOut, fanReach, fanX, fanY } from '../../../../renderer/core/layout/mark-fan.ts';

describe('fanOut', () => {
  it('counts the events of the same lane and time, and no others', () => {
    const fan = fanOut(Float64Array.of(1, 5, 5, 5, 9), Uint16Array.of(0, 0, 1, 0, 0));
    expect([...fan.size]).toEqual([1, 2, 1, 2, 1]);
    expect([...fan.place]).toEqual([0, 0, 0, 1, 0]);
  });

  it('agrees with a plain count', () => {
    const event = fc.tuple(fc.nat(6), fc.nat(3));
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const sorted = events.toSorted((one, other) => one[0] - other[0]);
        const time = Float64Array.from(sorted, ([at]) => at);
        const lane = Uint16Array.from(sorted, ([, of]) => of);
        const { place, size } = fanOut(time, lane);
        const isSame = (i: number, j: number) => time[i] === time[j] && lane[i] === lane[j];
        sorted.forEach((_, i) => {
          expect(size[i]).toBe(sorted.filter((_other, j) => isSame(i, j)).length);
          expect(place[i]).toBe(sorted.filter((_other, j) => j < i && isSame(i, j)).length);
        });
      }),
    );
  });
});

describe('fanX and fanY', () => {
  it('leave an event alone in the middle of its lane at its time', () => {
    expect([fanX(0, 1, 50), fanY(0, 1)]).toEqual([0, 0]);
  });

  it('give every event of a burst a place of its own where its second has room', () => {
    const size = 30;
    const places = Array.from({ length: size }, (_, i) => `${fanX(i, size, 200)} ${fanY(i, size)}`);
    expect(new Set(places).size).toBe(size);
  });

  it('stay within the second, or close to it where it has no width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 500 }),
        (size, width) => {
          expect(fanReach(size, width)).toBeLessThanOrEqual(Math.max(10, width));
        },
      ),
    );
  });

  it('stay within the lane', () => {
    for (const size of [1, 2, 3, 40]) {
      for (let place = 0; place < size; place++) {
        expect(Math.abs(fanY(place, size))).toBeLessThanOrEqual(8);
      }
    }
  });
});
