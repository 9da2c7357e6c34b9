import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../renderer/views/timeline/timeline-keys.ts';

const bare = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, code: '' };
const press = (key: string, held: Partial<typeof bare> = {}) =>
  commandOf({ key, ...bare, ...held });

describe('commandOf', () => {
  it('zooms in and out by the same factor', () => {
    const near = press('+');
    const far = press('-');
    expect(near).toEqual(press('='));
    if (near?.kind !== 'zoom' || far?.kind !== 'zoom') throw new Error('these keys zoom');
    expect(near.factor * far.factor).toBeCloseTo(1);
    expect(near.factor).toBeLessThan(1);
  });

  it('steps through events with the arrows, and pans with Shift', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'step', direction: 'next' });
    expect(press('ArrowLeft')).toEqual({ kind: 'step', direction: 'previous' });
    expect(press('ArrowRight', { shiftKey: true })).toMatchObject({ kind: 'pan', share: 0.1 });
    expect(press('ArrowLeft', { shiftKey: true })).toMatchObject({ kind: 'pan', share: -0.1 });
  });

  it('moves through lanes, one or a page at a time', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'lane', by: 1 });
    expect(press('ArrowUp')).toEqual({ kind: 'lane', by: -1 });
    expect(press('PageDown')).toEqual({ kind: 'page', by: 1 });
    expect(press('PageUp')).toEqual({ kind: 'page', by: -1 });
  });

  it('fits, takes the nearest event, cancels', () => {
    expect(press('0')).toEqual({ kind: 'fit' });
    expect(press('Enter')).toEqual({ kind: 'nearest' });
    expect(press('Escape')).toEqual({ kind: 'cancel' });
  });

  it('fits the whole case with Shift, by the place of the key', () => {
    const shiftKey = true;
    for (const key of [')', '=', '}']) {
      expect(press(key, { shiftKey, code: 'Digit0' })).toEqual({ kind: 'fitWhole' });
    }
    // Where Shift is what makes it a digit.
    expect(press('0', { shiftKey, code: 'Digit0' })).toEqual({ kind: 'fit' });
    expect(press('=', { code: 'Equal' })).toMatchObject({ kind: 'zoom' });
  });

  it('leaves other keys and those with a modifier to the window', () => {
    expect(press('i')).toBeUndefined();
    expect(press('0', { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(press('-', { metaKey: true })).toBeUndefined();
  });
});
