import type { EventRef } from '../base/units.ts';
import type { EventTable } from '../table/event-table.ts';
import { noAddedColumns, type AddedColumns } from './added-columns.ts';
import { compileFilter, type CompiledFilter } from './compile-filter.ts';
import {
  countAdded,
  countTexts,
  type FacetChoice,
  facetOf,
  type TextCounts,
} from './count-facet.ts';
import type { Facet } from './facets.ts';
import {
  type AddedField,
  type EventField,
  isAdded,
  type Filter,
  type FilterField,
  type Sort,
} from './filter.ts';
import type { FoundRecords } from './found-records.ts';
import { firstPlace } from './rows-between.ts';
import { selectRows } from './select-rows.ts';
import { sortRows } from './sort-rows.ts';
import { TextIndex } from './text-index.ts';

/** How many selections are kept: each is 4 bytes an event. */
const keptSelections = 6;

/**
 * What filters select of one table. The last few selections are kept, since page, facets, lanes
 * and marks of one view all ask for the same.
 */
export class Selections {
  readonly #table: EventTable;
  /** Of the table's texts. */
  readonly index: TextIndex;
  readonly #rows = new Map<string, Uint32Array>();
  #added: AddedColumns;
  #found: FoundRecords = new Map();
  /** What was counted among the rows that are kept: all of a case's are counted for most filters. */
  #counts = new WeakMap<Uint32Array, Map<FilterField, TextCounts>>();
  #sorted: { readonly key: string; readonly rows: Uint32Array } | undefined;

  constructor(table: EventTable) {
    this.#table = table;
    this.index = new TextIndex(table);
    this.#added = noAddedColumns(table.rows);
  }

  /** Other values are known of the events from now on. */
  setAdded(added: AddedColumns): void {
    this.#added = added;
    this.#forget();
  }

  /** More, or less, was found in whole records. */
  setFound(found: FoundRecords): void {
    this.#found = found;
    this.#forget();
  }

  /** The selected rows in time order. Not to be changed. */
  rows(filter: Filter): Uint32Array {
    const key = keyOf(filter);
    const rows = this.#rows.get(key) ?? selectRows(this.#table, this.#compiled(filter));
    this.#rows.delete(key);
    this.#rows.set(key, rows);
    const [oldest] = this.#rows.keys();
    if (oldest !== undefined && this.#rows.size > keptSelections) this.#rows.delete(oldest);
    return rows;
  }

  /** The selected rows in this order. Not to be changed. */
  sorted(filter: Filter, sort: Sort): Uint32Array {
    if (sort.column === 'time' && !sort.descending) return this.rows(filter);
    const key = `${sort.column} ${sort.descending ? 'down' : 'up'} ${keyOf(filter)}`;
    if (this.#sorted?.key !== key) {
      this.#sorted = {
        key,
        rows: sortRows(this.#table, this.rows(filter), sort, this.index),
      };
    }
    return this.#sorted.rows;
  }

  /** The event's place in the sorted selection; undefined where the filter leaves it out. */
  place(filter: Filter, sort: Sort, ref: EventRef): number | undefined {
    const row = this.#table.rowOfRef[ref];
    const rows = this.rows(filter);
    const place = firstPlace(rows.length, (at) => (rows[at] ?? 0) >= (row ?? 0));
    if (row === undefined || rows[place] !== row) return undefined;
    if (sort.column !== 'time') return this.sorted(filter, sort).indexOf(row);
    return sort.descending ? rows.length - 1 - place : place;
  }

  /** The field's values, counted over the filter without the field's own terms. */
  facet(filter: Filter, field: FilterField, choice: FacetChoice): Facet {
    const terms = filter.terms.filter((term) => term.field !== field);
    if (field === 'record' || field === 'eventId') return { field, values: [], distinct: 0 };
    const counts = this.#countsOf(this.rows({ ...filter, terms }), field);
    // Files that were not checked are worth counting; events without a mark are all the others.
    const presentOnly = isAdded(field) && field !== 'integrity';
    return facetOf(field, counts, presentOnly ? { ...choice, presentOnly } : choice);
  }

  #countsOf(rows: Uint32Array, field: EventField | AddedField): TextCounts {
    const known = this.#counts.get(rows) ?? new Map<FilterField, TextCounts>();
    this.#counts.set(rows, known);
    const counts =
      known.get(field) ??
      (isAdded(field)
        ? countAdded(this.#added[field], rows)
        : countTexts(this.#table, rows, field));
    known.set(field, counts);
    return counts;
  }

  #compiled(filter: Filter): CompiledFilter {
    const [table, index, added, found] = [this.#table, this.index, this.#added, this.#found];
    return compileFilter({ table, index, added, found }, filter);
  }

  #forget(): void {
    this.#rows.clear();
    this.#counts = new WeakMap();
    this.#sorted = undefined;
  }
}

/** The same text for filters that say the same, however their objects were made. */
function keyOf({ scope, span, terms, text }: Filter): string {
  return JSON.stringify([
    scope,
    span?.start,
    span?.end,
    terms.map(({ field, value, exclude }) => [field, value, exclude]),
    text,
  ]);
}
