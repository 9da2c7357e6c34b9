import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvRow } from '../../../../renderer/core/decode/csv-scanner.ts';

const comma = 0x2c;

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The rows of a table, each with its bytes as text; last why there is no more. */
function rows(text: string): [readonly string[], string][] {
  const bytes = bytesOf(text);
  const found: [readonly string[], string][] = [];
  for (let at = 0; at < bytes.length;) {
    const row = readCsvRow(bytes, at, comma, true);
    if (row.kind !== 'row') throw new Error(row.kind === 'fault' ? row.reason : row.kind);
    found.push([row.cells, new TextDecoder().decode(bytes.slice(at, row.end))]);
    at = row.at;
  }
  return found;
}

const cell = fc.string({
  unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', ' ', 'é', '😀', '='),
  maxLength: 6,
});

function written(cells: readonly string[], quoteAll: boolean): string {
  return cells
    .map((text) => (quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',');
}

describe('readCsvRow', () => {
  it('reads back what was written, and knows where each row lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.boolean()), {
          maxLength: 5,
        }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (table, lineEnd) => {
          const lines = table.map(([cells, quoteAll]) => written(cells, quoteAll));
          const expected = table.map(([cells], row) => [cells, lines[row]]);
          expect(rows(lines.map((line) => line + lineEnd).join(''))).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('asks for more bytes until the row is whole', () => {
    const bytes = bytesOf('a,"b ""c""\n",d\r\nnext');
    const whole = readCsvRow(bytes, 0, comma, false);
    expect(whole).toEqual({ kind: 'row', cells: ['a', 'b "c"\n', 'd'], end: 14, at: 16 });
    for (let length = 0; length < 16; length++) {
      expect(readCsvRow(bytes.subarray(0, length), 0, comma, false).kind).toBe('cut');
    }
  });

  it('takes a quote inside a field for text, and one that is never closed for a fault', () => {
    expect(rows('a"b,c')).toEqual([[['a"b', 'c'], 'a"b,c']]);
    expect(() => rows('a,"b\nc')).toThrow('a quoted field is never closed');
    expect(() => rows('a,"b"c\n')).toThrow('text behind a closing quote');
  });
});
