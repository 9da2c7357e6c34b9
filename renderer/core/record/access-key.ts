/** How long an access key is good for, as its id says; `none`: the text is no access key ID. */
export type KeyClass = 'long-term' | 'temporary' | 'other' | 'none';

/**
 * Whether a text can be the ID of one access key: a prefix of credentials and sixteen or more capital
 * letters and digits, not all of them the same. Keys that were blacked out (`AAAA…`, `AKIAXXXX…`) or
 * put in by hand (`YOUR_ACCESS_KEY_ID`) are alike for different people, and tell nobody apart.
 * Sources: AWS IAM user guide, "IAM identifiers", unique id prefixes; IAM API reference, `AccessKey`.
 * Published evidence whose keys were changed one by one has digits outside of base 32, which are let be.
 */
export function isAccessKeyId(text: string): boolean {
  return /^(?:AKIA|ASIA|ABIA|ACCA)(?!(.)\1*$)[A-Z0-9]{16,124}$/.test(text);
}

/**
 * The class of an access key by the first letters of its id: AKIA is a user's own, good until it is
 * deleted; ASIA was handed out by STS or the console, and expires. Source: as above.
 */
export function keyClass(accessKey: string): KeyClass {
  if (!isAccessKeyId(accessKey)) return 'none';
  if (accessKey.startsWith('AKIA')) return 'long-term';
  return accessKey.startsWith('ASIA') ? 'temporary' : 'other';
}
