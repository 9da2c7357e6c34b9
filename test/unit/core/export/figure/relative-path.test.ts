import { describe, expect, it } from 'vitest';
import { relativePath } from '../../../../../renderer/core/export/figure/relative-path.ts';
import { markPath } from '../../../../../renderer/core/layout/mark-shape.ts';

describe('relativePath', () => {
  it('draws the same outline from where the pen stands', () => {
    expect(relativePath(markPath.write, 1)).toBe('m-3.25 -3.25l6.5 0l0 6.5l-6.5 0z');
    expect(relativePath(markPath.denied, 2)).toBe('m0 -9.5l9.5 9.5l-9.5 9.5l-9.5 -9.5z');
    expect(relativePath(markPath.read, 2)).toBe('m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z');
  });

  it('goes back to the start of an outline when it is closed', () => {
    expect(relativePath('M1 1H3V3ZM5 5L6 7', 1)).toBe('m1 1l2 0l0 2zm4 4l1 2');
  });
});
