import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centredBrush, keyShare, movedBrush } from '../../../../renderer/views/timeline/brush.ts';

const whole = { start: 0, end: 1_000_000 };
const brush = { start: 200_000, end: 400_000 };

describe('movedBrush', () => {
  it('moves an edge and leaves the other', () => {
    expect(movedBrush(brush, 'start', -50_000, whole)).toEqual({ start: 150_000, end: 400_000 });
    expect(movedBrush(brush, 'end', 50_000, whole)).toEqual({ start: 200_000, end: 450_000 });
  });

  it('never turns the brush round', () => {
    const part = fc.constantFrom('start', 'end', 'body');
    fc.assert(
      fc.property(part, fc.integer({ min: -2_000_000, max: 2_000_000 }), (held, by) => {
        const { start, end } = movedBrush(brush, held, by, whole);
        expect(end - start).toBeGreaterThanOrEqual(1000);
      }),
    );
  });

  it('moves the whole, as far as its middle stays in the case', () => {
    expect(movedBrush(brush, 'body', 100_000, whole)).toEqual({ start: 300_000, end: 500_000 });
    expect(movedBrush(brush, 'body', 9e9, whole)).toEqual({ start: 900_000, end: 1_100_000 });
    expect(movedBrush(brush, 'body', -9e9, whole)).toEqual({ start: -100_000, end: 100_000 });
  });
});

describe('centredBrush', () => {
  it('puts the middle where the pointer is', () => {
    const scale = { span: whole, width: 500 };
    expect(centredBrush(brush, scale, 250)).toEqual({ start: 400_000, end: 600_000 });
  });
});

describe('keyShare', () => {
  it('moves by little, by more with Shift, and by a tenth with the page keys', () => {
    expect(keyShare({ key: 'ArrowRight', shiftKey: false })).toBe(0.005);
    expect(keyShare({ key: 'ArrowLeft', shiftKey: true })).toBe(-0.05);
    expect(keyShare({ key: 'PageUp', shiftKey: false })).toBe(0.1);
    expect(keyShare({ key: 'Tab', shiftKey: false })).toBeUndefined();
  });
});
