import { englishWords } from './english-words.ts';
import type { Catalogue, KeyIn, ValuesIn } from './word-key.ts';

type WordKey = KeyIn<typeof englishWords>;

/** A text of the shared ones, and what is set into it. */
export interface Phrase {
  readonly key: WordKey;
  readonly values: PhraseValues;
}

/** A sentence that is there in English only: it lies in the case, or another program told it. */
interface Sentence {
  readonly sentence: string;
}

type PhraseValue = string | number | Phrase | Sentence;
type PhraseValues = Readonly<Record<string, PhraseValue>>;

/** Something said in words of no language yet: {@link inEnglish} for exports, `told` for the window. */
export function phrase<Key extends WordKey>(
  key: Key,
  ...values: ValuesIn<typeof englishWords, Key, PhraseValue>
): Phrase {
  return { key, values: values[0] ?? {} };
}

/** Several as one, each put to those before it by the text `key`; undefined where there is none. */
export function inOne(
  key: 'doubt.both' | 'found.and' | 'found.also' | 'who.both',
  phrases: readonly Phrase[],
): Phrase | undefined {
  const [start, ...others] = phrases;
  if (start === undefined) return undefined;
  return others.reduce((first, second) => phrase(key, { first, second }), start);
}

const catalogue: Catalogue = englishWords;
const grouped = new Intl.NumberFormat('en');

/** A phrase in English, its values set in as they are; thousands are grouped where the text says so. */
export function inEnglish({ key, values }: Phrase): string {
  const [room = '', name = ''] = key.split('.');
  const texts = catalogue[room] ?? {};
  const plural = values['count'] === 1 ? 'one' : 'other';
  const text = texts[name] ?? texts[`${name}_${plural}`] ?? key;
  return text.replaceAll(/\{\{(\w+)(, number)?\}\}/gu, (_, of: string) => shown(values[of] ?? ''));
}

function shown(value: PhraseValue): string {
  if (typeof value === 'object') return 'key' in value ? inEnglish(value) : value.sentence;
  return typeof value === 'number' ? grouped.format(value) : value;
}
