/** How long an access key is good for, as its id says. */
export type KeyClass = 'long-term' | 'temporary' | 'unknown';

/**
 * The class of an access key by the first letters of its id: AKIA is a user's own, good until it is
 * deleted; ASIA was handed out by STS or the console, and expires. Source: AWS IAM user guide, "IAM
 * identifiers", unique id prefixes.
 */
export function keyClass(accessKey: string): KeyClass {
  if (accessKey.startsWith('AKIA')) return 'long-term';
  return accessKey.startsWith('ASIA') ? 'temporary' : 'unknown';
}
