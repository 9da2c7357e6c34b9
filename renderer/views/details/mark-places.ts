import type { Attachment } from 'svelte/attachments';
import type { Place } from './find-in-text.ts';

const allName = 'found';
const currentName = 'found-current';
/** Painting goes up with the square of the marks in a line, so only those around are marked. */
const marksAround = 150;

/**
 * Marks places of an element's text without touching its nodes, by the CSS Custom Highlight API,
 * and scrolls the current one into view. The styles are those of `::highlight(found)`.
 */
export function markPlaces(places: readonly Place[], current: number): Attachment<HTMLElement> {
  return (element) => {
    if (!('highlights' in CSS)) return;
    const first = Math.max(0, current - marksAround);
    const ranges = rangesOf(element, places.slice(first, current + marksAround));
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

function rangesOf(element: HTMLElement, places: readonly Place[]): readonly Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  let node = walker.nextNode();
  let before = 0;
  for (const { start, end } of places) {
    const range = document.createRange();
    while (node !== null && before + lengthOf(node) <= start) {
      before += lengthOf(node);
      node = walker.nextNode();
    }
    if (node === null) break;
    range.setStart(node, start - before);
    while (node !== null && before + lengthOf(node) < end) {
      before += lengthOf(node);
      node = walker.nextNode();
    }
    if (node === null) break;
    range.setEnd(node, end - before);
    ranges.push(range);
  }
  return ranges;
}

function lengthOf(node: Node): number {
  return node.textContent?.length ?? 0;
}
