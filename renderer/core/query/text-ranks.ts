/**
 * By place: how many of the other texts come before this one in the order of code units; equal texts
 * have ranks of their own. Three-way radix quicksort (Bentley and Sedgewick, "Fast Algorithms for
 * Sorting and Searching Strings", 1997): each character that tells two texts apart is looked at once.
 */
export function textRanks(texts: readonly string[]): Uint32Array {
  const order = new Uint32Array(texts.length);
  for (let place = 0; place < order.length; place++) order[place] = place;
  const open: Stretch[] = [{ start: 0, end: order.length, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.end - next.start > 1) partition(texts, order, next, open);
  }
  const ranks = new Uint32Array(texts.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

/** Places of `order` whose texts have their first `depth` characters in common. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** Comes before every character. */
const ended = -1;

/** Puts a stretch in the order of one character of its texts, and leaves the rest to be done. */
function partition(
  texts: readonly string[],
  order: Uint32Array,
  { start, end, depth }: Stretch,
  open: Stretch[],
): void {
  const unitAt = (place: number): number => {
    const text = texts[order[place] ?? 0] ?? '';
    return depth < text.length ? text.charCodeAt(depth) : ended;
  };
  const swap = (one: number, other: number): void => {
    const kept = order[one] ?? 0;
    order[one] = order[other] ?? 0;
    order[other] = kept;
  };
  const [low, middle, high] = [unitAt(start), unitAt((start + end) >> 1), unitAt(end - 1)];
  const pivot = Math.max(Math.min(low, middle), Math.min(Math.max(low, middle), high));
  let before = start;
  let after = end;
  for (let place = start; place < after;) {
    const unit = unitAt(place);
    if (unit < pivot) swap(before++, place++);
    else if (unit > pivot) swap(--after, place);
    else place++;
  }
  open.push({ start, end: before, depth }, { start: after, end, depth });
  if (pivot !== ended) open.push({ start: before, end: after, depth: depth + 1 });
}
