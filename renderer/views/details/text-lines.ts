import type { Place } from './find-in-text.ts';

/** A stretch of a line, found or not. */
export interface LinePart {
  readonly start: number;
  readonly text: string;
  readonly kind: 'plain' | 'found' | 'current';
}

/** The lines of a text, those longer than `longest` characters cut up; line ends are left out. */
export function textLines(text: string, longest: number): readonly Place[] {
  const lines: Place[] = [];
  for (let start = 0; start <= text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    for (let from = start; from < end || from === start; from += longest) {
      lines.push({ start: from, end: Math.min(end, from + longest) });
    }
    start = end + 1;
  }
  return lines;
}

/** The line that holds a place's start; lines are in order. Costs a binary search. */
export function lineOf(lines: readonly Place[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line in parts, cut where something was found. Places are in order and do not overlap. */
export function lineParts(
  text: string,
  line: Place,
  places: readonly Place[],
  current: number,
): readonly LinePart[] {
  const parts: LinePart[] = [];
  let at = line.start;
  const add = (end: number, kind: LinePart['kind']): void => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), kind });
    at = Math.max(at, end);
  };
  for (let place = firstEndingAfter(places, line.start); ; place += 1) {
    const found = places[place];
    if (found === undefined || found.start >= line.end) break;
    add(found.start, 'plain');
    add(Math.min(found.end, line.end), place === current ? 'current' : 'found');
  }
  add(line.end, 'plain');
  return parts;
}

function firstEndingAfter(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
