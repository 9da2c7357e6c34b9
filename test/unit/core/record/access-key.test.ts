import { describe, expect, it } from 'vitest';
import { keyClass } from '../../../../renderer/core/record/access-key.ts';

describe('keyClass', () => {
  it.each([
    ['AKIAIOSFODNN7EXAMPLE', 'long-term'],
    ['ASIAIOSFODNN7EXAMPLE', 'temporary'],
    ['', 'unknown'],
    ['akia', 'unknown'],
  ])('takes %s for %s', (key, kind) => {
    expect(keyClass(key)).toBe(kind);
  });
});
