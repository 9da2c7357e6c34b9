import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsOf,
  cutText,
  cutTexts,
  shortenMiddle,
} from '../../../../renderer/core/export/cut-text.ts';

describe('cutText', () => {
  it('leaves short texts whole, and says of long ones how long they are', () => {
    expect(cutText('12345', 5)).toBe('12345');
    expect(cutText('A'.repeat(1_048_576), 5)).toBe('AAAAA… [cut: 1,048,576 characters in all]');
  });

  it('leaves no half of a character', () => {
    expect(cutText('ab😀cd', 3)).toBe('ab… [cut: 6 characters in all]');
  });
});

describe('cutTexts', () => {
  it('cuts each line for itself', () => {
    expect(cutTexts('aaaa\nbb\ncccc', 3)).toBe(
      'aaa… [cut: 4 characters in all]\nbb\nccc… [cut: 4 characters in all]',
    );
    expect(cutTexts('a\nb', 3)).toBe('a\nb');
  });

  it('says how many lines there are where it leaves some out', () => {
    const lines = cutTexts(Array.from({ length: 5000 }, () => 'x').join('\n'), 10).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… [cut: 5,000 in all]');
  });
});

describe('shortenMiddle', () => {
  it('keeps the beginning and the end', () => {
    expect(shortenMiddle('203.0.113.7', 11)).toBe('203.0.113.7');
    expect(shortenMiddle('app/my-load-balancer/50dc6c495c0c9188', 16)).toBe('app/my-l…c0c9188');
  });

  it('counts wide characters twice', () => {
    expect(columnsOf('検証 role')).toBe(9);
    expect(shortenMiddle('検証用ロール負荷分散', 9)).toBe('検証…分散');
  });

  it('never takes more columns than there are, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 3, max: 40 }),
        (text, columns) => {
          const short = shortenMiddle(text, columns);
          expect(columnsOf(short)).toBeLessThanOrEqual(columns);
          if (columnsOf(text) <= columns) expect(short).toBe(text);
        },
      ),
    );
  });
});
