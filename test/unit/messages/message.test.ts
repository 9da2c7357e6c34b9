import { afterEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../../renderer/messages/language.ts';
import { language, message, speak } from '../../../renderer/messages/message.svelte.ts';

afterEach(() => {
  speak('en');
});

describe('message', () => {
  it('is in the language that was chosen', () => {
    expect(message('window.newCase')).toBe('New case');
    speak('ja');
    expect(language()).toBe('ja');
    expect(message('window.newCase')).toBe('新しいケース');
  });

  it('groups numbers as the language does', () => {
    expect(message('window.findingsCount', { count: 1_204_331 })).toBe('Findings 1,204,331');
  });

  it.each([
    '<b>a</b> & "b"',
    '{{name}} {{count, number}}',
    '$t(window.newCase) $t(window.caseFailed, {"name": "x"})',
    '$& $1 $`',
    '__proto__',
    '\u202eevil',
  ])('sets %j in as it stands', (name) => {
    expect(message('window.caseOpening', { name })).toBe(`Opening ${name}…`);
  });
});

describe('languageOf', () => {
  it.each([
    ['system', ['ja-JP', 'en'], 'ja'],
    ['system', ['de-DE', 'ja', 'en-US'], 'ja'],
    ['system', ['en-GB', 'ja'], 'en'],
    ['system', ['de-DE'], 'en'],
    ['system', [], 'en'],
    ['ja', ['en-US'], 'ja'],
  ] as const)('takes %s on a system of %j for %s', (choice, systems, expected) => {
    expect(languageOf(choice, systems)).toBe(expected);
  });
});
