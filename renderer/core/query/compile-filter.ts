import type { Row, Span } from '../base/units.ts';
import { type accesses, flag, outcomes, outcomeOf, textColumns } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import { isGuid } from '../table/guid.ts';
import type { AddedColumns } from './added-columns.ts';
import { allowedIds, idsWithWord, type AllowedIds } from './allowed-ids.ts';
import { allowedByEventId, withEventId } from './allowed-by-event-id.ts';
import { allowedByFound, type FoundRecords } from './found-records.ts';
import { isAdded, type Filter, type FilterField, type Term } from './filter.ts';
import { rowsBetween } from './rows-between.ts';
import { addedColumn, type TextIndex } from './text-index.ts';

/** The bits of `flags` that a filter can ask about; they index `CompiledFilter.flags`. */
export const filterFlagsMask = (flag.elb << 1) - 1;

/** A filter turned into tables to look up, so that asking a row costs one access per condition. */
export interface CompiledFilter {
  /** The events in the filter's span of time. */
  readonly rows: Span<Row>;
  /** `flags[eventFlags & filterFlagsMask]` is 1 where the event passes; undefined: every one does. */
  readonly flags: Uint8Array | undefined;
  /** All of these must pass; the least likely first. */
  readonly columns: readonly AllowedIds[];
  /** For each word of the free text one or more of its columns must pass; the likeliest first. */
  readonly words: readonly (readonly AllowedIds[])[];
}

/** What a filter is asked of. */
export interface FilterSubject {
  readonly table: EventTable;
  readonly index: TextIndex;
  readonly added: AddedColumns;
  readonly found: FoundRecords;
}

/** Works out which texts and flags pass a filter. Costs a look at each text of the columns named. */
export function compileFilter(subject: FilterSubject, filter: Filter): CompiledFilter {
  const { table, index, added, found } = subject;
  const termsOf = (field: FilterField): readonly Term[] =>
    filter.terms.filter((term) => term.field === field);
  const allowedBy = (field: FilterField): readonly AllowedIds[] => {
    if (field === 'outcome' || field === 'access') return [];
    if (field === 'eventId') return [allowedByEventId(table, termsOf(field))];
    if (field === 'record') return [allowedByFound(table, found, termsOf(field))];
    const column = isAdded(field) ? addedColumn(added[field]) : index.column(field);
    return [allowedIds(column, field, termsOf(field))];
  };
  const columns = [...new Set(filter.terms.map((term) => term.field))]
    .flatMap(allowedBy)
    .filter(({ allowed }) => allowed.includes(0));
  return {
    rows: filter.span ? rowsBetween(table.time, filter.span) : { start: 0, end: table.rows },
    flags: allowedFlags(filter.scope, termsOf('outcome'), termsOf('access')),
    columns: byShare(columns),
    words: wordsOf(filter.text).map((word) =>
      byShare([
        ...textColumns.flatMap((column) => idsWithWord(index.column(column), word) ?? []),
        ...(isGuid(word) ? [withEventId(table, word)] : []),
      ]).toReversed(),
    ),
  };
}

/** The words of a free text, each once, in lower case; what double quotes keep together is one. */
export function wordsOf(text: string): readonly string[] {
  const found = text.toLowerCase().matchAll(/"([^"]*)"?|\S+/gu);
  const words = new Set(Array.from(found, ([word, quoted]) => quoted ?? word));
  words.delete('');
  return [...words];
}

/** The fewest first. Shares are counted once a column: a dictionary may have a hundred thousand texts. */
function byShare(columns: readonly AllowedIds[]): readonly AllowedIds[] {
  const shares = new Map(columns.map((column) => [column, allowedShare(column)]));
  return columns.toSorted((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0));
}

/** Share of the texts that pass: a guess at the share of the events. */
function allowedShare({ allowed }: AllowedIds): number {
  let count = 0;
  const { length } = allowed;
  for (let id = 0; id < length; id++) count += allowed[id] ?? 0;
  return count / length;
}

function allowedFlags(
  scope: Filter['scope'],
  outcomeTerms: readonly Term[],
  accessTerms: readonly Term[],
): Uint8Array | undefined {
  if (scope === 'all' && outcomeTerms.length === 0 && accessTerms.length === 0) return undefined;
  return Uint8Array.from({ length: filterFlagsMask + 1 }, (_, flags) => {
    const inScope = scope === 'all' || (flags & flag.elb) !== 0;
    const passes =
      inScope &&
      passesTerms(outcomeTerms, outcomes[outcomeOf(flags)]) &&
      passesTerms(accessTerms, accessOf(flags));
    return passes ? 1 : 0;
  });
}

/** Whether a call changes nothing, as the flags say. */
export function accessOf(flags: number): (typeof accesses)[number] {
  return (flags & flag.readOnly) !== 0 ? 'read' : 'write';
}

function passesTerms(terms: readonly Term[], value: string): boolean {
  const included = terms.filter((term) => !term.exclude);
  const excluded = terms.filter((term) => term.exclude);
  return (
    (included.length === 0 || included.some((term) => term.value === value)) &&
    !excluded.some((term) => term.value === value)
  );
}
