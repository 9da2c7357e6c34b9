import type { EpochMs, Span } from '../../core/base/units.ts';
import { allTime, type Filter, type FilterField, type Term } from '../../core/query/filter.ts';
import { exactValue } from '../../core/query/value-pattern.ts';

/** The same condition, whichever way round it works. */
function sameSubject(one: Term, other: Term): boolean {
  return one.field === other.field && one.value === other.value;
}

/** The filter with a term; one on the same value is replaced, so that a value never stands twice. */
export function withTerm(filter: Filter, term: Term): Filter {
  const others = filter.terms.filter((one) => !sameSubject(one, term));
  return { ...filter, terms: [...others, term] };
}

export function withoutTerm(filter: Filter, term: Term): Filter {
  return { ...filter, terms: filter.terms.filter((one) => !sameSubject(one, term)) };
}

/** The filter with this term turned round: what was included is left out, and the reverse. */
export function withTurnedTerm(filter: Filter, term: Term): Filter {
  const terms = filter.terms.map((one) =>
    sameSubject(one, term) ? { ...one, exclude: !one.exclude } : one,
  );
  return { ...filter, terms };
}

export function withSpan(filter: Filter, span: Span<EpochMs> | undefined): Filter {
  return { ...filter, span };
}

/**
 * A span with the ends that another one has in place of its own; that one alone where nothing would
 * be between them. An end that is open is none.
 */
export function narrowedSpan(
  span: Span<EpochMs> | undefined,
  by: Span<EpochMs> | undefined,
): Span<EpochMs> | undefined {
  if (span === undefined || by === undefined) return by ?? span;
  const start = by.start > allTime.start ? by.start : span.start;
  const end = by.end < allTime.end ? by.end : span.end;
  return start < end ? { start, end } : by;
}

/** The condition on exactly this value of the evidence, whatever stars are in it. */
export function exactTerm(field: FilterField, value: string, exclude: boolean): Term {
  return { field, value: field === 'record' ? value : exactValue(value), exclude };
}

/** All that these entities of one field did, over the whole case and all services. */
export function pivotTo(field: FilterField, values: readonly string[]): Filter {
  const terms = values.map((value) => exactTerm(field, value, false));
  return { scope: 'all', span: undefined, terms, text: '' };
}

/** Whether a filter has a condition on one of these fields. */
export function speaksOf({ terms }: Filter, fields: readonly FilterField[]): boolean {
  return terms.some(({ field }) => fields.includes(field));
}

/** Whether two filters say the same, term by term in the same order. */
export function sameFilter(one: Filter, other: Filter): boolean {
  return (
    one.scope === other.scope &&
    one.text === other.text &&
    one.span?.start === other.span?.start &&
    one.span?.end === other.span?.end &&
    one.terms.length === other.terms.length &&
    one.terms.every((term, place) => {
      const counterpart = other.terms[place];
      return (
        counterpart !== undefined &&
        sameSubject(term, counterpart) &&
        term.exclude === counterpart.exclude
      );
    })
  );
}
