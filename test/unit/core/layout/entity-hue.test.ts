import { describe, expect, it } from 'vitest';
import { entityHue } from '../../../../renderer/core/layout/entity-hue.ts';

describe('entityHue', () => {
  it('is the same for the same text, and one of 36 colours', () => {
    for (const text of ['203.0.113.7', 'AKIAIOSFODNN7EXAMPLE', '', '__proto__']) {
      expect(entityHue(text)).toBe(entityHue(text));
      expect(entityHue(text)).toBeGreaterThanOrEqual(0);
      expect(entityHue(text)).toBeLessThan(3 * 360);
      expect(entityHue(text) % 30).toBe(0);
    }
  });

  it('spreads the addresses of one network over all colours', () => {
    const hues = Array.from({ length: 240 }, (_, host) => entityHue(`198.51.100.${host}`));
    const shared = new Map<number, number>();
    for (const hue of hues) shared.set(hue, (shared.get(hue) ?? 0) + 1);
    expect(shared.size).toBe(36);
    expect(Math.max(...shared.values())).toBeLessThan(20);
  });
});
