/** The journal of the case. */
export const journal = {
  title: 'Journal of the case',
  yourName: 'Your name, as the journal writes it',
  notGiven: 'not given',
  holds_one:
    'The chain holds: {{count, number}} entry, each with the SHA-256 of the one before it.',
  holds_other:
    'The chain holds: {{count, number}} entries, each with the SHA-256 of the one before it.',
  broken: 'The chain is broken.',
  brokenText: 'Someone changed what was written. Nothing was repaired:',
  fault: 'Entry {{number, number}}: {{reason}}',
  unread_one:
    '{{count, number}} entry can’t be read by this version of the app, or was altered: what it did is not shown, and left out of the findings.',
  unread_other:
    '{{count, number}} entries can’t be read by this version of the app, or were altered: what they did is not shown, and left out of the findings.',
  entries: 'Entries, the last one first',
  number: 'No.',
  when: 'When',
  who: 'Who',
  what: 'What',
  earlier_one: '{{count, number}} earlier entry: the saved journal has them all.',
  earlier_other: '{{count, number}} earlier entries: the saved journal has them all.',
  fileHint: 'The file has an entry a line, each after its SHA-256: sha256sum can check it.',
  save: 'Save the journal…',
  close: 'Close',
  notRead: 'The journal can’t be read',
  lost: 'The case’s database was closed',
  lostReason:
    'The disk is full or fails, or the app’s data was removed. What was reported as saved is in it, unless it was removed; nothing more can be saved.',
  lostWayOut:
    'Make room on the disk, then quit Trailwitness and start it again: what a full disk left half written is put right at the start.',
  notSaved: 'The change was not saved',
  notSavedWayOut: 'Check that the disk has room, then quit Trailwitness and start it again.',
  altered: 'The journal of this case was altered',
  alteredWayOut: 'Nothing was repaired. The journal, in the case menu, shows every place.',
} as const;
