import type { Place } from './find-in-text.ts';
import type { JsonPiece } from './pretty-json.ts';
import { textLines } from './text-lines.ts';

/** A line of a record, in pieces that are coloured by their kind. */
export interface RecordLine {
  /** Where the line starts in the whole text. */
  readonly start: number;
  /** How many spaces it begins with. */
  readonly indent: number;
  readonly pieces: readonly JsonPiece[];
}

/** The lines of a formatted text, without their line ends. Pieces cover the text and are in order. */
export function recordLines(
  text: string,
  pieces: readonly JsonPiece[] = [{ kind: 'plain', text, start: 0 }],
): readonly RecordLine[] {
  let next = 0;
  return textLines(text, Number.POSITIVE_INFINITY).map((line) => {
    const ofLine: JsonPiece[] = [];
    while (next < pieces.length) {
      const piece = pieces[next];
      if (piece === undefined || piece.start >= line.end) break;
      const cut = within(piece, line);
      if (cut.text !== '') ofLine.push(cut);
      // The rest of a piece with a line end in it is the next line's.
      if (piece.start + piece.text.length > line.end) break;
      next += 1;
    }
    const indent = /^ */u.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
    return { start: line.start, indent, pieces: ofLine };
  });
}

function within({ kind, text, start }: JsonPiece, line: Place): JsonPiece {
  const from = Math.max(start, line.start);
  return { kind, start: from, text: text.slice(from - start, line.end - start) };
}
