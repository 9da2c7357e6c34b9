/** What a file is by its first bytes; its name is not asked. */
export type Container =
  'empty' | 'gzip' | 'zip' | 'zstd' | 'xz' | 'bzip2' | '7z' | 'parquet' | 'plain';

const magics: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // A zip without entries has its end record only.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/** How many first bytes {@link sniff} wants to see. */
export const sniffBytes = 8;

export function sniff(head: Uint8Array): Container {
  if (head.length === 0) return 'empty';
  const found = magics.find(([, magic]) => magic.every((byte, place) => head[place] === byte));
  return found?.[0] ?? 'plain';
}
