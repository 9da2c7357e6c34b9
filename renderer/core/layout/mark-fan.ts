/** Where an event stands among those of the same lane and time. */
export interface Fan {
  /** Place among them, from 0, in the order of the events. */
  readonly place: Uint16Array;
  /** How many there are. */
  readonly size: Uint16Array;
}

const rows = 3;
/** Pixels from one row of a fan to the next: three marks stand one over the other in a lane. */
const rowStep = 8;
/** Pixels from one column to the next where there is room. */
const columnStep = 10;
/** Pixels over which a fan spreads at least, however little room its second has on the screen. */
const leastSpread = 10;

/**
 * Finds the events that share lane and time, as `time` in ascending order and `lane` give them.
 * CloudTrail's times have whole seconds, so a burst of calls falls on one spot: none may hide
 * another. Fans beyond 65,535 events count on from there unchanged. Linear in the events.
 */
export function fanOut(time: Float64Array, lane: Uint16Array): Fan {
  const place = new Uint16Array(time.length);
  const size = new Uint16Array(time.length);
  const seen = new Map<number, number>();
  let start = 0;
  while (start < time.length) {
    let end = start + 1;
    while (end < time.length && time[end] === time[start]) end++;
    if (end - start === 1) size[start] = 1;
    else countMoment(start, end, lane, place, size, seen);
    start = end;
  }
  return { place, size };
}

function countMoment(
  start: number,
  end: number,
  lane: Uint16Array,
  place: Uint16Array,
  size: Uint16Array,
  seen: Map<number, number>,
): void {
  seen.clear();
  for (let i = start; i < end; i++) {
    const before = seen.get(lane[i] ?? 0) ?? 0;
    place[i] = Math.min(before, 0xffff);
    seen.set(lane[i] ?? 0, before + 1);
  }
  for (let i = start; i < end; i++) size[i] = Math.min(seen.get(lane[i] ?? 0) ?? 1, 0xffff);
}

/** Pixels to the right of the event's time; 0 for an event alone. `secondWidth` in pixels. */
export function fanX(place: number, size: number, secondWidth: number): number {
  if (size <= rows) return 0;
  const columns = Math.ceil(size / rows);
  const step = Math.min(columnStep, Math.max(leastSpread, secondWidth) / columns);
  return Math.floor(place / rows) * step;
}

/** Pixels below the middle of the lane; 0 for an event alone. */
export function fanY(place: number, size: number): number {
  const used = Math.min(size, rows);
  return ((place % rows) - (used - 1) / 2) * rowStep;
}

/** The furthest that {@link fanX} can take an event of a fan of this size, in pixels. */
export function fanReach(size: number, secondWidth: number): number {
  return fanX(size - 1, size, secondWidth);
}
