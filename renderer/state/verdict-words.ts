import type { Verdict } from '../core/source/evidence.ts';

/** What became of a file, in the words of the ledger and in its order. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  imported: 'imported',
  partly: 'partly imported',
  unreadable: 'unreadable',
  skipped: 'not CloudTrail, skipped',
  duplicate: 'in the case already',
  archive: 'archive',
};
