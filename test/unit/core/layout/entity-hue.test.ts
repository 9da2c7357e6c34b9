import { describe, expect, it } from 'vitest';
import { entityHue } from '../../../../renderer/core/layout/entity-hue.ts';

describe('entityHue', () => {
  it('is the same for the same text, and on the circle', () => {
    for (const text of ['203.0.113.7', 'AKIAIOSFODNN7EXAMPLE', '', '__proto__']) {
      expect(entityHue(text)).toBe(entityHue(text));
      expect(entityHue(text)).toBeGreaterThanOrEqual(0);
      expect(entityHue(text)).toBeLessThan(360);
    }
  });

  it('spreads the addresses of one network over the circle', () => {
    const hues = Array.from({ length: 120 }, (_, host) => entityHue(`198.51.100.${host}`));
    const sectors = new Set(hues.map((hue) => Math.floor(hue / 30)));
    expect(sectors.size).toBe(12);
  });
});
