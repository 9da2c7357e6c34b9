/**
 * Texts that a spreadsheet would take for a formula: the first character after any spaces is
 * `=`, `+`, `-`, `@`, tab, carriage return or line feed (OWASP, "CSV Injection"). Apostrophes
 * before it count too, so that taking one away always gives back the text of the record.
 */
const formula = /^['  ]*[=+\-@\t\r\n]/u;

/** Texts that need quotes. Semicolons too: in some countries they part the cells of a CSV file. */
const special = /[",;\t\r\n]|^ | $/u;

/**
 * One cell of a CSV file (RFC 4180): quoted where it must be, and with an apostrophe before what
 * a spreadsheet would run as a formula.
 */
export function csvField(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, with its end. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => (cell === undefined ? '' : csvField(String(cell)))).join(',')}\r\n`;
}
