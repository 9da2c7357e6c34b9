import { japaneseSentences } from './ja/sentences.ts';

/** An English sentence with its values as `{{name}}`, taken apart. */
interface Template {
  /** What stands before, between and behind the values. */
  readonly parts: readonly string[];
  readonly names: readonly string[];
  readonly japanese: string;
}

/**
 * The Japanese of a sentence that was made in English elsewhere; undefined where it is not known.
 * Values are set in as they are, but for those that are such sentences themselves. Linear in the
 * sentence's length for each known one.
 */
export function inJapanese(sentence: string): string | undefined {
  return inTwo(sentence) ?? inOne(sentence);
}

/** What happened, and behind it what to do about it, which may be up to three sentences. */
function inTwo(text: string): string | undefined {
  let at = text.length;
  for (let sentences = 0; sentences < 3; sentences++) {
    at = text.lastIndexOf('. ', at - 1);
    if (at < 1) return undefined;
    const [reason, wayOut] = [inOne(text.slice(0, at + 1)), inOne(text.slice(at + 2))];
    if (reason !== undefined && wayOut !== undefined) return reason + wayOut;
  }
  return undefined;
}

function inOne(sentence: string): string | undefined {
  for (const template of templates) {
    const values = valuesIn(template, sentence);
    if (values === undefined) continue;
    return template.japanese.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const value = values.get(name) ?? '';
      // The whole sentence again would have no end.
      return value === sentence ? value : (inJapanese(value) ?? value);
    });
  }
  return undefined;
}

const templates: readonly Template[] = Object.entries(japaneseSentences).map(
  ([english, japanese]) => {
    const pieces = english.split(/\{\{(\w+)\}\}/u);
    const parts = pieces.filter((_, place) => place % 2 === 0);
    return { parts, names: pieces.filter((_, place) => place % 2 === 1), japanese };
  },
);

/** The values by which a template becomes the sentence, each as short as it can be. */
function valuesIn(
  { parts, names }: Template,
  sentence: string,
): ReadonlyMap<string, string> | undefined {
  const [first = '', ...others] = parts;
  if (!sentence.startsWith(first)) return undefined;
  const values = new Map<string, string>();
  let at = first.length;
  for (const [place, part] of others.entries()) {
    const isLast = place === others.length - 1;
    const found = isLast ? sentence.length - part.length : sentence.indexOf(part, at);
    if (found < at || !sentence.startsWith(part, found)) return undefined;
    values.set(names[place] ?? '', sentence.slice(at, found));
    at = found + part.length;
  }
  return at === sentence.length ? values : undefined;
}
