import type { Span } from '../base/units.ts';
import type { FilterField } from './filter.ts';
import { fieldNamed, fieldNames, timeNamed, timeNames, type TimeName } from './query-fields.ts';
import { queryTokens, writtenValue } from './query-tokens.ts';

/** What could be completed where the caret stands: the name of a field, or a value of one. */
export type Completion =
  | { readonly kind: 'name'; readonly typed: string; readonly span: Span<number> }
  | {
      readonly kind: 'value';
      readonly of: FilterField | TimeName;
      readonly typed: string;
      /** Of the value alone, quotes and all. */
      readonly span: Span<number>;
    };

/** The completion that a caret behind the last letter of a word, or within it, asks for. */
export function completionAt(text: string, caret: number): Completion | undefined {
  const token = queryTokens(text).find(({ span }) => span.start < caret && caret <= span.end);
  if (token === undefined) return undefined;
  if (token.name === undefined) {
    const typed = token.text.replace(/^-/u, '');
    const start = token.span.end - typed.length;
    if (!/^[a-z]+$/iu.test(typed)) return undefined;
    return { kind: 'name', typed: typed.toLowerCase(), span: { start, end: token.span.end } };
  }
  const of = fieldNamed(token.name) ?? timeNamed(token.name);
  const start = token.valueSpan?.start ?? token.span.end;
  if (of === undefined || caret < start) return undefined;
  return { kind: 'value', of, typed: token.value ?? '', span: { start, end: token.span.end } };
}

/** The names that begin with what is typed, the short one of each field first. */
export function namesLike(typed: string): readonly string[] {
  const names = [...fieldNames.map(([, all]) => all), ...timeNames.map((name) => [name])];
  return names.flatMap((all) => all.find((name) => name.startsWith(typed)) ?? []);
}

/** A text, and where the caret is put in it. */
export interface EditedText {
  readonly text: string;
  readonly caret: number;
}

/** The text with the name or the value chosen; the caret stands where the next letter goes. */
export function completed(text: string, { kind, span }: Completion, choice: string): EditedText {
  const written = kind === 'name' ? `${choice}:` : `${writtenValue(choice)} `;
  const before = text.slice(0, span.start);
  const after = kind === 'name' ? text.slice(span.end) : text.slice(span.end).trimStart();
  return { text: before + written + after, caret: before.length + written.length };
}
