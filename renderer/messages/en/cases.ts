/** The list of cases, and what is asked of a case. */
export const cases = {
  recent: 'Recent cases',
  filesAndSize: '{{files}}, {{size}}',
  opened: 'opened {{time}}',
  delete: 'Delete…',
  deleteNamed: 'Delete case {{name}}',
  deleteTitle: 'Delete case “{{name}}”?',
  goes: 'This goes, and can’t be brought back:',
  eventsAndIndex: '{{events}} and the index over them',
  copies: 'the app’s copies of {{files}} ({{size}}), with their SHA-256 and the import ledger',
  untouched: 'The evidence files themselves, wherever you imported them from, are not touched.',
  keep: 'Keep the case',
  deleteIt: 'Delete the case',
  name: 'Name of the case',
  cancel: 'Cancel',
} as const;
