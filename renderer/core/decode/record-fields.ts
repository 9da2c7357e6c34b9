import { shapes, type Shape } from '../source/shapes.ts';
import type { FieldTree } from './field-tree.ts';

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
  // Events in another schema.
  ocsfClass: 45,
  elasticTrail: 46,
  // Look-alikes.
  azureOperation: 47,
  googlePayload: 48,
  detection: 49,
  // What joins credentials.
  sharedEventId: 50,
  sourceIdentity: 51,
  publicKeys: 52,
  // An answer of Athena.
  resultRows: 53,
  resultColumns: 54,
  // What lies beside a query's results.
  hashSignature: 55,
} as const;

const elastic: FieldTree = {
  event: { within: { original: { slot: slot.elasticOriginal } } },
  'event.original': { slot: slot.elasticOriginal },
  aws: { within: { cloudtrail: { slot: slot.elasticTrail } } },
  '@timestamp': { slot: slot.atTimestamp },
};

/** All of it, by name. */
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
  sharedEventID: { slot: slot.sharedEventId },
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
          sourceIdentity: { slot: slot.sourceIdentity },
        },
      },
    },
  },
  Records: { slot: slot.records },
  records: { slot: slot.records },
  results: { slot: slot.records },
  hits: { within: { hits: { slot: slot.records } } },
  Events: { slot: slot.historyEvents },
  events: { slot: slot.events },
  logEvents: { slot: slot.logEvents },
  detail: { slot: slot.detail },
  CloudTrailEvent: { slot: slot.cloudTrailEvent },
  message: { slot: slot.message },
  '@message': { slot: slot.atMessage },
  _raw: { slot: slot.splunkRaw },
  result: { within: { _raw: { slot: slot.splunkRaw } } },
  ResultSet: {
    within: {
      Rows: { slot: slot.resultRows },
      ResultSetMetadata: { within: { ColumnInfo: { slot: slot.resultColumns } } },
    },
  },
  ...elastic,
  _source: { within: elastic },
  time: { slot: slot.envelopeTime },
  digestStartTime: { slot: slot.digestStartTime },
  PublicKeyList: { slot: slot.publicKeys },
  publicKeyList: { slot: slot.publicKeys },
  hashSignature: { slot: slot.hashSignature },
  insightDetails: { slot: slot.insightDetails },
  timeWindow: { slot: slot.timeWindow },
  class_uid: { slot: slot.ocsfClass },
  operationName: { slot: slot.azureOperation },
  protoPayload: { slot: slot.googlePayload },
  detection: { slot: slot.detection },
};

/**
 * Members that hold records, or envelopes around them: as an object, a list, or as JSON text in a
 * string. In the order in which they are tried, with the shape they stand for where no list's name
 * at the top of the file says more.
 */
export const envelopes: readonly (readonly [number, Shape | undefined])[] = [
  [slot.detail, shapes.eventBridge],
  [slot.records, undefined],
  [slot.historyEvents, undefined],
  [slot.events, undefined],
  [slot.logEvents, undefined],
  [slot.cloudTrailEvent, shapes.lookupEvents],
  [slot.splunkRaw, shapes.splunk],
  [slot.elasticOriginal, shapes.elastic],
  [slot.message, shapes.logEvents],
  [slot.atMessage, shapes.logsInsights],
];

/** Member names that open a list of records or envelopes at the top of a file; Azure's are small. */
export const listNames = [
  'Records',
  'Events',
  'events',
  'logEvents',
  'results',
  'records',
] as const;
