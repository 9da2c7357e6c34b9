/** A type of the data catalog, as far as statements depend on it. Names are in lower case. */
export type HiveType =
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, HiveType> }
  | { readonly kind: 'list' }
  | { readonly kind: 'map' }
  | { readonly kind: 'plain'; readonly name: string };

/** Deeper ones are taken for plain. */
const maxDepth = 20;

/**
 * Reads a type such as `struct<type:string,attributes:map<string,string>>`. What can't be read is
 * plain, by its text.
 */
export function hiveType(text: string): HiveType {
  return typeOf(text.toLowerCase().replaceAll(/\s+/gu, ''), 0);
}

function typeOf(text: string, depth: number): HiveType {
  const [, outer, inner = ''] = /^(struct|array|map)<(.*)>$/su.exec(text) ?? [];
  if (outer === 'array') return { kind: 'list' };
  if (outer === 'map') return { kind: 'map' };
  if (outer !== 'struct' || depth >= maxDepth) return { kind: 'plain', name: text };
  const fields = new Map<string, HiveType>();
  for (const field of membersOf(inner)) {
    const colon = field.indexOf(':');
    if (colon < 0) return { kind: 'plain', name: text };
    fields.set(field.slice(0, colon), typeOf(field.slice(colon + 1), depth + 1));
  }
  return { kind: 'struct', fields };
}

/** Splits at the commas that stand in no brackets. */
function membersOf(text: string): readonly string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '<' || character === '(') depth++;
    if (character === '>' || character === ')') depth--;
    if (character !== undefined && (character !== ',' || depth > 0)) continue;
    if (at > start) members.push(text.slice(start, at));
    start = at + 1;
  }
  return members;
}
