import { withoutHidden } from '../../base/visible-text.ts';

/**
 * A text as a JSON string (RFC 8259) in which nothing hides: characters that cannot be seen, or
 * that turn the text around them, are `\u` escapes. A reader of JSON gets the text back as it was.
 */
export function jsonText(text: string): string {
  return escapedJson(JSON.stringify(text));
}

/** JSON with every character that cannot be seen as a `\u` escape: it means the same. */
export function escapedJson(json: string): string {
  return withoutHidden(json, escaped);
}

function escaped(character: string): string {
  let escapes = '';
  for (let unit = 0; unit < character.length; unit++) {
    escapes += `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }
  return escapes;
}
