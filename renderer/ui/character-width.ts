const measured = 100;

/** The width of a character of the fixed-width font, in pixels. Costs a layout of the page. */
export function characterWidth(): number {
  const text = document.createElement('span');
  text.className = 'unseen mono';
  text.style.setProperty('width', 'auto');
  text.textContent = '0'.repeat(measured);
  document.body.append(text);
  const { width } = text.getBoundingClientRect();
  text.remove();
  return width / measured;
}
