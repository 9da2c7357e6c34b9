import { describe, expect, it } from 'vitest';
import { markPath, markReach } from '../../../../renderer/core/layout/mark-shape.ts';
import { outcomes } from '../../../../renderer/core/table/columns.ts';

describe('markPath', () => {
  it('has another shape for each outcome', () => {
    expect(new Set(outcomes.map((outcome) => markPath[outcome])).size).toBe(outcomes.length);
  });

  it('stays within the square that a sprite has room for', () => {
    for (const outcome of outcomes) {
      const numbers = markPath[outcome].match(/-?\d+(\.\d+)?/gu)?.map(Number) ?? [];
      expect(numbers.length).toBeGreaterThan(0);
      expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(markReach);
    }
  });
});
