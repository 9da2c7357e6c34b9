import { wholeVisibleText } from '../base/visible-text.ts';

/**
 * Markup that is safe to stand in a page: made by {@link html} only, so that every text of the
 * evidence in it is escaped.
 */
export class Html {
  readonly markup: string;

  /** `markup` must be escaped already: use {@link html}. */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a `${}` of {@link html}. */
type HtmlPart = string | number | Html | readonly Html[];

/**
 * HTML or SVG from a template: its own text is markup, every `${}` is text, made visible and
 * escaped for elements and for attributes in quotes, unless it is {@link Html} itself.
 */
export function html(template: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let markup = template[0] ?? '';
  for (const [place, part] of parts.entries()) {
    markup += escapePart(part) + (template[place + 1] ?? '');
  }
  return new Html(markup);
}

/** Several pieces of markup, one after the other. */
export function joinHtml(pieces: readonly Html[]): Html {
  return new Html(pieces.map(({ markup }) => markup).join(''));
}

/** Nothing. */
export const noHtml: Html = new Html('');

function escapePart(part: HtmlPart): string {
  if (typeof part === 'string') return escapeText(wholeVisibleText(part));
  if (typeof part === 'number') return String(part);
  if (part instanceof Html) return part.markup;
  return joinHtml(part).markup;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
