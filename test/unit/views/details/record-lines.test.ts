import { describe, expect, it } from 'vitest';
import { prettyJson } from '../../../../renderer/views/details/pretty-json.ts';
import { recordLines } from '../../../../renderer/views/details/record-lines.ts';

function linesOf(json: string) {
  const pieces = prettyJson(json) ?? [];
  const text = pieces.map((piece) => piece.text).join('');
  return { text, lines: recordLines(text, pieces) };
}

describe('recordLines', () => {
  it('cuts formatted JSON into its lines, with their indentation', () => {
    const { text, lines } = linesOf('{"a":{"b":[1,{}]},"c":"x"}');
    expect(lines.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
      text.split('\n'),
    );
    expect(lines.map(({ indent }) => indent)).toEqual([0, 2, 4, 6, 6, 4, 2, 2, 0]);
  });

  it('knows where each line and each piece stands in the text', () => {
    const { text, lines } = linesOf('{"a":{"b":"c"},"d":null}');
    for (const line of lines) {
      expect(line.start === 0 || text[line.start - 1] === '\n').toBe(true);
      for (const { start, text: part } of line.pieces)
        expect(text.slice(start, start + part.length)).toBe(part);
    }
  });

  it('keeps the kinds of the pieces, and leaves nothing out', () => {
    const { lines } = linesOf('{"k":[1,true]}');
    const kinds = lines.flatMap(({ pieces }) =>
      pieces.map(({ kind, text }) => [kind, text.trim()]),
    );
    expect(kinds).toContainEqual(['key', '"k"']);
    expect(kinds).toContainEqual(['number', '1']);
    expect(kinds).toContainEqual(['word', 'true']);
  });

  it('cuts a text that is no JSON too, empty lines included', () => {
    const lines = recordLines('one\n\n  two');
    expect(lines).toEqual([
      { start: 0, indent: 0, pieces: [{ kind: 'plain', text: 'one', start: 0 }] },
      { start: 4, indent: 0, pieces: [] },
      { start: 5, indent: 2, pieces: [{ kind: 'plain', text: '  two', start: 5 }] },
    ]);
  });
});
