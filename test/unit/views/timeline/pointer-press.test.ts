import { describe, expect, it } from 'vitest';
import { PointerPress } from '../../../../renderer/views/timeline/pointer-press.svelte.ts';

const scale = { span: { start: 0, end: 1000 }, width: 100 };

describe('PointerPress', () => {
  it('is a click while it moves by a few pixels only', () => {
    const press = new PointerPress();
    press.begin({ x: 10, y: 10 }, true);
    press.moveTo({ x: 13, y: 12 }, scale);
    expect(press.wasDragged).toBe(false);
    expect(press.end()).toBeUndefined();
  });

  it('chooses the span between press and release, whichever way, within the rows', () => {
    const press = new PointerPress();
    press.begin({ x: 60, y: 10 }, true);
    press.moveTo({ x: 20, y: 10 }, scale);
    expect(press.chosen).toEqual({ start: 200, end: 600 });
    press.moveTo({ x: -50, y: 10 }, scale);
    expect(press.end()).toEqual({ start: 0, end: 600 });
    expect(press.isDown).toBe(false);
    expect(press.wasDragged).toBe(true);
  });

  it('chooses nothing where it moves the window', () => {
    const press = new PointerPress();
    press.begin({ x: 60, y: 10 }, false);
    press.moveTo({ x: 20, y: 10 }, scale);
    expect(press.wasDragged).toBe(true);
    expect(press.end()).toBeUndefined();
  });

  it('forgets what it chose when cancelled', () => {
    const press = new PointerPress();
    press.begin({ x: 60, y: 10 }, true);
    press.moveTo({ x: 20, y: 10 }, scale);
    press.cancel();
    expect(press.end()).toBeUndefined();
  });
});
