import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../../renderer/core/base/visible-text.ts';
import { csvField, csvLine } from '../../../../../renderer/core/export/data/csv-field.ts';
import { readPlainCsv, withoutApostrophe } from './plain-csv.ts';

/** Texts made of the characters that matter, and any others. */
const texts = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from('=+-@＝＋－＠\t\r\n\u001b\u202e\u00a0\u3000\'", ;aé日')),
    maxLength: 8,
  }),
  fc.string({ unit: 'grapheme' }),
);

describe('csvField', () => {
  it('leaves ordinary texts as they are', () => {
    for (const text of ['', 'aws-cli/2.17', '203.0.113.7', 'a b', '検証', "it's", 'a=b'])
      expect(csvField(text)).toBe(text);
  });

  it('quotes what needs it', () => {
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('say "x"')).toBe('"say ""x"""');
    expect(csvField(' a')).toBe('" a"');
    expect(csvField('a;=1')).toBe('"a;=1"');
  });

  it('puts an apostrophe before what a spreadsheet would run', () => {
    expect(csvField('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    expect(csvField('+1')).toBe("'+1");
    expect(csvField('-1')).toBe("'-1");
    expect(csvField('@SUM(A1)')).toBe("'@SUM(A1)");
    expect(csvField('\u00a0=1')).toBe("'\u00a0=1");
    expect(csvField('\u3000＝1')).toBe("'\u3000＝1");
    expect(csvField('＠SUM(A1)')).toBe("'＠SUM(A1)");
    expect(csvField('  =1')).toBe("'  =1");
    expect(csvField("'=1")).toBe("''=1");
  });

  it('names characters that cannot be seen, so that none forges a line or moves a cursor', () => {
    expect(csvField('a\r\nb')).toBe('a⟦CR⟧⟦LF⟧b');
    expect(csvField('\t=1')).toBe('⟦TAB⟧=1');
    expect(csvField('\u001b[2K\u202etxt.exe')).toBe('⟦ESC⟧[2K⟦U+202E⟧txt.exe');
  });

  it('never writes a cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [cell] = readPlainCsv(`${csvField(text)}\r\n`)[0] ?? [];
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        expect(cell).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('csvLine', () => {
  it('gives every text back to a plain reader', () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2 })), (rows) => {
        const read = readPlainCsv(rows.map(csvLine).join(''));
        expect(read.map((row) => row.map(withoutApostrophe))).toEqual(
          rows.map((row) => row.map(visibleText)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('writes numbers, and nothing for what is not there', () => {
    expect(csvLine([0, undefined, 12])).toBe('0,,12\r\n');
  });
});
