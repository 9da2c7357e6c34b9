import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText, wholeVisibleText } from '../../../../renderer/core/base/visible-text.ts';

describe('visibleText', () => {
  it('leaves text that can be seen as it is', () => {
    for (const text of [
      '',
      'aws-cli/2.17.32',
      '検証用ロール',
      'naïve – “x” 😀',
      'a b\u00a0c\u3000d',
    ])
      expect(visibleText(text)).toBe(text);
  });

  it('shows controls by their names', () => {
    expect(visibleText('\u001f')).toBe('⟦US⟧');
    expect(visibleText('a\0b\tc\r\n\u001b[31m\u007f')).toBe('a⟦NUL⟧b⟦TAB⟧c⟦CR⟧⟦LF⟧⟦ESC⟧[31m⟦DEL⟧');
  });

  it('shows what turns or hides text by its code', () => {
    expect(visibleText('user\u202Etxt.exe')).toBe('user⟦U+202E⟧txt.exe');
    expect(visibleText('\u2066x\u2069')).toBe('⟦U+2066⟧x⟦U+2069⟧');
    expect(visibleText('AKIA\u200BX\uFEFF')).toBe('AKIA⟦U+200B⟧X⟦U+FEFF⟧');
    expect(visibleText('\u0085\u2028\u00ad\u3164')).toBe('⟦U+0085⟧⟦U+2028⟧⟦U+00AD⟧⟦U+3164⟧');
    expect(visibleText('a\u{E0041}b\uD800')).toBe('a⟦U+E0041⟧b⟦U+D800⟧');
  });

  it('shows of a long text the beginning and the end, whole characters, and how much is left out', () => {
    const text = `${'a'.repeat(2999)}😀${'b'.repeat(100_000)}😀${'c'.repeat(899)}`;
    const shown = visibleText(text);
    expect(shown).toBe(`${'a'.repeat(2999)}⟦… 100,004 …⟧${'c'.repeat(899)}`);
    expect(visibleText('\u202E'.repeat(5000)).slice(0, 16)).toBe('⟦U+202E⟧⟦U+202E⟧');
    expect(visibleText('x'.repeat(4000))).toBe('x'.repeat(4000));
    expect(wholeVisibleText(text)).toBe(text);
  });

  it('leaves nothing hidden in any text, and shows what was shown once more unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});
