/** What became of a file, as the ledger says it. */
export const source = {
  imported: 'imported',
  partly: 'partly imported',
  unreadable: 'unreadable',
  skipped: 'not CloudTrail, skipped',
  duplicate: 'in the case already',
  archive: 'archive',
} as const;
