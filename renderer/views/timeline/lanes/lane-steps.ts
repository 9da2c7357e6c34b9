import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import type { LaneKey, Marks } from '../../../core/layout/marks.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** A lane to look for events in. */
export interface LaneSearch {
  readonly data: TimelineData;
  readonly lane: LaneKey;
  /** Where events can be at all. */
  readonly caseSpan: Span<EpochMs>;
}

/** An event of the lane. */
export interface LaneEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
}

type EventMarks = Extract<Marks, { readonly kind: 'events' }>;

const mostEvents = 1000;
const firstReach = 60_000;
const growth = 8;

/**
 * The event of the lane that comes after `from`, or before it; undefined where there is none.
 * Looks a minute far and then further and further, so that a long silence costs a few questions.
 */
export async function eventBeside(
  search: LaneSearch,
  from: LaneEvent,
  direction: 'next' | 'previous',
  signal: AbortSignal,
): Promise<LaneEvent | undefined> {
  let reach = firstReach;
  for (;;) {
    const span =
      direction === 'next'
        ? { start: from.time, end: from.time + reach }
        : { start: from.time - reach, end: from.time + 1 };
    const events = await eventsIn(search, span, signal);
    if (events === undefined) {
      if (reach <= 1) return undefined;
      reach = Math.max(1, Math.floor(reach / growth / 2));
      continue;
    }
    const found = besideIn(events, from, direction);
    if (found !== undefined) return found;
    const isAll =
      direction === 'next' ? span.end > search.caseSpan.end : span.start < search.caseSpan.start;
    if (isAll) return undefined;
    reach *= growth;
  }
}

/** The event of the lane nearest to a moment; undefined where the lane has none. */
export async function eventNearest(
  search: LaneSearch,
  time: EpochMs,
  signal: AbortSignal,
): Promise<LaneEvent | undefined> {
  // Refs count from 0: this one is no event's, and stands before all of its moment.
  const here = { ref: -1, time };
  const next = await eventBeside(search, here, 'next', signal);
  const previous = await eventBeside(search, here, 'previous', signal);
  if (next === undefined || previous === undefined) return next ?? previous;
  return next.time - time <= time - previous.time ? next : previous;
}

/** The gravest event of the lane in a span, the first of several; undefined where too many. */
export async function gravestEvent(
  search: LaneSearch,
  span: Span<EpochMs>,
  signal: AbortSignal,
): Promise<LaneEvent | undefined> {
  const events = await eventsIn(search, span, signal);
  if (events === undefined || events.time.length === 0) return undefined;
  let best = 0;
  for (let i = 1; i < events.time.length; i++) {
    if ((events.outcome[i] ?? 0) > (events.outcome[best] ?? 0)) best = i;
  }
  return eventAt(events, best);
}

async function eventsIn(
  { data, lane }: LaneSearch,
  span: Span<EpochMs>,
  signal: AbortSignal,
): Promise<EventMarks | undefined> {
  const request = { ...data.fields, lanes: [lane], span, bins: 1, maxEvents: mostEvents };
  const marks = await data.marks(request, signal);
  return marks.kind === 'events' ? marks : undefined;
}

function besideIn(
  events: EventMarks,
  from: LaneEvent,
  direction: 'next' | 'previous',
): LaneEvent | undefined {
  const at = events.ref.indexOf(from.ref);
  if (direction === 'next') return at >= 0 ? eventAt(events, at + 1) : firstFrom(events, from.time);
  return at >= 0 ? eventAt(events, at - 1) : eventAt(events, lastBefore(events, from.time));
}

function firstFrom(events: EventMarks, time: EpochMs): LaneEvent | undefined {
  return eventAt(
    events,
    events.time.findIndex((found) => found >= time),
  );
}

function lastBefore(events: EventMarks, time: EpochMs): number {
  return events.time.findLastIndex((found) => found < time);
}

function eventAt(events: EventMarks, i: number): LaneEvent | undefined {
  const time = events.time[i];
  const ref = events.ref[i];
  return time === undefined || ref === undefined ? undefined : { ref, time };
}
