/** Coverage gaps: what each is, and what it rests on. */
export const gap = {
  warning: 'Absence of events is not absence of action.',
  noAccount: 'no account',
  noRegion: 'no region',
  silent: 'No events of {{account}} in {{region}}',
  missing_one: '{{count, number}} log file is missing of {{account}} in {{region}}',
  missing_other: '{{count, number}} log files are missing of {{account}} in {{region}}',
  named:
    'CloudTrail’s digest names {{key}}, which is not among the evidence: collect what is missing.',
  namedAndMore:
    'CloudTrail’s digest names {{key}} and {{more, number}} more, which are not among the evidence: collect what is missing.',
  aTrail: 'A trail',
  trail: 'Trail {{trail}}',
  off: '{{trail}} of {{account}} was off',
  noReads: '{{trail}} of {{account}} recorded no reads',
  noWrites: '{{trail}} of {{account}} recorded no writes',
  span: '{{start}} to {{end}}, {{duration}}',
  usual: 'Otherwise it has events in {{share, number}} % of all ten-minute stretches.',
  usualOnDays:
    'Otherwise it has events in {{share, number}} % of all ten-minute stretches, and had some at the same hours on {{spoken, number}} of {{compared, number}} other days.',
  atStart: '{{usual}} This lies before the first event of it.',
  atEnd: '{{usual}} This lies after the last event of it.',
  notEnded:
    'It began with {{start}}; the case shows no call that ended it. Other trails may have recorded meanwhile.',
  ended:
    'It began with {{start}}; it ended with {{end}}. Other trails may have recorded meanwhile.',
} as const;
