/** How a label too long for its column is cut. */
export interface LabelCut {
  /** What stands before `tail`; where it lacks room, its own end is left out. */
  readonly head: string;
  readonly tail: string;
  /**
   * `head`: the head gives way and the tail stays whole. `middle`: a few characters of the head
   * stay, and the tail shows from where the text differs from others like it.
   */
  readonly gives: 'head' | 'middle';
}

/** Characters that stay of a head that is cut for the sake of a difference behind it. */
export const keptHead = 7;
/** Characters that are shown at the end of a label that another one goes on from. */
const endShown = 6;
/** A tail starts at a word's start where one is this near before the difference. */
const wordReach = 12;

/**
 * How to cut labels for a column of `room` characters, so that no two look alike. By itself a label
 * loses its middle, `keptEnd` characters of its end staying whole (0: it loses its end). Labels
 * that would look alike then are shown from where they differ. Sorts those; linear otherwise.
 */
export function cutLabels(
  labels: readonly string[],
  room: number,
  keptEnd: number,
): readonly LabelCut[] {
  const alike = new Map<string, number[]>();
  labels.forEach((label, place) => {
    const shown = shownOf(label, room, keptEnd);
    const places = alike.get(shown);
    if (places === undefined) alike.set(shown, [place]);
    else places.push(place);
  });
  const starts = new Map<number, number>();
  for (const places of alike.values()) {
    if (places.length > 1) noteStarts(labels, places, room, starts);
  }
  return labels.map((label, place) => {
    const start = starts.get(place);
    if (start === undefined) return cutPlainly(label, room, keptEnd);
    return { head: label.slice(0, start), tail: label.slice(start), gives: 'middle' };
  });
}

function cutPlainly(label: string, room: number, keptEnd: number): LabelCut {
  const at = label.length > room ? wholeAt(label, label.length - keptEnd) : label.length;
  return { head: label.slice(0, at), tail: label.slice(at), gives: 'head' };
}

/** What is seen of a label that is cut plainly. */
function shownOf(label: string, room: number, keptEnd: number): string {
  if (label.length <= room) return label;
  const { head, tail } = cutPlainly(label, room, keptEnd);
  return `${head.slice(0, room - 1 - keptEnd)}…${tail}`;
}

/** Notes where each of these labels, alike when cut plainly, is to be shown from. */
function noteStarts(
  labels: readonly string[],
  places: readonly number[],
  room: number,
  starts: Map<number, number>,
): void {
  const sorted = places.toSorted((a, b) => ((labels[a] ?? '') < (labels[b] ?? '') ? -1 : 1));
  const sortedAt = (index: number) => labels[sorted[index] ?? -1] ?? '';
  const common = sharedStart(sortedAt(0), sortedAt(sorted.length - 1));
  // Of the column, less what stays of the head and the dots behind head and tail.
  const tailRoom = room - keptHead - 2;
  sorted.forEach((place, index) => {
    const label = sortedAt(index);
    // In this order no other label shares more of its start than a neighbour does.
    const before = index === 0 ? 0 : sharedStart(sortedAt(index - 1), label);
    const after = index === sorted.length - 1 ? 0 : sharedStart(label, sortedAt(index + 1));
    const differs = Math.max(before, after);
    // Where all of it is in another label too, its end is what tells.
    const from = differs < common + tailRoom ? common : Math.min(differs, label.length - endShown);
    starts.set(place, wholeAt(label, wordStart(label, from, differs - tailRoom + 1)));
  });
}

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at++;
  return at;
}

/** The start of the word that a place lies in, where it is near and not before `least`. */
function wordStart(text: string, at: number, least: number): number {
  for (let from = at; from > Math.max(0, least, at - wordReach); from--) {
    if (/[^\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return from;
  }
  return at;
}

/** The place, or the one before it where it would cut a character in two. */
function wholeAt(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}
