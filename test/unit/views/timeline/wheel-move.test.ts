import { describe, expect, it } from 'vitest';
import { wheelMove } from '../../../../renderer/views/timeline/wheel-move.ts';

const turn = (deltaX: number, deltaY: number, shiftKey = false) => ({ deltaX, deltaY, shiftKey });

describe('wheelMove', () => {
  it('scrolls the lanes over the labels and with Shift, whichever way the system turns that', () => {
    expect(wheelMove(turn(0, 30), true)).toEqual({ kind: 'lanes', by: 30 });
    expect(wheelMove(turn(0, -30, true), false)).toEqual({ kind: 'lanes', by: -30 });
    expect(wheelMove(turn(25, 0, true), false)).toEqual({ kind: 'lanes', by: 25 });
  });

  it('moves through time sideways, and leaves the zoom alone', () => {
    expect(wheelMove(turn(-40, 5), false)).toEqual({ kind: 'time', by: -40 });
    expect(wheelMove(turn(0, 100), false)).toBeUndefined();
  });
});
