import { formatCount } from '../base/format-count.ts';

const mostLines = 20;

/** A long text's beginning, and how long it is: never silently less. Half a character is left out. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${withoutHalf(text.slice(0, most))}… [cut: ${formatCount(text.length)} characters in all]`;
}

/** As {@link cutText}, for the load balancers or resources of one event, a line each. */
export function cutTexts(texts: string, most: number): string {
  if (texts.length <= most) return texts;
  const lines = texts.split('\n', mostLines + 1).map((line) => cutText(line, most));
  if (lines.length <= mostLines) return lines.join('\n');
  return [
    ...lines.slice(0, mostLines),
    `… [cut: ${formatCount(texts.split('\n').length)} in all]`,
  ].join('\n');
}

/** The beginning and the end of a text that is too wide, in at most this many columns. */
export function shortenMiddle(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const half = Math.floor((columns - 1) / 2);
  const characters = Array.from(
    text.length > 2000 ? text.slice(0, 1000) + text.slice(-1000) : text,
  );
  const head = fitting(characters, columns - 1 - half);
  const tail = fitting(characters.reverse(), half);
  return `${head.join('')}…${tail.reverse().join('')}`;
}

/** How many columns of a fixed-width font a text takes: East Asian wide characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

function fitting(characters: readonly string[], columns: number): string[] {
  const taken: string[] = [];
  let left = columns;
  for (const character of characters) {
    left -= widthOf(character);
    if (left < 0) break;
    taken.push(character);
  }
  return taken;
}

/** The blocks whose characters are wide in Unicode's East Asian Width, roughly. */
function widthOf(character: string): 1 | 2 {
  return /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1;
}

function withoutHalf(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
