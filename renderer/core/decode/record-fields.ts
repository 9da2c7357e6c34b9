import type { FieldTree } from './field-map.ts';

/**
 * What is looked for in an object that may be a CloudTrail record, or an envelope around one.
 * Names are CloudTrail's (record contents reference of the CloudTrail user guide).
 */
export const slot = {
  eventTime: 0,
  eventSource: 1,
  eventName: 2,
  awsRegion: 3,
  sourceIpAddress: 4,
  userAgent: 5,
  errorCode: 6,
  errorMessage: 7,
  requestParameters: 8,
  responseElements: 9,
  readOnly: 10,
  eventId: 11,
  apiVersion: 12,
  resources: 13,
  recipientAccountId: 14,
  consoleCredential: 15,
  identity: 16,
  identityType: 17,
  principalId: 18,
  identityArn: 19,
  identityAccountId: 20,
  accessKeyId: 21,
  userName: 22,
  invokedBy: 23,
  identityProvider: 24,
  mfaAuthenticated: 25,
  issuerAccountId: 26,
  // Envelopes and their times.
  records: 27,
  events: 28,
  logEvents: 29,
  detail: 30,
  cloudTrailEvent: 31,
  message: 32,
  atMessage: 33,
  splunkRaw: 34,
  elasticOriginal: 35,
  atTimestamp: 36,
  envelopeTime: 37,
  // Near relations that are no events.
  digestStartTime: 38,
  insightDetails: 39,
  timeWindow: 40,
  historyEvents: 41,
  eventType: 42,
  mfaUsed: 43,
  onBehalfOfUser: 44,
} as const;
export const slotCount = 45;

const elasticEvent: FieldTree = { original: { slot: slot.elasticOriginal } };

export const recordFields: FieldTree = {
  eventTime: { slot: slot.eventTime },
  eventSource: { slot: slot.eventSource },
  eventName: { slot: slot.eventName },
  awsRegion: { slot: slot.awsRegion },
  sourceIPAddress: { slot: slot.sourceIpAddress },
  userAgent: { slot: slot.userAgent },
  errorCode: { slot: slot.errorCode },
  errorMessage: { slot: slot.errorMessage },
  requestParameters: { slot: slot.requestParameters },
  responseElements: { slot: slot.responseElements },
  readOnly: { slot: slot.readOnly },
  eventID: { slot: slot.eventId },
  apiVersion: { slot: slot.apiVersion },
  resources: { slot: slot.resources },
  recipientAccountId: { slot: slot.recipientAccountId },
  sessionCredentialFromConsole: { slot: slot.consoleCredential },
  eventType: { slot: slot.eventType },
  additionalEventData: { within: { MFAUsed: { slot: slot.mfaUsed } } },
  userIdentity: {
    slot: slot.identity,
    within: {
      type: { slot: slot.identityType },
      principalId: { slot: slot.principalId },
      arn: { slot: slot.identityArn },
      accountId: { slot: slot.identityAccountId },
      accessKeyId: { slot: slot.accessKeyId },
      userName: { slot: slot.userName },
      invokedBy: { slot: slot.invokedBy },
      identityProvider: { slot: slot.identityProvider },
      onBehalfOf: { within: { userId: { slot: slot.onBehalfOfUser } } },
      sessionContext: {
        within: {
          attributes: { within: { mfaAuthenticated: { slot: slot.mfaAuthenticated } } },
          sessionIssuer: { within: { accountId: { slot: slot.issuerAccountId } } },
        },
      },
    },
  },
  Records: { slot: slot.records },
  Events: { slot: slot.historyEvents },
  events: { slot: slot.events },
  logEvents: { slot: slot.logEvents },
  detail: { slot: slot.detail },
  CloudTrailEvent: { slot: slot.cloudTrailEvent },
  message: { slot: slot.message },
  '@message': { slot: slot.atMessage },
  _raw: { slot: slot.splunkRaw },
  result: { within: { _raw: { slot: slot.splunkRaw } } },
  event: { within: elasticEvent },
  'event.original': { slot: slot.elasticOriginal },
  _source: {
    within: {
      event: { within: elasticEvent },
      'event.original': { slot: slot.elasticOriginal },
      '@timestamp': { slot: slot.atTimestamp },
    },
  },
  '@timestamp': { slot: slot.atTimestamp },
  time: { slot: slot.envelopeTime },
  digestStartTime: { slot: slot.digestStartTime },
  insightDetails: { slot: slot.insightDetails },
  timeWindow: { slot: slot.timeWindow },
};

/** Slots whose string holds a record as JSON text, in the order in which they are tried. */
export const embeddedSlots = [
  slot.cloudTrailEvent,
  slot.splunkRaw,
  slot.elasticOriginal,
  slot.message,
  slot.atMessage,
] as const;

/** Slots whose array holds records or envelopes. */
export const listSlots = [slot.records, slot.historyEvents, slot.events, slot.logEvents] as const;

/** Member names that open such an array at the top of a file. */
export const listNames = ['Records', 'Events', 'events', 'logEvents'] as const;
