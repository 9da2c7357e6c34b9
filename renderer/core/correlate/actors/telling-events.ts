import type { FlaggedEvent } from './actor.ts';

/**
 * At most so many of a flag's events, in time order: the first one from each address, then those that
 * changed something or were meant to, then the rest, earlier ones first. `events` are in time order.
 */
export function tellingEvents(
  events: readonly FlaggedEvent[],
  most: number,
): readonly FlaggedEvent[] {
  if (events.length <= most) return events;
  const addresses = new Set<string>();
  const ranks = events.map(({ sourceIp, outcome }, place) => {
    const isFirst = !addresses.has(sourceIp);
    addresses.add(sourceIp);
    return { place, rank: isFirst ? 0 : outcome === 'read' ? 2 : 1 };
  });
  const chosen = ranks.toSorted((a, b) => a.rank - b.rank).slice(0, most);
  const places = new Set(chosen.map(({ place }) => place));
  return events.filter((_, place) => places.has(place));
}
