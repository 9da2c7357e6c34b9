/** Counts with what is counted. */
export const counts = {
  events_one: '{{count, number}} event',
  events_other: '{{count, number}} events',
  files_one: '{{count, number}} file',
  files_other: '{{count, number}} files',
  archives_one: '{{count, number}} archive',
  archives_other: '{{count, number}} archives',
  evidenceFiles_one: '{{count, number}} evidence file',
  evidenceFiles_other: '{{count, number}} evidence files',
  findings_one: '{{count, number}} finding',
  findings_other: '{{count, number}} findings',
  more: '{{count, number}} more',
  bytes_one: '{{count, number}} byte',
  bytes_other: '{{count, number}} bytes',
} as const;
