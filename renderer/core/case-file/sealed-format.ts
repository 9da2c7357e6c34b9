import { scryptAsync } from '@noble/hashes/scrypt.js';

// A sealed file: a header, then the content in chunks of 256 KB, each encrypted and authenticated by
// AES-256-GCM under a number and a mark of the last one: the STREAM construction of Hoang, Reyhanitabar,
// Rogaway and Vizár (CRYPTO 2015), as age and Tink use it. Taking chunks out, changing their order, or
// cutting the end off is thereby noticed like a change of a byte.

/** Plain bytes of every chunk but the last, which may have fewer. */
export const sealedChunkBytes = 256 * 1024;
/** What GCM adds to each. */
export const tagBytes = 16;

/** How a sealed file begins: not text, not a packing that the import knows. */
export const sealedMagic = Uint8Array.of(0x89, 0x54, 0x57, 0x53, 0x45, 0x41, 0x4c, 0x0a);
const version = 1;
const saltBytes = 16;
const macBytes = 32;
const openBytes = sealedMagic.length + 2 + saltBytes;
export const sealedHeaderBytes = openBytes + macBytes;

/** 2^17 with r = 8: 128 MB and about a second, the first of OWASP's settings for scrypt (RFC 7914). */
const scryptLog2N = 17;
/** Beyond, a header is made to take all memory: 1 GB. */
const mostLog2N = 20;

/** The keys that a passphrase and a file's salt give. */
export interface SealKeys {
  readonly content: CryptoKey;
  readonly header: CryptoKey;
}

/** A new header for this passphrase, and the keys for the content behind it. Takes about a second. */
export async function newHeader(
  passphrase: string,
): Promise<{ readonly header: Uint8Array<ArrayBuffer>; readonly keys: SealKeys }> {
  const header = new Uint8Array(sealedHeaderBytes);
  header.set(sealedMagic);
  header[sealedMagic.length] = version;
  header[sealedMagic.length + 1] = scryptLog2N;
  const salt = crypto.getRandomValues(header.subarray(openBytes - saltBytes, openBytes));
  const keys = await keysFor(passphrase, salt, scryptLog2N);
  const mac = await crypto.subtle.sign('HMAC', keys.header, header.subarray(0, openBytes));
  header.set(new Uint8Array(mac), openBytes);
  return { header, keys };
}

/**
 * The keys to what is behind a header; undefined where the passphrase is another one, or the header
 * was changed: the two can't be told apart. Throws where the header can't be read at all.
 */
export async function keysOf(
  header: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<SealKeys | undefined> {
  const log2N = header[sealedMagic.length + 1] ?? 0;
  if (header.length < sealedHeaderBytes) throw new Error('The file is cut off in its first bytes.');
  if (header[sealedMagic.length] !== version) {
    throw new Error('The file was sealed by a later version of Trailwitness. Open it with that.');
  }
  if (log2N < 10 || log2N > mostLog2N) throw new Error('The first bytes of the file were changed.');
  const keys = await keysFor(passphrase, header.subarray(openBytes - saltBytes, openBytes), log2N);
  const [open, mac] = [header.subarray(0, openBytes), header.subarray(openBytes)];
  return (await crypto.subtle.verify('HMAC', keys.header, mac, open)) ? keys : undefined;
}

/** The nonce of a chunk: its number, and whether it is the last. A key is of one file only. */
export function chunkNonce(chunk: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(chunk));
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

async function keysFor(passphrase: string, salt: Uint8Array, log2N: number): Promise<SealKeys> {
  // Keyboards write the same letters in several ways: NFKC makes one of them (RFC 8265, 4.2).
  const settings = { N: 2 ** log2N, r: 8, p: 1, dkLen: 64, maxmem: 2 ** (mostLog2N + 11) };
  const bytes = new Uint8Array(await scryptAsync(passphrase.normalize('NFKC'), salt, settings));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const { subtle } = crypto;
  const [content, header] = await Promise.all([
    subtle.importKey('raw', bytes.subarray(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', bytes.subarray(32), hmac, false, ['sign', 'verify']),
  ]);
  return { content, header };
}
