/** What can be saved: the name of its kind of file in a dialog, and its ending. */
export const saveKinds = {
  pdf: { name: 'PDF report', extension: 'pdf' },
  html: { name: 'HTML report', extension: 'html' },
  csv: { name: 'Comma-separated values', extension: 'csv' },
  ndjson: { name: 'Lines of JSON', extension: 'ndjson' },
  timesketch: { name: 'Timesketch timeline', extension: 'jsonl' },
  entities: { name: 'Comma-separated values', extension: 'csv' },
  entitiesNdjson: { name: 'Lines of JSON', extension: 'ndjson' },
  findings: { name: 'Comma-separated values', extension: 'csv' },
  findingsNdjson: { name: 'Lines of JSON', extension: 'ndjson' },
  ledger: { name: 'Comma-separated values', extension: 'csv' },
  ledgerNdjson: { name: 'Lines of JSON', extension: 'ndjson' },
  png: { name: 'Picture', extension: 'png' },
  svg: { name: 'Vector picture', extension: 'svg' },
  journal: { name: 'Journal of the case', extension: 'txt' },
} as const;

/** A whole case in one file: no export, and saved on a way of its own. */
export const caseKind = { name: 'Trailwitness case', extension: 'trailwitness' } as const;

export type SaveKind = keyof typeof saveKinds;

/** Every kind, once. */
export const saveKindNames = Object.keys(saveKinds) as readonly SaveKind[];
