import { md5 } from '@noble/hashes/legacy.js';
import type { EpochMs, Span } from '../base/units.ts';
import { at } from '../decode/foreign/json-value.ts';
import { toHex } from '../decode/hex.ts';
import { parsedJson } from './parsed-json.ts';

/** A public key of CloudTrail's, one of a region and of some weeks. */
export interface PublicKey {
  /** Lower-case hex MD5 of the key's DER bytes: worked out, not taken from the label. */
  readonly fingerprint: string;
  /** When CloudTrail signed with it; undefined where the list does not say. */
  readonly validity: Span<EpochMs> | undefined;
  /** As SubjectPublicKeyInfo, which is what the platform imports. */
  readonly spki: Uint8Array<ArrayBuffer>;
}

/** What a list of keys holds. */
export interface KeyList {
  readonly keys: readonly PublicKey[];
  /** Entries that are no key, or whose label is not the fingerprint of their bytes. */
  readonly refused: number;
}

/** The keys in the output of `aws cloudtrail list-public-keys`. Throws for nothing that is in it. */
export function parsePublicKeys(content: Uint8Array): KeyList {
  const value = parsedJson(content);
  // The reference and its samples differ in the letter (API reference, ListPublicKeys).
  const list = at(value, 'PublicKeyList') ?? at(value, 'publicKeyList');
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const keys = entries.map(keyOf).filter((key) => key !== undefined);
  return { keys, refused: entries.length - keys.length };
}

function keyOf(entry: unknown): PublicKey | undefined {
  const member = (name: string): unknown =>
    at(entry, name) ?? at(entry, name.charAt(0).toLowerCase() + name.slice(1));
  const der = fromBase64(member('Value'));
  if (der === undefined) return undefined;
  const fingerprint = toHex(md5(der));
  const label = member('Fingerprint');
  if (typeof label === 'string' && label.toLowerCase() !== fingerprint) return undefined;
  const start = timeOf(member('ValidityStartTime'));
  const end = timeOf(member('ValidityEndTime'));
  const validity = start === undefined || end === undefined ? undefined : { start, end };
  return { fingerprint, validity, spki: toSpki(der) };
}

function fromBase64(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value !== 'string' || value.length > 10_000) return undefined;
  try {
    return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** ISO text, or seconds since 1970 as a number or text: the CLI's versions differ. */
function timeOf(value: unknown): EpochMs | undefined {
  if (typeof value === 'number') return value * 1000;
  if (typeof value !== 'string') return undefined;
  const time = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

const sequence = 0x30;
const bitString = 0x03;
/** AlgorithmIdentifier of rsaEncryption with NULL parameters (RFC 8017, appendix C). */
const rsaEncryption = Uint8Array.of(
  0x30,
  0x0d,
  0x06,
  0x09,
  0x2a,
  0x86,
  0x48,
  0x86,
  0xf7,
  0x0d,
  0x01,
  0x01,
  0x01,
  0x05,
  0x00,
);

/** CloudTrail documents PKCS#1, and shows SubjectPublicKeyInfo in one sample. */
function toSpki(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (startsWithSequenceIn(der)) return der;
  const bits = element(bitString, joined(Uint8Array.of(0), der));
  return element(sequence, joined(rsaEncryption, bits));
}

/** A SubjectPublicKeyInfo begins with a sequence in the sequence; a PKCS#1 key with a number. */
function startsWithSequenceIn(der: Uint8Array): boolean {
  const lengthByte = der[1] ?? 0;
  const header = lengthByte < 0x80 ? 2 : 2 + (lengthByte & 0x7f);
  return der[header] === sequence;
}

/** One element of DER: tag, length, content. */
function element(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = content;
  if (length < 0x80) return joined(Uint8Array.of(tag, length), content);
  if (length < 0x100) return joined(Uint8Array.of(tag, 0x81, length), content);
  return joined(Uint8Array.of(tag, 0x82, length >> 8, length & 0xff), content);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
