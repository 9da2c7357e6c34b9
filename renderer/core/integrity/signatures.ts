import type { EpochMs } from '../base/units.ts';
import { fromHex } from '../decode/hex.ts';
import type { Digest } from './digest.ts';
import type { PublicKey } from './public-keys.ts';

/**
 * What a signature says of what it is of. That of a digest stands in the digest after it and in S3's
 * metadata; that of query results in their sign file.
 */
export type SignatureVerdict =
  | 'valid'
  | 'wrong'
  /** The key it was made with is not among those of the case. */
  | 'key missing'
  /** It fits a key that CloudTrail did not sign with at that time. */
  | 'key out of time'
  /** No digest in the case repeats it, and it was not fetched from S3, whose metadata have it. */
  | 'not available';

/**
 * What CloudTrail signs of a digest ("Custom implementations of CloudTrail log file integrity
 * validation"): its end, its place, the SHA-256 of its content, and the signature before it.
 */
export function signedText(
  { endTime, bucket, key, previous }: Pick<Digest, 'endTime' | 'bucket' | 'key' | 'previous'>,
  sha256: string,
): string {
  return `${endTime}\n${bucket}/${key}\n${sha256}\n${previous?.signature ?? 'null'}`;
}

/** What a signature is of, and the public key that it was made to fit. */
interface SignedBy {
  readonly text: string;
  /** Of the key. */
  readonly fingerprint: string;
  /** When it was signed. */
  readonly time: EpochMs;
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** Checks signatures with the keys of a case. Each key is imported once. */
export class SignatureChecker {
  readonly #keys: ReadonlyMap<string, PublicKey>;
  readonly #imported = new Map<string, Promise<CryptoKey | undefined>>();

  constructor(keys: readonly PublicKey[]) {
    this.#keys = new Map(keys.map((key) => [key.fingerprint, key]));
  }

  /** Whether `signature` (hex) is that of this text, by the key that it says it was made with. */
  async check(
    { text, fingerprint, time }: SignedBy,
    signature: string | undefined,
  ): Promise<SignatureVerdict> {
    if (signature === undefined) return 'not available';
    const key = this.#keys.get(fingerprint);
    if (key === undefined) return 'key missing';
    const imported = await this.#import(key);
    const bytes = fromHex(signature);
    if (imported === undefined || bytes === undefined) return 'wrong';
    const signed = new TextEncoder().encode(text);
    if (!(await crypto.subtle.verify(algorithm, imported, bytes, signed))) return 'wrong';
    const { validity } = key;
    const isInTime = validity === undefined || (validity.start <= time && time <= validity.end);
    return isInTime ? 'valid' : 'key out of time';
  }

  /** Undefined where the bytes are no RSA key. */
  #import({ fingerprint, spki }: PublicKey): Promise<CryptoKey | undefined> {
    const known = this.#imported.get(fingerprint);
    if (known !== undefined) return known;
    const importing = crypto.subtle
      .importKey('spki', spki, algorithm, false, ['verify'])
      .catch(() => undefined);
    this.#imported.set(fingerprint, importing);
    return importing;
  }
}
