/** Bits of the `flags` column. */
export const flag = {
  /** The call changes nothing: `readOnly` of the record, or by the event's name where it is absent. */
  readOnly: 1 << 0,
  /** `readOnly` is absent in the record; the bit above follows from the event's name. */
  accessByName: 1 << 1,
  /** errorCode is present, or errorMessage alone as in a failed console sign-in. */
  failed: 1 << 2,
  /** The failure is a refusal for want of permission. Implies `failed`. */
  denied: 1 << 3,
  /** The failure is a throttling. Implies `failed`. */
  throttled: 1 << 4,
  /** Made in a console session: the record says so, by one of three fields (see access.ts). */
  console: 1 << 5,
  mfaYes: 1 << 6,
  mfaNo: 1 << 7,
  /** Made by an AWS service on someone's behalf (`invokedBy`, or a service as source address). */
  byService: 1 << 8,
  elb: 1 << 9,
  /** ELB API 2012-06-01 (classic) or 2015-12-01 (v2: application, network, gateway). */
  elbClassic: 1 << 10,
  elbV2: 1 << 11,
  /** eventTime is absent, or no time; the time is that of the envelope or of `@timestamp`. */
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
  'trust store name in the request',
] as const;
export type ResourceRule = (typeof resourceRules)[number];
