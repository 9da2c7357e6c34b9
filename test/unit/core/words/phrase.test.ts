import { afterEach, describe, expect, it } from 'vitest';
import { inEnglish, inOne, phrase } from '../../../../renderer/core/words/phrase.ts';
import { message, speak, told } from '../../../../renderer/messages/message.svelte.ts';

afterEach(() => {
  speak('en');
});

describe('phrase', () => {
  const missing = (count: number) =>
    phrase('gap.missing', { count, account: phrase('gap.noAccount'), region: '{{account}} $&' });

  it('is said in English as the window says it, with the plural of its count', () => {
    for (const count of [0, 1, 2, 1204]) {
      expect(inEnglish(missing(count))).toBe(told(missing(count)));
    }
    expect(inEnglish(missing(1204))).toBe(
      '1,204 log files are missing of no account in {{account}} $&',
    );
    expect(inEnglish(missing(1))).toContain('1 log file is missing');
  });

  it('is said in the language of the window, and so is what is set into it', () => {
    speak('ja');
    expect(told(missing(3))).toContain(message('gap.noAccount'));
    const kept = phrase('doubt.asTold', { text: { sentence: 'its bytes are not in the case' } });
    expect(told(kept)).toBe('データがケース内にありません。');
    expect(inEnglish(kept)).toBe('its bytes are not in the case');
  });

  it('joins several to one, and none to none', () => {
    const one = phrase('who.mfa');
    expect(inOne('who.both', [])).toBeUndefined();
    expect(inOne('who.both', [one])).toBe(one);
    const all = inOne('who.both', [one, phrase('who.console'), phrase('who.root')]);
    expect(all && inEnglish(all)).toBe('MFA yes, console session, root');
  });
});
