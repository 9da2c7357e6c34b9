/**
 * How the value of a term is written: `*` stands for any run of characters, `\*` for the star
 * itself. The escape matters, since whoever wrote the evidence could have sent a star on purpose.
 */
export type ValuePattern =
  | { readonly kind: 'exact'; readonly text: string }
  /** In lower case. The text begins with the first part, ends with the last, has the others between. */
  | { readonly kind: 'wildcard'; readonly parts: readonly string[] };

/** The value of a term that means exactly this text, stars and all. */
export function exactValue(text: string): string {
  return text.replaceAll('*', '\\*');
}

/** Reads the value of a term. Every text is one. */
export function parseValuePattern(value: string): ValuePattern {
  const parts = [''];
  for (let at = 0; at < value.length; at++) {
    const isEscape = value.startsWith('\\*', at);
    if (isEscape) at++;
    if (value[at] === '*' && !isEscape) parts.push('');
    else parts.push((parts.pop() ?? '') + (value[at] ?? ''));
  }
  return parts.length === 1
    ? { kind: 'exact', text: parts[0] ?? '' }
    : { kind: 'wildcard', parts: parts.map((part) => part.toLowerCase()) };
}

/**
 * Whether a text in lower case has the parts of a wildcard in order. Never true for the empty text,
 * which stands for "not in the record": `*` means any value at all. Each part is looked for once,
 * so that no pattern can make the search stall.
 */
export function matchesWildcard(parts: readonly string[], lowered: string): boolean {
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (lowered === '' || lowered.length < first.length + last.length) return false;
  if (!lowered.startsWith(first) || !lowered.endsWith(last)) return false;
  const end = lowered.length - last.length;
  let at = first.length;
  for (let place = 1; place < parts.length - 1; place++) {
    const part = parts[place] ?? '';
    const found = lowered.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
