/** Gives the focus to the element of this id, where there is one. */
export function focusById(id: string): void {
  document.getElementById(id)?.focus();
}

/** Gives the focus to the first control marked `data-item` within the element of this id, or to itself. */
export function focusFirst(id: string): void {
  const within = document.getElementById(id);
  (within?.querySelector<HTMLElement>('[data-item]') ?? within)?.focus();
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
