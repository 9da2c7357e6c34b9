/** What the investigator starred, tagged and noted. */
export const findings = {
  title: 'Findings',
  none: 'No findings yet',
  noneText:
    'What you star ({{star}}), tag ({{tag}}) or note ({{note}}) stands here, in the order of your story: events, addresses, keys and other values by their star in the details, and spans of time by the star of their condition. The report tells it, and everything can be taken back with {{undo}}.',
  event: 'Event',
  spanOf: '{{length}} of time',
  from: 'from {{time}}',
  goHint: 'Go there. Alt+↑ and Alt+↓ move it within the story, Delete removes it',
  gone: 'not in the case any more',
  moveUp: 'Move {{what}} up',
  moveUpHint: 'Up (Alt+↑)',
  moveDown: 'Move {{what}} down',
  moveDownHint: 'Down (Alt+↓)',
  noteOn: 'Note on {{what}}',
  notePlaceholder: 'Note: what this means for the story',
  nothingToStar: 'Nothing to star',
  nothingToStarText: 'No event is chosen. Choose one, then press the key again.',
} as const;
