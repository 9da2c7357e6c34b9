/**
 * The columns of an event, and the one place that says which there are.
 *
 * Text columns hold ids into one dictionary per column; id 0 is the empty text and means that the
 * record does not have the field. Stored columns are written at import; derived ones are worked
 * out when a case is opened, so that a better rule needs no new import.
 */
export const storedTextColumns = [
  'eventSource',
  'eventName',
  'region',
  'account',
  'sourceIp',
  'accessKey',
  'userAgent',
  /** `userIdentity.arn` as it stands, or the best the record has instead (see record/identity.ts). */
  'identity',
  'identityType',
  'errorCode',
  /** What the ELB event itself names: see record/elb-resource.ts. Empty for other services. */
  'resource',
] as const;
export type StoredTextColumn = (typeof storedTextColumns)[number];

export const derivedTextColumns = [
  /** Tool and version parsed from the user agent, e.g. "aws-cli 2.17.32". */
  'tool',
  /** Who stands behind the identity: a role without its session, a user, a service. */
  'principal',
  /** The load balancer an ELB event belongs to, worked out over the whole case. */
  'loadBalancer',
] as const;
export type DerivedTextColumn = (typeof derivedTextColumns)[number];

export const textColumns = [...storedTextColumns, ...derivedTextColumns] as const;
export type TextColumn = StoredTextColumn | DerivedTextColumn;

/** Bits of the `flags` column. */
export const flag = {
  /** The call changes nothing: `readOnly` of the record, or by the event's name where it is absent. */
  readOnly: 1 << 0,
  /** `readOnly` is absent in the record; the bit above follows from the event's name. */
  accessByName: 1 << 1,
  /** errorCode is present. */
  failed: 1 << 2,
  /** The failure is a refusal for want of permission. Implies `failed`. */
  denied: 1 << 3,
  /** The failure is a throttling. Implies `failed`. */
  throttled: 1 << 4,
  /** Made with credentials of a console session. */
  console: 1 << 5,
  mfaYes: 1 << 6,
  mfaNo: 1 << 7,
  /** Made by an AWS service on someone's behalf (`invokedBy`, or a service as source address). */
  byService: 1 << 8,
  elb: 1 << 9,
  /** ELB API 2012-06-01 (classic) or 2015-12-01 (v2: application, network, gateway). */
  elbClassic: 1 << 10,
  elbV2: 1 << 11,
  /** eventTime is absent; the time is that of the envelope or of `@timestamp`. */
  timeFromEnvelope: 1 << 12,
  /** Another event has the same id and other content: both are kept. */
  sameIdOtherContent: 1 << 13,
  /** eventID is not a GUID: the event's id column holds a hash, the text is in the record only. */
  idIsHashed: 1 << 14,
  /** The record has no eventID: never a duplicate of anything. */
  idMissing: 1 << 15,
} as const;

/** Bits 16 to 19 of `flags`: the {@link resourceRules} entry that led to `resource`. */
export const resourceRuleShift = 16;
export const resourceRuleMask = 0xf;

/** How the resource of an ELB event was found, in the words shown to the investigator. */
export const resourceRules = [
  'none',
  'load balancer ARN in the request',
  'load balancer name in the request',
  'listener ARN',
  'rule ARN',
  'target group ARN',
  'target group name in the request',
  'trust store ARN',
  'load balancer ARN in the response',
  'target group ARN in the response',
  'ARN in errorMessage',
  'ARN in resources',
  'trust store in the response',
  'other resource ARN',
] as const;
export type ResourceRule = (typeof resourceRules)[number];

/** How an event ended, by gravity: the number decides the colour of a mark. */
export const outcomes = ['read', 'write', 'failed', 'denied'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcome's place in {@link outcomes}, from the `flags` column. */
export function outcomeOf(flags: number): 0 | 1 | 2 | 3 {
  if ((flags & flag.denied) !== 0) return 3;
  if ((flags & flag.failed) !== 0) return 2;
  return (flags & flag.readOnly) !== 0 ? 0 : 1;
}

/** Stored columns of a run of events. All arrays have `length` entries. */
export interface EventColumns {
  readonly length: number;
  readonly time: Float64Array;
  readonly text: Readonly<Record<StoredTextColumn, Uint32Array>>;
  readonly flags: Uint32Array;
  /** Four words an event: the GUID's 128 bits, or a hash of the text (flag `idIsHashed`). */
  readonly eventId: Uint32Array;
  /** Two words an event: a hash of the record's JSON without its white space between tokens. */
  readonly contentHash: Uint32Array;
  readonly source: Uint32Array;
  /** Place of the record in its evidence file, from 0, counting those that were not kept too. */
  readonly recordIndex: Uint32Array;
  /** First byte of the record in the inflated file. */
  readonly offset: Float64Array;
  readonly byteLength: Uint32Array;
}
