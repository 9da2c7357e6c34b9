import { sha256 } from '@noble/hashes/sha2.js';

/** What has bytes: a Blob, a File, or a file in an archive. Both ways may be asked more than once. */
export interface ByteSource {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Up to this size a file is held in memory whole. */
export const maxHeldBytes = 64 * 1024 * 1024;

/** SHA-256 of bytes in memory, by the platform: lower-case hex. */
export async function sha256OfBytes(bytes: ArrayBuffer): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** SHA-256 of a source of any size, piece by piece: the platform's digest wants it all at once. */
export async function sha256OfSource(source: ByteSource): Promise<string> {
  if (source.size <= maxHeldBytes) return sha256OfBytes(await source.arrayBuffer());
  const hash = sha256.create();
  const reader = source.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return toHex(hash.digest());
    hash.update(value);
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
