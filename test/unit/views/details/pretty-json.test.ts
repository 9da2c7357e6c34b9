import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettyJson, visibleLines } from '../../../../renderer/views/details/pretty-json.ts';

const textOf = (json: string): string | undefined =>
  prettyJson(json)
    ?.map((piece) => piece.text)
    .join('');

describe('prettyJson', () => {
  it('formats as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const printable = JSON.stringify(value);
        fc.pre(/^[\x20-\x7e]*$/u.test(printable) && !Object.is(value, -0));
        expect(textOf(printable)).toBe(JSON.stringify(value, undefined, 2));
      }),
    );
  });

  it('keeps numbers, escapes, repeated keys and their order as they stand', () => {
    const json = '{"b":12345678901234567890.10,"a":"\\u0041\\/","b":1E+2}';
    expect(textOf(json)?.replace(/\s/gu, '')).toBe(json);
  });

  it('takes white space out, and gives its own', () => {
    expect(textOf(' {\r\n\t"a" :\n[ ] , "b": {\n} } ')).toBe('{\n  "a": [],\n  "b": {}\n}');
  });

  it('tells keys from values', () => {
    const kinds = prettyJson('{"a":"b","c":[1,true,null]}')?.filter(({ kind }) => kind !== 'mark');
    expect(kinds?.map(({ kind }) => kind)).toEqual([
      ...['key', 'string', 'key', 'number', 'word', 'word'],
    ]);
  });

  it('makes hidden characters visible, so that they can’t disguise the record', () => {
    expect(textOf('{"a":"x\u202ey"}')).toContain('U+202E');
  });

  it('says where each piece starts', () => {
    const pieces = prettyJson('{"a":[1,2]}') ?? [];
    const text = pieces.map((piece) => piece.text).join('');
    for (const piece of pieces) {
      expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
    }
  });

  it.each(['', '  ', '{"a":', '{"a":1}}', 'not json', '{"a":\u0001}', '[1 2', '{"a":tru}'])(
    'takes %j for no whole JSON',
    (text) => {
      expect(prettyJson(text)).toBeUndefined();
    },
  );

  it('gives up on nesting that no record has', () => {
    expect(prettyJson('['.repeat(5000) + ']'.repeat(5000))).toBeUndefined();
  });

  it('takes a string of a megabyte', () => {
    const long = JSON.stringify({ a: 'x"\\'.repeat(300_000) });
    expect(textOf(long)?.length).toBe(long.length + 5);
  });
});

describe('visibleLines', () => {
  it('keeps lines as lines, and shows what is hidden in them', () => {
    const lines = visibleLines('{\n\t"a": "\u200b"\n}').split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^ {2}"a": ".*U\+200B.*"$/u);
  });
});
