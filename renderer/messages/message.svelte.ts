import i18next from 'i18next';
import type { Phrase } from '../core/words/phrase.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { languageOf, type Language, type LanguageChoice } from './language.ts';
import type { MessageKey, MessageValues } from './message-key.ts';
import { inJapanese } from './sentences.ts';

const library = i18next.createInstance({
  resources: { en: { translation: english }, ja: { translation: japanese } },
  lng: 'en',
  initAsync: false,
  returnNull: false,
  // Svelte escapes what it shows, and a value must arrive as it stands in the evidence.
  interpolation: { escapeValue: false, skipOnVariables: true },
});
void library.init();

let shown: Language = $state('en');

/** The language the window is in; what reads it in a template is shown anew when it changes. */
export function language(): Language {
  return shown;
}

/** Turns the window to a language; `system` is the first of the system's that there is. */
export function speak(choice: LanguageChoice): void {
  shown = languageOf(choice, navigator.languages);
}

/**
 * A message in the language of the window, its values set in as they are: nothing in them is taken
 * for a placeholder or for a reference to another message. `count` chooses the plural.
 */
export function message<Key extends MessageKey>(key: Key, ...values: MessageValues<Key>): string {
  const name: string = key;
  const settings: Record<string, unknown> = { ...values[0], lng: shown, nest: false };
  return library.t(name, settings);
}

/** A phrase in the language of the window; its sentences too, where they are known. */
export function told({ key, values }: Phrase): string {
  const name: string = key;
  const inWords = Object.entries(values).map(([place, value]) => {
    if (typeof value !== 'object') return [place, value] as const;
    return [place, 'key' in value ? told(value) : translated(value.sentence)] as const;
  });
  return library.t(name, { ...Object.fromEntries(inWords), lng: shown, nest: false });
}

/**
 * A sentence of another thread or program, or of the case, in the language of the window; as it
 * stands where it is not known.
 */
export function translated(sentence: string): string {
  return shown === 'en' ? sentence : (inJapanese(sentence) ?? sentence);
}

/** A piece of a message: text, or the name of what stands in its place. */
export interface MessagePiece {
  readonly text: string;
  readonly isPlaceholder: boolean;
}

/** A message in pieces, for one whose placeholders are elements: its words stay in their order. */
export function messagePieces(key: MessageKey): readonly MessagePiece[] {
  const name: string = key;
  const text = library.t(name, { lng: shown, skipInterpolation: true });
  return text
    .split(/\{\{(?<name>\w+)\}\}/u)
    .map((piece, place) => ({ text: piece, isPlaceholder: place % 2 === 1 }));
}
