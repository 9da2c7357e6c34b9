/** Comparing a case with the files that its evidence came from. */
export const originals = {
  explain:
    'The check reads the case’s own copies. To see whether the originals are still the same, name the folder or the files.',
  folder: 'Compare with a folder…',
  files: 'Compare with files…',
  pickFolder: 'Folder to compare with',
  pickFiles: 'Files to compare with',
  same_one: '{{count, number}} evidence file is there with the same bytes.',
  same_other: '{{count, number}} evidence files are there with the same bytes.',
  differs_one: '{{count, number}} has other bytes now, or can’t be read:',
  differs_other: '{{count, number}} have other bytes now, or can’t be read:',
  missing_one: '{{count, number}} is not among the files compared:',
  missing_other: '{{count, number}} are not among the files compared:',
  others_one: '{{count, number}} of the files compared is not in the case.',
  others_other: '{{count, number}} of the files compared are not in the case.',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
} as const;
