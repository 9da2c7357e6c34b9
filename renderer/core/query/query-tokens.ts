import { hasHidden } from '../base/visible-text.ts';
import type { Span } from '../base/units.ts';

/** A condition `name:value` as typed, or a word, where there is no name. */
export interface QueryToken {
  /** Its place in the text. */
  readonly span: Span<number>;
  /** As typed. */
  readonly text: string;
  /** In small letters. */
  readonly name?: string;
  readonly exclude: boolean;
  /** What stands after the colon, out of its quotes; undefined where nothing does. */
  readonly value?: string | undefined;
  /** Where the value stands, quotes and all. */
  readonly valueSpan?: Span<number>;
  readonly quoted: boolean;
}

const token =
  /(?<head>(?<minus>-?)(?<name>[a-z]+):)(?:"(?<quoted>(?:[^"]|"")*)"?|(?<plain>[^\s"]\S*)?)|"[^"]*"?|\S+/giu;
/** Texts with a colon in them that nobody means as a condition: addresses of pages, and ARNs. */
const noCondition = /^-?(?:[a-z]+:\/\/|arn:aws[\w-]*:)/iu;

/**
 * The conditions and words of a text, first to last. Values with spaces stand in double quotes, a
 * double quote within them is written twice, and `\u{202e}` is the character of that code.
 */
export function queryTokens(text: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  for (const match of text.matchAll(token)) {
    const { 0: whole, index, groups = {} } = match;
    const span = { start: index, end: index + whole.length };
    const last = tokens.at(-1);
    if (groups['name'] !== undefined && !noCondition.test(whole)) {
      tokens.push(conditionOf(whole, span, groups));
    } else if (last?.name !== undefined && last.value === undefined) {
      // `ip: 10.0.0.1` means the same as without the space.
      const value = whole.replaceAll('"', '');
      const joined = { start: last.span.start, end: span.end };
      tokens[tokens.length - 1] = { ...last, span: joined, value, valueSpan: span };
    } else {
      tokens.push({ span, text: whole, exclude: false, quoted: false });
    }
  }
  return tokens;
}

function conditionOf(
  text: string,
  span: Span<number>,
  { head = '', minus, name = '', quoted, plain }: Partial<Record<string, string>>,
): QueryToken {
  const value = quoted === undefined ? plain : unescaped(quoted);
  const valueSpan = { start: span.start + head.length, end: span.end };
  const isQuoted = quoted !== undefined;
  const exclude = minus === '-';
  return { span, text, name: name.toLowerCase(), exclude, value, valueSpan, quoted: isQuoted };
}

function unescaped(quoted: string): string {
  return quoted.replaceAll('""', '"').replaceAll(/\\u\{([\da-f]{1,6})\}/giu, (escape, hex) => {
    const code = Number.parseInt(String(hex), 16);
    return code > 0x10ffff ? escape : String.fromCodePoint(code);
  });
}

/** A value as it is typed after a colon: in quotes where it could be read as something else. */
export function writtenValue(value: string, quote = false): string {
  if (!quote && /^(?!\/\/)[^\s"]\S*$/u.test(value) && !hasHidden(value)) return value;
  const escaped = Array.from(value.replaceAll(/\\(?=u\{)/giu, '\\u{5c}'), (character) =>
    hasHidden(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character,
  );
  return `"${escaped.join('').replaceAll('"', '""')}"`;
}
