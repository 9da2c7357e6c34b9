import type { EpochMs, EventRef, Row, Span } from '../base/units.ts';
import { conflictingRows } from '../table/conflicting-rows.ts';
import type { EventTable } from '../table/event-table.ts';
import type { AddedColumn, AddedColumns } from './added-columns.ts';
import { everything, type Filter, type FilterField } from './filter.ts';
import { exactValue } from './value-pattern.ts';

/** Something that the investigator put a star, tags or a note to. */
export interface Marked {
  readonly what:
    | { readonly kind: 'event'; readonly ref: EventRef }
    | { readonly kind: 'entity'; readonly field: FilterField; readonly value: string }
    | { readonly kind: 'span'; readonly span: Span<EpochMs> };
  readonly starred: boolean;
  /** Empty where there is none. */
  readonly note: string;
  readonly tags: readonly string[];
}

type MarkField = 'is' | 'has' | 'tag';
interface Mark {
  readonly field: MarkField;
  readonly value: string;
}

/**
 * What filters can ask of the investigator's work, and whether another record has an event's id and
 * other content. A star and a note are of the event that they
 * were put to; a tag says what something is, and so is also that of the events of a tagged entity,
 * and of those in a tagged span of time. `rowsOf` selects by a filter. A pass over the events tagged.
 */
export function markColumns(
  table: Pick<EventTable, 'rows' | 'rowOfRef' | 'flags' | 'eventId'>,
  marked: readonly Marked[],
  rowsOf: (filter: Filter) => Uint32Array,
): Pick<AddedColumns, MarkField> {
  const { rows, rowOfRef } = table;
  const sets = new MarkSets();
  const ids = new Uint32Array(rows);
  sets.put(ids, conflictingRows(table), [{ field: 'is', value: 'conflicting' }]);
  for (const { what, starred, note, tags } of marked) {
    const isEvent = what.kind === 'event';
    const marks: readonly Mark[] = [
      ...(isEvent && starred ? [{ field: 'is', value: 'starred' } as const] : []),
      ...(isEvent && note !== '' ? [{ field: 'has', value: 'note' } as const] : []),
      ...(tags.length > 0 ? [{ field: 'has', value: 'tag' } as const] : []),
      ...tags.map((value) => ({ field: 'tag', value }) as const),
    ];
    if (marks.length > 0) sets.put(ids, rowsAt(what, rowOfRef, rowsOf), marks);
  }
  return { is: sets.column(ids, 'is'), has: sets.column(ids, 'has'), tag: sets.column(ids, 'tag') };
}

function rowsAt(
  what: Marked['what'],
  rowOfRef: Uint32Array,
  rowsOf: (filter: Filter) => Uint32Array,
): Iterable<Row> {
  switch (what.kind) {
    case 'event': {
      const row = rowOfRef[what.ref];
      return row === undefined ? [] : [row];
    }
    case 'entity': {
      const { field, value } = what;
      return rowsOf({
        ...everything,
        terms: [{ field, value: exactValue(value), exclude: false }],
      });
    }
    case 'span':
      return rowsOf({ ...everything, span: what.span });
  }
}

/** The different sets of marks that events have, numbered from 0, which is none. */
class MarkSets {
  readonly #sets: (readonly Mark[])[] = [[]];
  readonly #numbers = new Map<string, number>([['', 0]]);

  /** Adds marks to the sets of these rows. */
  put(ids: Uint32Array, rows: Iterable<Row>, marks: readonly Mark[]): void {
    const after = new Map<number, number>();
    for (const row of rows) {
      const before = ids[row] ?? 0;
      const known = after.get(before);
      const next = known ?? this.#with(before, marks);
      if (known === undefined) after.set(before, next);
      ids[row] = next;
    }
  }

  column(ids: Uint32Array, field: MarkField): AddedColumn {
    const valuesIn = (set: readonly Mark[]): readonly string[] =>
      set.filter((mark) => mark.field === field).map(({ value }) => value);
    return { ids, texts: this.#sets.map((set) => valuesIn(set).join('\n')) };
  }

  #with(number: number, marks: readonly Mark[]): number {
    const named = new Map(
      [...(this.#sets[number] ?? []), ...marks].map((mark) => [
        `${mark.field} ${mark.value}`,
        mark,
      ]),
    );
    const names = [...named.keys()].sort();
    const name = names.join('\n');
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#sets.length);
    return this.#sets.push(names.flatMap((one) => named.get(one) ?? [])) - 1;
  }
}
