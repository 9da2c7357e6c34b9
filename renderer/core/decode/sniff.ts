import { isTarHeader, tarBlock } from './tar-header.ts';

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
export const sniffBytes = tarBlock;

export function sniff(head: Uint8Array): Kind {
  if (head.length === 0) return 'empty';
  const found = magics.find(([, magic]) => magic.every((byte, place) => head[place] === byte));
  return found?.[0] ?? (isTarHeader(head) ? 'tar' : 'plain');
}
