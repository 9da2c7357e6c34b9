/** Two selections side by side. */
export const compare = {
  title: 'Compare two selections',
  everything: 'everything',
  elbOnly: '{{query}}, ELB only',
  allServices: '{{query}}, all services',
  sums: '{{events}}, {{writes}}, {{denied, number}} denied',
  none: 'none',
  list: '{{field}}: {{list}}',
  more: '{{more, number}} more',
  how: 'Keep what is selected now, then select something else (another span of time, another entity) and come back: both stand side by side.',
  kept: 'Kept',
  selected: 'Selected now',
  keep: 'Keep what is selected now',
  failed: 'They could not be compared: {{reason}} Close this and open it again.',
  counting: 'Counting…',
  field: 'Field',
  onlyKept: 'Only in what was kept',
  onlySelected: 'Only in what is selected now',
  changed: 'In both, not as often',
  same: '{{same, number}} the same',
  nothingElse:
    'What is selected now is what was kept. Close this, select something else, and open it again.',
} as const;
