/**
 * Which rows of a long list are in view, and where they stand.
 *
 * Chromium lays nothing out beyond about 33 million pixels, so a taller list gets a shorter
 * stand-in. Small moves then go pixel by pixel from where the list is; large ones, made with the
 * scroll bar, in proportion.
 */
export interface ScrollPlace {
  /** Of the scrolling element. */
  readonly scrollTop: number;
  /** Of the list at its true height: the first pixel in view. */
  readonly listTop: number;
}

/** The tallest element laid out, in pixels, well under the limit. */
export const tallest = 15_000_000;

/** What is scrolled: rows of one height, seen through a view of some height. */
export interface ScrollExtent {
  readonly count: number;
  readonly rowHeight: number;
  readonly viewHeight: number;
}

/** The height of the scrolled element. */
export function standInHeight({ count, rowHeight }: ScrollExtent): number {
  return Math.min(tallest, count * rowHeight);
}

/** The place that the scrolling element's `scrollTop` leads to, from the place before. */
export function scrolledTo(
  extent: ScrollExtent,
  before: ScrollPlace,
  scrollTop: number,
): ScrollPlace {
  const { viewHeight } = extent;
  const furthest = Math.max(0, standInHeight(extent) - viewHeight);
  const listFurthest = furthestOf(extent);
  if (listFurthest <= furthest) return { scrollTop, listTop: scrollTop };
  if (scrollTop <= 0) return { scrollTop, listTop: 0 };
  if (scrollTop >= furthest) return { scrollTop, listTop: listFurthest };
  const moved = scrollTop - before.scrollTop;
  const listTop =
    Math.abs(moved) <= 2 * viewHeight
      ? before.listTop + moved
      : (scrollTop / furthest) * listFurthest;
  return { scrollTop, listTop: Math.min(listFurthest, Math.max(0, listTop)) };
}

/** The place nearest to the one before that has this row wholly in view. */
export function revealing(extent: ScrollExtent, before: ScrollPlace, row: number): ScrollPlace {
  const { rowHeight, viewHeight } = extent;
  const top = row * rowHeight;
  const lowest = top + rowHeight - viewHeight;
  if (before.listTop <= top && before.listTop >= lowest) return before;
  const near =
    top + rowHeight > before.listTop - viewHeight && lowest < before.listTop + viewHeight;
  const middle = top - (viewHeight - rowHeight) / 2;
  const edge = before.listTop > top ? top : lowest;
  const listTop = Math.min(furthestOf(extent), Math.max(0, near ? edge : middle));
  const furthest = Math.max(0, standInHeight(extent) - viewHeight);
  const listFurthest = furthestOf(extent);
  const scrollTop = listFurthest <= furthest ? listTop : (listTop / listFurthest) * furthest;
  return { scrollTop, listTop };
}

/** The rows that are at least partly in view: from `start` up to, but not including, `end`. */
export function rowsInView(
  extent: ScrollExtent,
  place: ScrollPlace,
): { readonly start: number; readonly end: number } {
  const { count, rowHeight, viewHeight } = extent;
  const start = Math.min(Math.max(0, count - 1), Math.floor(place.listTop / rowHeight));
  const end = Math.min(count, Math.ceil((place.listTop + viewHeight) / rowHeight));
  return { start: Math.max(0, start), end: Math.max(0, end) };
}

/** Where a row stands within the scrolled element, in pixels from its top. */
export function topOf(row: number, rowHeight: number, place: ScrollPlace): number {
  return row * rowHeight - place.listTop + place.scrollTop;
}

function furthestOf({ count, rowHeight, viewHeight }: ScrollExtent): number {
  return Math.max(0, count * rowHeight - viewHeight);
}
