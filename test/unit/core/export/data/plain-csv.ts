/** A plain reader of RFC 4180, one character after the other, for comparison. */
export function readPlainCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') {
      if (cell !== '') throw new Error(`a quote inside a plain cell, at ${i}`);
      quoted = true;
    } else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\r' && text.charAt(i + 1) === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i++;
    } else if (character === '\r' || character === '\n') {
      throw new Error(`half a line end outside quotes, at ${i}`);
    } else cell += character;
  }
  if (quoted || row.length > 0 || cell !== '') throw new Error('the last line has no end');
  return rows;
}

/** The text before a formula was neutralised. */
export function withoutApostrophe(cell: string): string {
  return /^'['\s]*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
