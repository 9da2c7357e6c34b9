/** What a file is by its first bytes; its name is not asked. `plain`: none of the others. */
export type Kind =
  | 'plain'
  | 'empty'
  | 'gzip'
  | 'zstd'
  | 'utf-16le'
  | 'utf-16be'
  | 'parquet'
  | 'zip'
  | 'tar'
  | 'xz'
  | 'bzip2'
  | '7z'
  | 'rar';

const magics: readonly (readonly [Kind, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // A zip without entries has its end record only.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  // PowerShell's `>` writes text so, with a byte order mark.
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How many first bytes {@link sniff} wants to see. */
export const sniffBytes = 512;

export function sniff(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty';
  const found = magics.find(([, magic]) => magic.every((byte, place) => head[place] === byte));
  return found?.[0] ?? (isTarHeader(head) ? 'tar' : 'plain');
}

const checksumAt = 148;
const checksumBytes = 8;

/** The sum of a header's bytes, its own field taken for spaces, stands in it as octal digits. */
function isTarHeader(block: Uint8Array): boolean {
  if (block.length < sniffBytes) return false;
  let stored = 0;
  let sum = 0x20 * checksumBytes;
  for (let at = 0; at < sniffBytes; at++) {
    const byte = block[at] ?? 0;
    if (at < checksumAt || at >= checksumAt + checksumBytes) sum += byte;
    else if (byte >= 0x30 && byte <= 0x37) stored = stored * 8 + byte - 0x30;
    else if (byte !== 0 && byte !== 0x20) return false;
  }
  return sum === stored;
}
