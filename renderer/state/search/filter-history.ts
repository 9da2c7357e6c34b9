import type { Filter } from '../../core/query/filter.ts';
import { sameFilter } from './filter-edits.ts';

/** The filters walked through, oldest first in `past`, next first in `future`. */
export interface FilterHistory {
  readonly past: readonly Filter[];
  readonly present: Filter;
  readonly future: readonly Filter[];
}

const maxPast = 200;

/** A history that starts at a filter. */
export function historyFrom(filter: Filter): FilterHistory {
  return { past: [], present: filter, future: [] };
}

/** Goes on to a filter; what lay ahead is forgotten. The filter one is at already changes nothing. */
export function visit(history: FilterHistory, filter: Filter): FilterHistory {
  if (sameFilter(history.present, filter)) return history;
  const past = [...history.past, history.present].slice(-maxPast);
  return { past, present: filter, future: [] };
}

/**
 * Puts another filter in place of the present one, so that typing makes one step and not many, and
 * none where it ends at the filter before.
 */
export function amend({ past }: FilterHistory, filter: Filter): FilterHistory {
  const before = past.at(-1);
  const isUndone = before !== undefined && sameFilter(before, filter);
  return { past: isUndone ? past.slice(0, -1) : past, present: filter, future: [] };
}

/** One step back; the same history where there is none. */
export function back(history: FilterHistory): FilterHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const past = history.past.slice(0, -1);
  return { past, present, future: [history.present, ...history.future] };
}

/** One step forward; the same history where there is none. */
export function forward(history: FilterHistory): FilterHistory {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}
