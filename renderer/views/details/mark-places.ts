import type { Attachment } from 'svelte/attachments';
import type { Place } from './find-in-text.ts';
import type { RecordLine } from './record-lines.ts';

const allName = 'found';
const currentName = 'found-current';
/** Painting goes up with the square of the marks in a line, so only those around are marked. */
const marksAround = 150;

/**
 * Marks places of a text whose lines are an element's children, without touching their nodes, by the
 * CSS Custom Highlight API, and scrolls the current one into view. The styles are those of
 * `::highlight(found)`. Places lie within lines.
 */
export function markPlaces(
  lines: readonly RecordLine[],
  places: readonly Place[],
  current: number,
): Attachment<HTMLElement> {
  return (element) => {
    if (!('highlights' in CSS)) return;
    const first = Math.max(0, current - marksAround);
    const ranges = rangesOf(element, lines, places.slice(first, current + marksAround));
    const chosen = ranges[current - first];
    CSS.highlights.set(allName, new Highlight(...ranges));
    if (chosen !== undefined) {
      CSS.highlights.set(currentName, new Highlight(chosen));
      chosen.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      scrollTo(element, chosen);
    }
    return () => {
      CSS.highlights.delete(allName);
      CSS.highlights.delete(currentName);
    };
  };
}

// A text node may be longer than the view, so the range itself is brought in.
function scrollTo(element: HTMLElement, range: Range): void {
  const view = element.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) {
    element.scrollTop += box.top - view.top - view.height / 2;
  }
  if (box.left < view.left || box.right > view.right) {
    element.scrollLeft += box.left - view.left - view.width / 3;
  }
}

function rangesOf(
  element: HTMLElement,
  lines: readonly RecordLine[],
  places: readonly Place[],
): readonly Range[] {
  const ranges: Range[] = [];
  let number = 0;
  for (const place of places) {
    while ((lines[number + 1]?.start ?? Number.POSITIVE_INFINITY) <= place.start) number += 1;
    const line = element.children[number];
    const range = line && rangeIn(line, place, lines[number]?.start ?? 0);
    if (range !== undefined) ranges.push(range);
  }
  return ranges;
}

/** The range of a place in the line that starts at `before`; undefined where it is not in it. */
function rangeIn(line: Element, { start, end }: Place, before: number): Range | undefined {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = before;
  let isOpen = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!isOpen && at + length > start) {
      range.setStart(node, start - at);
      isOpen = true;
    }
    if (isOpen && at + length >= end) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return undefined;
}
