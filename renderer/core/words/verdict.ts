/** What the check by CloudTrail's digests and sign files says of a file, in words and as a sentence. */
export const verdict = {
  altered: 'altered',
  unlisted: 'not listed',
  distrusted: 'in an unsound list',
  unchecked: 'not comparable',
  uncovered: 'not covered',
  consistent: 'self-consistent',
  proven: 'proven',
  changed: 'changed since import',
  gone: 'bytes gone',
  alteredMeans: 'Its content is not what CloudTrail’s digest or sign file says was delivered.',
  unlistedMeans:
    'Digests cover the time of its delivery, or a sign file lies beside it, and none of them names it.',
  distrustedMeans:
    'Its hash is in a digest or sign file that itself is not as CloudTrail wrote it.',
  uncheckedMeans: 'Its content can’t be had, so there is nothing to compare.',
  uncoveredMeans: 'No digest among the evidence covers the time of its delivery.',
  consistentMeans:
    'Its hash is in a digest or sign file. No signature could be checked, so whoever changed both would go unnoticed: self-consistent, not proven.',
  provenMeans:
    'Its hash is in a digest or sign file that CloudTrail signed, or in a digest that a signed one has the hash of.',
} as const;
