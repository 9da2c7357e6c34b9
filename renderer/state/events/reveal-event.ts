import type { EventRef } from '../../core/base/units.ts';
import { byTime } from '../../core/query/filter.ts';
import type { Session } from '../app/session.ts';

/**
 * Chooses an event that may lie outside what is selected. Where the filter leaves it out, the
 * filter becomes all that was done with its key, or by its principal where it has no key.
 */
export async function revealEvent(
  { query, search, selection }: Pick<Session, 'query' | 'search' | 'selection'>,
  ref: EventRef,
): Promise<void> {
  const { filter } = search;
  const [place, event] = await Promise.all([
    query.ask('place', { filter, sort: byTime, ref }),
    query.ask('details', { ref }),
  ]);
  if (place === undefined && event !== undefined && search.filter === filter) {
    const { accessKey, principal } = event.text;
    if (accessKey === '') search.pivot('principal', principal);
    else search.pivot('accessKey', accessKey);
  }
  selection.select(ref);
}
