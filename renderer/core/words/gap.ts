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
  open: 'from {{start}}, end not in the evidence',
  openFor: 'from {{start}}, end not in the evidence, at least {{duration}}',
  usual:
    'At other times, {{share, number}} of 100 spans of ten minutes have events of this account and region.',
  usualOnDays:
    'At other times, {{share, number}} of 100 spans of ten minutes have events of this account and region. The same hours of other days: {{spoken, number}} of the {{compared, number}} that the case has have events.',
  usualInSpans:
    'At other times, {{share, number}} of 100 spans of ten minutes have events of this account and region. Other spans of {{length, number}} days: {{spoken, number}} of the {{compared, number}} that the case has have events.',
  atStart: '{{usual}} This lies before the first event of it.',
  atEnd: '{{usual}} This lies after the last event of it.',
  notEnded:
    'It began with {{start}}; the case shows no call that ended it. Other trails may have recorded meanwhile.',
  ended:
    'It began with {{start}}; it ended with {{end}}. Other trails may have recorded meanwhile.',
} as const;
