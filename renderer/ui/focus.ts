/** Gives the focus to the element of this id, where there is one. */
export function focusById(id: string): void {
  document.getElementById(id)?.focus();
}

/** Gives the focus to the first control marked `data-item` within the element of this id, or to itself. */
export function focusFirst(id: string): void {
  const within = document.getElementById(id);
  (within?.querySelector<HTMLElement>('[data-item]') ?? within)?.focus();
}

/**
 * Gives the focus to the next part of the window, or the one before: to what is marked `data-part`,
 * or else the first in it that Tab stops at. Parts that are not shown are passed over.
 */
export function focusPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(
    (part) => part.getClientRects().length > 0,
  );
  const at = parts.findLastIndex((part) => part.contains(document.activeElement));
  const from = at < 0 && by < 0 ? parts.length : at;
  const part = parts[(from + by + parts.length) % parts.length];
  const inner = part?.querySelector<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"])');
  (part !== undefined && part.tabIndex < 0 ? inner : part)?.focus();
}

/** Presses the button of this id, where there is one. */
export function clickById(id: string): void {
  document.getElementById(id)?.click();
}

/** Gives the focus to the control marked `data-first-focus`, with its text selected. */
export function focusMarked(within: ParentNode): void {
  const marked = within.querySelector<HTMLElement>('[data-first-focus]');
  marked?.focus();
  if (marked instanceof HTMLInputElement) marked.select();
}

/** Whether keys typed at this element make text, and are no commands. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea') !== null;
}

/** Moves the focus by so many places within a list, round its ends. */
export function moveFocus(items: readonly HTMLElement[], by: number): void {
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}
