import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../renderer/messages/english.ts';
import { japanese } from '../../../../renderer/messages/japanese.ts';
import { chapters } from '../../../../renderer/views/guide/chapters.ts';

const guide = join(import.meta.dirname, '../../../../renderer/views/guide');

/** The texts in bold of a language's chapters: what they name of the window. */
function namedIn(language: string): readonly string[] {
  return readdirSync(join(guide, language)).flatMap((file) => {
    const markup = readFileSync(join(guide, language, file), 'utf8');
    return [...markup.matchAll(/<b\s*>(?<name>[^<]+)<\/b/gu)].map(([, name = '']) => name.trim());
  });
}

describe('the guide', () => {
  it.each([
    ['en', english],
    ['ja', japanese],
  ] as const)('names in %s only what the window calls so', (language, catalogue) => {
    const texts = Object.values(catalogue).flatMap((room) => Object.values<string>(room));
    const names = namedIn(language);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names)
      expect(
        texts.some((text) => text.includes(name)),
        name,
      ).toBe(true);
  });

  it('has the same chapters in every language', () => {
    expect(chapters.ja).toHaveLength(chapters.en.length);
    expect(readdirSync(join(guide, 'ja'))).toEqual(readdirSync(join(guide, 'en')));
    expect(namedIn('ja')).toHaveLength(namedIn('en').length);
  });
});
