/** The parts of the window, and what is asked or said between them. */
export const window = {
  facetsWidth: 'Width of the facets',
  detailsWidth: 'Width of the details',
  tableHeight: 'Height of the table',
  spanOfTime: 'Span of time',
  keepView: 'Keep this view',
  viewName: 'Name of the view',
  keep: 'Keep',
  newCase: 'New case',
  create: 'Create',
  renameCase: 'Rename case',
  rename: 'Rename',
  details: 'Details',
  findings: 'Findings',
  findingsCount: 'Findings {{count, number}}',
  sideTabs: 'Beside the timeline',
  caseIsEmpty: '{{name}} holds no events yet',
  startCase: 'Start a case',
  caseOpening: 'Opening {{name}}…',
  caseFailed: 'Case “{{name}}” can’t be opened',
  tryAgain: 'Try again',
  launchUnknown: 'The app can’t tell how it was started',
  launchUnknownWayOut: 'Close it and start it again.',
  stopped: 'A part of the app stopped and was started anew',
  stoppedWayOut:
    'Nothing of the case is lost: it is being read again. What was just asked for may have to be asked once more.',
  stoppedAgainWayOut:
    'It stopped again while reading the case. Nothing of the case is lost: close the app, start it, and open the case again.',
  mistake: 'Something in the program went wrong',
  mistakeWayOut:
    'The evidence is not affected. If the window does not answer, open the case again.',
} as const;
