/** What is said of one event: how it ended, what its user agent says, what must be known of it. */
export const event = {
  nothingOf: 'Event name not in this record',
  resultDenied: 'denied',
  resultThrottled: 'throttled',
  resultFailed: 'failed',
  resultUnknown: 'not in this export: it has no error codes',
  resultWrite: 'succeeded, a call that changes things',
  resultRead: 'succeeded, a call that only reads',
  within: 'within',
  system: 'system',
  command: 'command',
  environment: 'ran in',
  credentialSource: 'credentials from',
  lacks:
    'Read from an export ({{shape}}) that has no {{fields}}: their absence says nothing of the call.',
  attackTool: 'The user agent names a tool or system made for attacks.',
  oddCommand: 'The command in the user agent, {{command}}, does not fit this call.',
  byService: 'Made by an AWS service on someone’s behalf.',
  accessByName: 'Whether it only reads is told from the event’s name: the record does not say.',
  timeFromEnvelope:
    'The record has no eventTime that is a time; the time shown is that of its @timestamp or envelope.',
  sameIdOtherContent: 'Another record has the same eventID and other content. Both are kept.',
  idMissing: 'The record has no eventID, so it can’t be told from a copy of itself.',
  idIsHashed: 'The eventID is no GUID.',
} as const;
