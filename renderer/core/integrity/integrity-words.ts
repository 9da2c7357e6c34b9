import type { DigestCheck, DigestGap } from './digest-chains.ts';
import type { LogVerdict } from './log-checks.ts';

/** A log file's verdict in a word or two. */
export const logVerdictWords: Readonly<Record<LogVerdict, string>> = {
  altered: 'altered',
  unlisted: 'not listed',
  distrusted: 'in an unsound list',
  unchecked: 'not comparable',
  uncovered: 'not covered',
  consistent: 'self-consistent',
  proven: 'proven',
};

/** What a log file's verdict means, as a sentence. */
export const logVerdictMeanings: Readonly<Record<LogVerdict, string>> = {
  altered: 'Its content is not what CloudTrail’s digest or sign file says was delivered.',
  unlisted:
    'Digests cover the time of its delivery, or a sign file lies beside it, and none of them names it.',
  distrusted: 'Its hash is in a digest or sign file that itself is not as CloudTrail wrote it.',
  unchecked: 'Its content can’t be had, so there is nothing to compare.',
  uncovered: 'No digest among the evidence covers the time of its delivery.',
  consistent:
    'Its hash is in a digest or sign file. No signature could be checked, so whoever changed both would go unnoticed: self-consistent, not proven.',
  proven:
    'Its hash is in a digest or sign file that CloudTrail signed, or in a digest that a signed one has the hash of.',
};

/** Whether a verdict speaks against the file. */
export function isAgainst(verdict: LogVerdict): boolean {
  return verdict === 'altered' || verdict === 'unlisted' || verdict === 'distrusted';
}

/** What a signature says of what it is of. */
export const signatureWords: Readonly<Record<DigestCheck['signature'], string>> = {
  valid: 'signature valid',
  wrong: 'signature wrong',
  'key missing': 'signature not checked: its public key is not among the evidence',
  'key out of time': 'signed with a key that was not in use at that time',
  'not available':
    'signature not available: it is repeated in the next digest, and kept in S3’s metadata before',
};

const previousWords: Readonly<Record<DigestCheck['previous'], string>> = {
  start: 'begins a chain',
  matches: 'follows on the digest before',
  differs: 'has another hash of the digest before',
  missing: 'the digest before is not among the evidence',
};

/** All that was found out about a digest, in words. */
export function digestInWords({ signature, next, previous, isMoved, name }: DigestCheck): string {
  return [
    signatureWords[signature],
    next === 'differs' ? 'the next digest has another hash of it' : '',
    previousWords[previous],
    name?.isBackfill === true ? 'written later, for a time that had none (backfill)' : '',
    isMoved ? 'moved from where CloudTrail put it' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Why there may be no digest for a time. */
export const gapMeanings: Readonly<Record<DigestGap['kind'], string>> = {
  missing: 'The next digest names one before it that is not among the evidence: collect it.',
  restarted: 'The next digest begins a new chain, as after logging was stopped and started again.',
  unexplained: 'The next digest follows on the one before the gap, though their times do not meet.',
  backfilled: 'Digests that were written later cover this time.',
};
