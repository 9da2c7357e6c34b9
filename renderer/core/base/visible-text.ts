/**
 * Characters that cannot be seen or that change the order of what stands around them: controls,
 * format characters (bidirectional overrides and isolates, zero-width ones, tags), line and
 * paragraph separators, other characters without a glyph, half surrogate pairs, non-characters.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;
const everyHidden = new RegExp(hidden.source, 'gu');

/**
 * The text with everything in it made visible, for one line: `␊` for a line feed, `⟦U+202E⟧` for
 * a bidirectional override. Text without such characters comes back as it is, at little cost.
 */
export function visibleText(text: string): string {
  return hidden.test(text) ? text.replace(everyHidden, visibleForm) : text;
}

function visibleForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // The block of control pictures stands at U+2400 in the order of the controls, with DEL after.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}
