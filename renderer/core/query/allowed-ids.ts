import { addressBlock } from './address-block.ts';
import { hasSeveral, type FilterField, type Term } from './filter.ts';
import { matchesWildcard, parseValuePattern } from './value-pattern.ts';

/** Which events pass: those whose `allowed[ids[row]]` is 1 and not 0. */
export interface AllowedIds {
  readonly ids: Uint32Array;
  readonly allowed: Uint8Array;
}

/** The values of a field: an event's is `texts[ids[row]]`. */
export interface FieldColumn {
  readonly ids: Uint32Array;
  readonly texts: readonly string[];
  /** The texts in lower case, by id. */
  readonly lowered: () => readonly string[];
}

/**
 * Which texts of a field pass all its terms: one of those that include, where there are any, and
 * none of those that exclude. Costs one look at each different text, whatever the number of events.
 */
export function allowedIds(
  column: FieldColumn,
  field: FilterField,
  terms: readonly Term[],
): AllowedIds {
  const included = matcherOf(
    column,
    field,
    terms.filter((term) => !term.exclude),
  );
  const excluded = matcherOf(
    column,
    field,
    terms.filter((term) => term.exclude),
  );
  const allowed = Uint8Array.from(column.texts, (text, id) =>
    (!included || included(text, id)) && !excluded?.(text, id) ? 1 : 0,
  );
  return { ids: column.ids, allowed };
}

/** Which events have this word, given in lower case, in this field; undefined: none has. */
export function idsWithWord({ ids, lowered }: FieldColumn, word: string): AllowedIds | undefined {
  const allowed = Uint8Array.from(lowered(), (text) => (text.includes(word) ? 1 : 0));
  return allowed.includes(1) ? { ids, allowed } : undefined;
}

/** `lowered` is the text in lower case. */
type Test = (text: string, lowered: string) => boolean;

/** Whether any of the terms means this text; undefined where there are no terms. */
function matcherOf(
  column: FieldColumn,
  field: FilterField,
  terms: readonly Term[],
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
  const lowered = tests.length > 0 ? column.lowered() : [];
  const matches = (text: string, lower: string): boolean =>
    exact.has(text) || tests.some((test) => test(text, lower));
  if (!hasSeveral(field)) return (text, id) => matches(text, lowered[id] ?? '');
  return (text, id) =>
    matches(text, lowered[id] ?? '') ||
    (text.includes('\n') && text.split('\n').some((line) => matches(line, line.toLowerCase())));
}
