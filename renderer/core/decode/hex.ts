/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that hex spells; undefined where it is none. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/iu.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, byte) =>
    Number.parseInt(text.slice(2 * byte, 2 * byte + 2), 16),
  );
}
