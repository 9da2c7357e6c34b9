import { formatCount } from './format-count.ts';

/**
 * Characters that cannot be seen or that change the order of what stands around them: controls,
 * format characters (bidirectional overrides and isolates, zero-width ones, tags), line and
 * paragraph separators, other characters without a glyph, half surrogate pairs, non-characters.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const everyHidden = new RegExp(hidden.source, 'gu');

/** The short names of ISO 646 in the order of the codes. Their pictures at U+2400 few fonts have. */
const controlNames = (
  'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI ' +
  'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'
).split(' ');

/**
 * The text with everything in it made visible, for one line: `⟦LF⟧` for a line feed, `⟦U+202E⟧`
 * for a bidirectional override. Text without such characters comes back as it is, at little cost.
 */
export function wholeVisibleText(text: string): string {
  return withoutHidden(text, visibleForm);
}

/** What of a long text is seen: its beginning and its end. */
const [longest, seenStart, seenEnd] = [4000, 3000, 900];

/**
 * As {@link wholeVisibleText}, for the screen: of a text of more than 4,000 characters the beginning
 * and the end, and between them how many were left out, as `⟦… 996,100 …⟧`. A text takes the window
 * time for all of it, however little has room: 60 ms a megabyte, each time that it is laid out.
 */
export function visibleText(text: string): string {
  if (text.length <= longest) return wholeVisibleText(text);
  const start = text.slice(0, seenStart - (isFirstHalf(text, seenStart - 1) ? 1 : 0));
  const from = text.length - seenEnd;
  const end = text.slice(from + (isFirstHalf(text, from - 1) ? 1 : 0));
  const left = formatCount(text.length - start.length - end.length);
  return `${wholeVisibleText(start)}⟦… ${left} …⟧${wholeVisibleText(end)}`;
}

/** Whether a character outside the basic plane begins here. */
function isFirstHalf(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** The text with each character in it that cannot be seen written as `form` writes it. */
export function withoutHidden(text: string, form: (character: string) => string): string {
  return hidden.test(text) ? text.replace(everyHidden, form) : text;
}

/** Whether there is a character in the text that {@link visibleText} would make visible. */
export function hasHidden(text: string): boolean {
  return hidden.test(text);
}

function visibleForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return `⟦${code === 0x7f ? 'DEL' : (controlNames[code] ?? `U+${hex}`)}⟧`;
}
