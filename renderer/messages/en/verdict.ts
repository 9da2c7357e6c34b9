/** What the check by CloudTrail's digests says of a log file, in a word or two and as a sentence. */
export const verdict = {
  altered: 'altered',
  unlisted: 'in no digest',
  distrusted: 'in an unsound digest',
  unchecked: 'not comparable',
  uncovered: 'not covered',
  consistent: 'self-consistent',
  proven: 'proven',
  changed: 'changed since import',
  gone: 'bytes gone',
  alteredMeans: 'Its content is not what the digest says CloudTrail delivered.',
  unlistedMeans: 'Digests cover the time of its delivery, and none of them names it.',
  distrustedMeans: 'Its hash is in a digest, but that digest itself is not as CloudTrail wrote it.',
  uncheckedMeans: 'Its content can’t be had, so there is nothing to compare.',
  uncoveredMeans: 'No digest among the evidence covers the time of its delivery.',
  consistentMeans:
    'Its hash is in a digest. No signature could be checked, so whoever changed both would go unnoticed: self-consistent, not proven.',
  provenMeans:
    'Its hash is in a digest that CloudTrail signed, or that a signed digest has the hash of.',
} as const;
