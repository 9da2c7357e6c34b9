import { assert } from '../base/assert.ts';

const decoder = new TextDecoder();

/** The text of a JSON string literal that a JsonScanner has passed; its bytes have the quotes. */
export function parseString(bytes: Uint8Array, start: number, end: number): string {
  const text: unknown = JSON.parse(decoder.decode(bytes.subarray(start, end)));
  assert(typeof text === 'string', 'a string literal parses to a string');
  return text;
}
