import { describe, expect, it } from 'vitest';
import { keyClass } from '../../../../renderer/core/record/access-key.ts';

describe('keyClass', () => {
  it.each([
    ['AKIAIOSFODNN7EXAMPLE', 'long-term'],
    ['ASIAIOSFODNN7EXAMPLE', 'temporary'],
    ['ABIAIOSFODNN7EXAMPLE', 'other'],
    ['AKIATFQR7NSC8Q4X20BJ', 'long-term'],
    ['', 'none'],
    ['akiaiosfodnn7example', 'none'],
    ['AKIA', 'none'],
    ['YOUR_ACCESS_KEY_ID', 'none'],
    ['AAAAAAAAAAAAAAAAAAAA', 'none'],
    ['AKIAXXXXXXXXXXXXXXXX', 'none'],
    ['AKIAIOSFODNN7EXAMPLE\n', 'none'],
  ])('takes %s for %s', (key, kind) => {
    expect(keyClass(key)).toBe(kind);
  });
});
