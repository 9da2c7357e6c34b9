import { holdsLines, type TextColumn } from '../table/columns.ts';
import { addressBlock } from './address-block.ts';
import type { Term, TextFilterField } from './filter.ts';
import type { TextIndex } from './text-index.ts';
import { matchesWildcard, parseValuePattern } from './value-pattern.ts';

/** Which texts of a column pass: `allowed[id]` is 1 or 0. */
export interface AllowedIds {
  readonly column: TextColumn;
  readonly allowed: Uint8Array;
}

/**
 * Which texts of a field pass all its terms: one of those that include, where there are any, and
 * none of those that exclude. Costs one look at each different text, whatever the number of events.
 */
export function allowedIds(
  texts: readonly string[],
  field: TextFilterField,
  terms: readonly Term[],
  index: TextIndex,
): AllowedIds {
  const included = matcherOf(
    field,
    terms.filter((term) => !term.exclude),
    index,
  );
  const excluded = matcherOf(
    field,
    terms.filter((term) => term.exclude),
    index,
  );
  const allowed = Uint8Array.from(texts, (text, id) =>
    (!included || included(text, id)) && !excluded?.(text, id) ? 1 : 0,
  );
  return { column: field, allowed };
}

/** Which texts of a column have this word, given in lower case, in them; undefined: none has. */
export function idsWithWord(
  column: TextColumn,
  word: string,
  index: TextIndex,
): AllowedIds | undefined {
  const allowed = Uint8Array.from(index.lowered(column), (text) => (text.includes(word) ? 1 : 0));
  return allowed.includes(1) ? { column, allowed } : undefined;
}

/** `lowered` is the text in lower case. */
type Test = (text: string, lowered: string) => boolean;

/** Whether any of the terms means this text; undefined where there are no terms. */
function matcherOf(
  field: TextFilterField,
  terms: readonly Term[],
  index: TextIndex,
): ((text: string, id: number) => boolean) | undefined {
  if (terms.length === 0) return undefined;
  const exact = new Set<string>();
  const tests: Test[] = [];
  for (const { value } of terms) {
    const pattern = parseValuePattern(value);
    if (pattern.kind === 'exact') exact.add(pattern.text);
    else tests.push((_, lowered) => matchesWildcard(pattern.parts, lowered));
    const block = field === 'sourceIp' ? addressBlock(value) : undefined;
    if (block) tests.push(block);
  }
  const lowered = tests.length > 0 ? index.lowered(field) : [];
  const matches = (text: string, lower: string): boolean =>
    exact.has(text) || tests.some((test) => test(text, lower));
  if (!holdsLines(field)) return (text, id) => matches(text, lowered[id] ?? '');
  return (text, id) =>
    matches(text, lowered[id] ?? '') ||
    (text.includes('\n') && text.split('\n').some((line) => matches(line, line.toLowerCase())));
}
