import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../../renderer/messages/english.ts';
import { japanese } from '../../../renderer/messages/japanese.ts';
import { languages } from '../../../renderer/messages/language.ts';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const catalogues: Readonly<Record<(typeof languages)[number], Catalogue>> = {
  en: english,
  ja: japanese,
};

const plural = /_(?:zero|one|two|few|many|other)$/u;

/** Each message of a catalogue by its key, with its plurals under one key. */
function messagesOf(catalogue: Catalogue): ReadonlyMap<string, readonly [string, string][]> {
  const messages = new Map<string, [string, string][]>();
  for (const [room, entries] of Object.entries(catalogue)) {
    for (const [entry, text] of Object.entries(entries)) {
      const key = `${room}.${entry.replace(plural, '')}`;
      messages.set(key, [...(messages.get(key) ?? []), [entry, text]]);
    }
  }
  return messages;
}

function placeholdersIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{\{(?<name>[^,}]+)/gu)].map(([, name = '']) => name));
}

const renderer = join(import.meta.dirname, '../../../renderer');

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|svelte)$/u.test(path))
  .filter((path) => !/^(?:messages[/\\](?:en|ja)|core[/\\]words)[/\\]/u.test(path))
  .map((path) => readFileSync(join(renderer, path), 'utf8'))
  .join('\n');

describe.each(languages)('the messages in %s', (language) => {
  const messages = messagesOf(catalogues[language]);

  it('are those of the other languages', () => {
    for (const other of languages) {
      expect(new Set(messages.keys())).toEqual(new Set(messagesOf(catalogues[other]).keys()));
    }
  });

  it('are none of them empty, and have as many plurals as the language has', () => {
    const plurals = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, entries] of messages) {
      const isPlural = entries.some(([entry]) => plural.test(entry));
      if (isPlural) expect(entries, key).toHaveLength(plurals.length);
      for (const [, text] of entries) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have the placeholders that the English ones have', () => {
    const inEnglish = messagesOf(english);
    for (const [key, entries] of messages) {
      const wanted = (inEnglish.get(key) ?? []).flatMap(([, text]) => [...placeholdersIn(text)]);
      // "One file" may leave its number out.
      const found = entries.flatMap(([, text]) => [...placeholdersIn(text)]);
      expect(new Set(found), key).toEqual(new Set(wanted));
    }
  });

  it('are all used: by their key, or by their name where a template makes the key', () => {
    const unused = [...messages.keys()].filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });
});

function isUsed(key: string): boolean {
  if (sources.includes(`'${key}'`)) return true;
  return templates.some(([start, end]) => {
    const name = key.slice(start.length, key.length - end.length);
    const isMade = name !== '' && key === start + name + end;
    return isMade && new RegExp(`\\b${name}\\b`, 'u').test(sources);
  });
}

/** What stands around the value in each template that makes a key. */
const templates = Array.from(
  sources.matchAll(/(?:message(?:Pieces)?|phrase)\(\s*`(?<start>\w+\.)\$\{[^}]+\}(?<end>\w*)`/gu),
  ([, start = '', end = '']) => [start, end] as const,
);
