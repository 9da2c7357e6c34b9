const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Columns a row may have: a table of records has at most some dozens. */
const maxColumns = 1000;

/** A row of a table, or why there is none.  */
export type CsvRow =
  | {
      readonly kind: 'row';
      readonly cells: readonly string[];
      readonly end: number;
      readonly at: number;
    }
  /** More bytes are needed. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'fault'; readonly reason: string; readonly at: number };

/**
 * Reads one row as RFC 4180 has it that begins at `start`; it ends at `end`, and its line end, which
 * may be a carriage return alone as old spreadsheets write it, at `at`. Quotes inside a field that does
 * not begin with one are text. A quoted field that goes on behind its closing quote is a fault, since
 * somewhere before a quote went missing.
 */
export function readCsvRow(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  final: boolean,
): CsvRow {
  const { length } = bytes;
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const isQuoted = at < length && bytes[at] === quote;
    const end = isQuoted ? closingQuote(bytes, at) : fieldEnd(bytes, at, delimiter);
    if (end === undefined) {
      return final
        ? { kind: 'fault', reason: 'a quoted field is never closed', at: length }
        : { kind: 'cut' };
    }
    const after = isQuoted ? end + 1 : end;
    const next = bytes[after];
    // Behind a carriage return at the end of the bytes a line feed may come.
    const isCut = after >= length || (next === carriageReturn && after + 1 === length);
    if (isCut && !final) return { kind: 'cut' };
    cells.push(isQuoted ? unquoted(bytes, at + 1, end) : decoder.decode(bytes.subarray(at, end)));
    if (next === undefined || isLineEnd(next)) return rowOf(cells, bytes, after);
    if (next !== delimiter)
      return { kind: 'fault', reason: 'text behind a closing quote', at: after };
    if (cells.length === maxColumns)
      return { kind: 'fault', reason: `more than ${maxColumns} columns`, at: after };
    at = after + 1;
  }
}

function rowOf(cells: readonly string[], bytes: Uint8Array, end: number): CsvRow {
  const lineEnd = bytes[end] === carriageReturn && bytes[end + 1] === newline ? 2 : 1;
  return { kind: 'row', cells, end, at: Math.min(bytes.length, end + lineEnd) };
}

/** Whether a line ends with this byte. */
export function isLineEnd(byte: number | undefined): boolean {
  return byte === newline || byte === carriageReturn;
}

/** The position of the quote that closes the field; undefined where the bytes end before. */
function closingQuote(bytes: Uint8Array, start: number): number | undefined {
  let at = start + 1;
  for (;;) {
    at = bytes.indexOf(quote, at);
    if (at < 0) return undefined;
    if (bytes[at + 1] !== quote) return at;
    at += 2;
  }
}

function fieldEnd(bytes: Uint8Array, start: number, delimiter: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== delimiter && !isLineEnd(bytes[at])) at++;
  return at;
}

function unquoted(bytes: Uint8Array, start: number, end: number): string {
  const text = decoder.decode(bytes.subarray(start, end));
  return text.includes('""') ? text.replaceAll('""', '"') : text;
}
