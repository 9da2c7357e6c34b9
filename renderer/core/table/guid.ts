const guidDashes = [8, 13, 18, 23] as const;
/** Where every fourth hex digit of a GUID stands. */
const guidHalves = [0, 4, 9, 14, 19, 24, 28, 32] as const;

/** Value of a lower-case hex digit by its byte, 2^16 for others: an upper-case GUID is other text. */
const hexValue = new Uint32Array(256).fill(0x10000);
'0123456789abcdef'.split('').forEach((char, value) => {
  hexValue[char.charCodeAt(0)] = value;
});

/** Reads `8-4-4-4-12` lower-case hex into four words; false where the text is anything else. */
export function readGuid(
  bytes: Uint8Array,
  start: number,
  end: number,
  words: Uint32Array,
): boolean {
  if (end - start !== 36) return false;
  for (const dash of guidDashes) if (bytes[start + dash] !== 0x2d) return false;
  let wrong = 0;
  for (let half = 0; half < 8; half++) {
    const digits = fourDigits(bytes, start + (guidHalves[half] ?? 0));
    wrong |= digits;
    if (half % 2 === 0) words[half >> 1] = digits << 16;
    else words[half >> 1] = (words[half >> 1] ?? 0) | digits;
  }
  return wrong <= 0xffff;
}

/** Above 0xffff where one is no lower-case hex digit. */
function fourDigits(bytes: Uint8Array, at: number): number {
  return (
    ((hexValue[bytes[at] ?? 0] ?? 0) << 12) |
    ((hexValue[bytes[at + 1] ?? 0] ?? 0) << 8) |
    ((hexValue[bytes[at + 2] ?? 0] ?? 0) << 4) |
    (hexValue[bytes[at + 3] ?? 0] ?? 0)
  );
}

/** The GUID that four words keep, as text. */
export function guidText(words: Uint32Array, event: number): string {
  let hex = '';
  for (let i = 0; i < 4; i++) hex += (words[event * 4 + i] ?? 0).toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text is a GUID in small letters, as CloudTrail writes its event ids. */
export function isGuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
