import { wholeVisibleText } from '../../base/visible-text.ts';

/**
 * Texts that a spreadsheet would take for a formula: the first character after any spaces is
 * `=`, `+`, `-`, `@`, or its full-width form (OWASP, "CSV Injection"). Apostrophes before it count
 * too, so that taking one away always gives back the text of the record.
 */
const formula = /^['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Texts that need quotes. Semicolons too: in some countries they part the cells of a CSV file. */
const special = /[",;]|^\s|\s$/u;

/**
 * One cell of a CSV file (RFC 4180): quoted where it must be, control and invisible characters by
 * name as on the screen (`⟦LF⟧`, `⟦U+202E⟧`), and with an apostrophe before what a spreadsheet would
 * run as a formula.
 */
export function csvField(text: string): string {
  const shown = wholeVisibleText(text);
  const safe = formula.test(shown) ? `'${shown}` : shown;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, with its end. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => (cell === undefined ? '' : csvField(String(cell)))).join(',')}\r\n`;
}
