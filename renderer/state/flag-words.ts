import type { ActorFlag } from '../core/correlate/actors/actor.ts';
import { counted } from './number-text.ts';

/** "3 events", or how many of them are named. */
export function flagCount({ count, events }: ActorFlag): string {
  const all = counted(count, 'event');
  return events.length < count ? `${all}, the first ${events.length}:` : all;
}
