import type { Digest } from './digest.ts';
import { fromHex } from '../decode/hex.ts';
import type { PublicKey } from './public-keys.ts';

/** What a digest's signature, which stands in the digest after it and in S3's metadata, says of it. */
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

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** Checks signatures with the keys of a case. Each key is imported once. */
export class SignatureChecker {
  readonly #keys: ReadonlyMap<string, PublicKey>;
  readonly #imported = new Map<string, Promise<CryptoKey | undefined>>();

  constructor(keys: readonly PublicKey[]) {
    this.#keys = new Map(keys.map((key) => [key.fingerprint, key]));
  }

  /** Whether `signature` (hex) is that of the digest with this content hash. */
  async check(
    digest: Digest,
    sha256: string,
    signature: string | undefined,
  ): Promise<SignatureVerdict> {
    if (signature === undefined) return 'not available';
    const key = this.#keys.get(digest.fingerprint);
    if (key === undefined) return 'key missing';
    const imported = await this.#import(key);
    const bytes = fromHex(signature);
    if (imported === undefined || bytes === undefined) return 'wrong';
    const text = new TextEncoder().encode(signedText(digest, sha256));
    if (!(await crypto.subtle.verify(algorithm, imported, bytes, text))) return 'wrong';
    const { validity } = key;
    const { end } = digest.window;
    const isInTime = validity === undefined || (validity.start <= end && end <= validity.end);
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
