/** How a value with a fault in it ends. */
export type DamagedEnd =
  /** Its brackets close here. */
  | { readonly kind: 'closed'; readonly at: number }
  /** The next record opens here, though the brackets of this one have not closed. */
  | { readonly kind: 'opening'; readonly at: number }
  /** The bytes end before it does. */
  | { readonly kind: 'open' };

const recordOpening = new TextEncoder().encode('"eventVersion"');

/**
 * Where a damaged value ends, by its brackets and quotes alone: control characters, bad escapes
 * and missing commas do not disturb those, and what is nested in a damaged record is never taken
 * for a record. A quote too many or too few turns text and structure round; then the next
 * `},{"eventVersion"` that stands where text should be ends the value.
 */
export function endOfDamaged(bytes: Uint8Array, start: number, end: number): DamagedEnd {
  let depth = 0;
  let inString = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) inString = false;
      else if (byte === 0x7b && opensRecord(bytes, at, start, end)) return { kind: 'opening', at };
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) {
      if (--depth <= 0) return { kind: 'closed', at: at + 1 };
    }
  }
  return { kind: 'open' };
}

/** The next `},{"eventVersion"` from a place on: where its second brace is, or -1. */
export function nextRecordOpening(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    at = bytes.indexOf(0x7b, at);
    if (at < 0 || at >= end) return -1;
    if (opensRecord(bytes, at, start, end)) return at;
  }
  return -1;
}

/** The next line that begins with a brace or a bracket, or -1. Indented ones are inside a value. */
export function nextLineOpening(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    at = bytes.indexOf(0x0a, at);
    if (at < 0 || at + 1 >= end) return -1;
    if (bytes[at + 1] === 0x7b || bytes[at + 1] === 0x5b) return at + 1;
  }
  return -1;
}

function opensRecord(bytes: Uint8Array, brace: number, start: number, end: number): boolean {
  let at = brace + 1;
  while (at < end && (bytes[at] ?? 0) <= 0x20) at++;
  if (at + recordOpening.length > end) return false;
  for (let i = 0; i < recordOpening.length; i++) {
    if (bytes[at + i] !== recordOpening[i]) return false;
  }
  at = brace - 1;
  while (at > start && (bytes[at] ?? 0) <= 0x20) at--;
  if (bytes[at] !== 0x2c) return false;
  at--;
  while (at > start && (bytes[at] ?? 0) <= 0x20) at--;
  return at >= start && bytes[at] === 0x7d;
}
