import { firstSorted } from '../base/first-sorted.ts';
import { accesses, holdsLines, outcomes } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { AddedColumn } from './added-columns.ts';
import { accessOf, filterFlagsMask } from './compile-filter.ts';
import { countIds } from './count-ids.ts';
import type { Facet } from './facets.ts';
import type { EventField, FilterField } from './filter.ts';
import { outcomeByFlags, outcomeMask } from './outcome-by-flags.ts';

/** Which values of a facet are wanted. */
export interface FacetChoice {
  readonly limit: number;
  /** Only values that have this text in them, whatever the case of letters. */
  readonly containing: string;
  /** Leaves out the empty text, which is no value. */
  readonly presentOnly?: boolean;
}

/**
 * The values of a field among these rows, by count and then by text. An event of several load
 * balancers or target groups counts for each of them. One pass over the rows, and a look at each different text.
 */
export function countFacet<F extends EventField>(
  table: EventTable,
  rows: Uint32Array,
  field: F,
  choice: FacetChoice,
): Facet<F> {
  return facetOf(field, countTexts(table, rows, field), choice);
}

/** As {@link countTexts}, of a field that is in no record. */
export function countAdded({ ids, texts }: AddedColumn, rows: Uint32Array): TextCounts {
  const isEmpty = texts.every((text) => text === '');
  return isEmpty ? noCounts : countLines(texts, countIds(ids, rows, texts.length));
}

/** The values of a field that has been counted. A look at each different text. */
export function facetOf<F extends FilterField>(
  field: F,
  { texts, counts }: TextCounts,
  choice: FacetChoice,
): Facet<F> {
  const word = choice.containing.toLowerCase();
  const found: number[] = [];
  for (let id = 0; id < texts.length; id++) {
    const text = texts[id] ?? '';
    if ((counts[id] ?? 0) === 0 || (choice.presentOnly && text === '')) continue;
    if (word === '' || text.toLowerCase().includes(word)) found.push(id);
  }
  const first = firstSorted(found, choice.limit, (a, b) => {
    const difference = (counts[b] ?? 0) - (counts[a] ?? 0);
    return difference === 0 ? byText(texts[a] ?? '', texts[b] ?? '') : difference;
  });
  return {
    field,
    values: first.map((id) => ({ value: texts[id] ?? '', count: counts[id] ?? 0 })),
    distinct: found.length,
  };
}

/** In the order of code units, which is the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `counts[place]` events have `texts[place]`. Each text stands once. */
export interface TextCounts {
  readonly texts: readonly string[];
  readonly counts: ArrayLike<number>;
}

const noCounts: TextCounts = { texts: [], counts: [] };

/** How often each value of a field is among these rows; each of several lines counts. */
export function countTexts(table: EventTable, rows: Uint32Array, field: EventField): TextCounts {
  if (field === 'outcome') {
    return countFlags(table, rows, outcomes, (flags) => outcomeByFlags[flags & outcomeMask] ?? 0);
  }
  if (field === 'access') {
    return countFlags(table, rows, accesses, (flags) => accesses.indexOf(accessOf(flags)));
  }
  const { texts } = table.dictionaries[field];
  const counts = countIds(table.text[field], rows, texts.length);
  return holdsLines(field) ? countLines(texts, counts) : { texts, counts };
}

function countFlags(
  table: EventTable,
  rows: Uint32Array,
  texts: readonly string[],
  placeOf: (flags: number) => number,
): TextCounts {
  const byFlags = new Uint32Array(filterFlagsMask + 1);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const flags = (table.flags[rows[place] ?? 0] ?? 0) & filterFlagsMask;
    byFlags[flags] = (byFlags[flags] ?? 0) + 1;
  }
  const counts = new Uint32Array(texts.length);
  for (const [flags, count] of byFlags.entries()) {
    const place = placeOf(flags);
    counts[place] = (counts[place] ?? 0) + count;
  }
  return { texts, counts };
}

/** Texts of several lines count for each of their lines instead. */
function countLines(texts: readonly string[], counts: Uint32Array): TextCounts {
  const countOf = new Map<string, number>();
  for (const [id, text] of texts.entries()) {
    const count = counts[id] ?? 0;
    if (count === 0) continue;
    for (const line of new Set(text.split('\n')))
      countOf.set(line, (countOf.get(line) ?? 0) + count);
  }
  return { texts: [...countOf.keys()], counts: [...countOf.values()] };
}
