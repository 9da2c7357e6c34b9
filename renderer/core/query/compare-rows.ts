import { firstSorted } from '../base/first-sorted.ts';
import type { EventTable } from '../table/event-table.ts';
import { byText, countTexts } from './count-facet.ts';
import { facetFields, type Sums } from './facets.ts';
import type { EventField } from './filter.ts';
import { sumRows } from './sum-rows.ts';

/** Values named of each kind; the counts beside them say how many there are. */
const mostValues = 15;

/** How often a value is in each of two selections. */
export interface ComparedValue {
  readonly value: string;
  readonly first: number;
  readonly second: number;
}

/** Some values, the most telling first. */
export interface ComparedValues {
  readonly values: readonly ComparedValue[];
  /** How many there are, of which `values` has the first. */
  readonly distinct: number;
}

/** What two selections have of one field. */
export interface ComparedField {
  readonly field: EventField;
  readonly onlyFirst: ComparedValues;
  readonly onlySecond: ComparedValues;
  /** In both, and not as often; the greatest difference first. */
  readonly changed: ComparedValues;
  /** How many values are in both, and equally often. */
  readonly same: number;
}

/** Two selections side by side. */
export interface Comparison {
  readonly first: Sums;
  readonly second: Sums;
  readonly fields: readonly ComparedField[];
}

/**
 * What is only in one of two selections in time order, and what changed in count. What is not in
 * the record is no value. A pass over both for each field, and a look at each different text.
 */
export function compareRows(
  table: EventTable,
  first: Uint32Array,
  second: Uint32Array,
): Comparison {
  return {
    first: sumRows(table, first),
    second: sumRows(table, second),
    fields: facetFields.map((field) => compareField(table, first, second, field)),
  };
}

function compareField(
  table: EventTable,
  first: Uint32Array,
  second: Uint32Array,
  field: EventField,
): ComparedField {
  const inSecond = countsOf(table, second, field);
  const all: ComparedValue[] = Array.from(countsOf(table, first, field), ([value, count]) => ({
    value,
    first: count,
    second: inSecond.get(value) ?? 0,
  }));
  const known = new Set(all.map(({ value }) => value));
  for (const [value, count] of inSecond) {
    if (!known.has(value)) all.push({ value, first: 0, second: count });
  }
  return {
    field,
    onlyFirst: most(all.filter((one) => one.second === 0)),
    onlySecond: most(all.filter((one) => one.first === 0)),
    changed: most(
      all.filter((one) => one.first !== one.second && one.first !== 0 && one.second !== 0),
    ),
    same: all.filter((one) => one.first === one.second).length,
  };
}

function countsOf(table: EventTable, rows: Uint32Array, field: EventField): Map<string, number> {
  const { texts, counts } = countTexts(table, rows, field);
  const found = new Map<string, number>();
  texts.forEach((text, place) => {
    const count = counts[place] ?? 0;
    if (text !== '' && count > 0) found.set(text, count);
  });
  return found;
}

function most(values: readonly ComparedValue[]): ComparedValues {
  const difference = (one: ComparedValue) => Math.abs(one.first - one.second);
  return {
    values: firstSorted(values, mostValues, (a, b) => {
      return difference(b) - difference(a) || byText(a.value, b.value);
    }),
    distinct: values.length,
  };
}
