import { inOne, phrase, type Phrase } from '../words/phrase.ts';
import type { DigestCheck, DigestGap } from './digest-chains.ts';
import type { SignatureVerdict } from './signatures.ts';

/** All that was found out about a digest. */
export function digestInWords(check: DigestCheck): Phrase {
  const { signature, next, previous, isMoved, name } = check;
  const signed = signatureInWords(signature);
  const others = [
    ...(next === 'differs' ? [phrase('doubt.nextDiffers')] : []),
    phrase(previousKeys[previous]),
    ...(name?.isBackfill === true ? [phrase('doubt.backfill')] : []),
    ...(isMoved ? [phrase('doubt.moved')] : []),
  ];
  return inOne('doubt.both', [signed, ...others]) ?? signed;
}

/** What a signature says of what it is of. */
export function signatureInWords(signature: SignatureVerdict): Phrase {
  return phrase(signatureKeys[signature]);
}

const signatureKeys = {
  valid: 'doubt.signatureValid',
  wrong: 'doubt.signatureWrong',
  'key missing': 'doubt.signatureKeyMissing',
  'key out of time': 'doubt.signatureKeyOutOfTime',
  'not available': 'doubt.signatureNotAvailable',
} as const satisfies Readonly<Record<SignatureVerdict, string>>;

const previousKeys = {
  start: 'doubt.previousStart',
  matches: 'doubt.previousMatches',
  differs: 'doubt.previousDiffers',
  missing: 'doubt.previousMissing',
} as const satisfies Readonly<Record<DigestCheck['previous'], string>>;

/** The trail that no digest speaks of, and why there may be none. */
export function digestGapInWords({ account, region, trail, kind }: DigestGap): {
  readonly trail: Phrase;
  readonly why: Phrase;
} {
  return {
    trail: phrase('doubt.ofTrail', { trail, region, account }),
    why: phrase(gapKeys[kind]),
  };
}

const gapKeys = {
  missing: 'doubt.gapMissing',
  restarted: 'doubt.gapRestarted',
  unexplained: 'doubt.gapUnexplained',
  backfilled: 'doubt.gapBackfilled',
} as const satisfies Readonly<Record<DigestGap['kind'], string>>;
