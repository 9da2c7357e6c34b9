import type { EpochMs, Span } from '../../core/base/units.ts';
import type { LaneValues } from '../../core/layout/lane-rows.ts';
import type { LaneFields } from '../../core/layout/marks.ts';
import { byTime, type Filter } from '../../core/query/filter.ts';
import type { QueryPort } from '../query-port.ts';

/** Selected events in and around a stretch of time, in whatever lane. */
export interface Around {
  /** How many lie in it. */
  readonly count: number;
  /** The first of these. */
  readonly first: Neighbour | undefined;
  /** The last before it. */
  readonly before: Neighbour | undefined;
  /** The first after it. */
  readonly after: Neighbour | undefined;
}

/** An event in or next to a stretch of time. */
export interface Neighbour {
  readonly time: EpochMs;
  readonly lane: LaneValues;
}

/** What of a selection lies in a span and beside it; `first`: before it the case has no events. */
export async function eventsAround(
  query: QueryPort,
  of: {
    readonly filter: Filter;
    readonly fields: LaneFields;
    readonly span: Span<EpochMs>;
    readonly first: EpochMs;
  },
  signal: AbortSignal,
): Promise<Around> {
  const { filter, span } = of;
  const { field, nested } = of.fields;
  const [before, count] = await Promise.all([
    query.ask('countIn', { filter, span: { start: of.first, end: span.start } }, signal),
    query.ask('countIn', { filter, span }, signal),
  ]);
  // In the order of time, an event's place is the number of those before it.
  const eventAt = async (place: number): Promise<Neighbour | undefined> => {
    const places = { start: place, end: place + 1 };
    const columns = nested === undefined ? [field] : [field, nested];
    const request = { filter, sort: byTime, span: places, columns };
    const [found] = await query.ask('page', request, signal);
    if (found === undefined) return undefined;
    const inner = nested === undefined ? undefined : (found.text[nested] ?? '');
    return { time: found.time, lane: { outer: found.text[field] ?? '', inner } };
  };
  const [last, first, next] = await Promise.all([
    eventAt(before - 1),
    count === 0 ? undefined : eventAt(before),
    eventAt(before + count),
  ]);
  return { count, first, before: last, after: next };
}
