/** Room for a panel below its button at which it does not open above. */
const enoughRoom = 320;
const gap = 4;

/** Places a fixed panel beside its button: below it, or above where there is more room. */
export function placePanel(panel: HTMLElement, button: Element, align: 'left' | 'right'): void {
  const box = button.getBoundingClientRect();
  const below = innerHeight - box.bottom;
  const isBelow = below >= Math.min(box.top, enoughRoom);
  const set = (name: string, pixels: number): void => {
    panel.style.setProperty(name, `${pixels}px`);
  };
  set('max-height', (isBelow ? below : box.top) - 3 * gap);
  if (isBelow) set('top', box.bottom + gap);
  else set('bottom', innerHeight - box.top + gap);
  // What would reach beyond the window's edge is moved in.
  const furthest = Math.max(gap, innerWidth - panel.offsetWidth - gap);
  if (align === 'left') set('left', Math.min(box.left, furthest));
  else set('right', innerWidth - box.right);
}
