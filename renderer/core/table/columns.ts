import { flag } from '../record/flags.ts';

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
  /** The target groups an ELB event names, by ARN where the case knows it. */
  'targetGroup',
] as const;
export type DerivedTextColumn = (typeof derivedTextColumns)[number];

export const textColumns = [...storedTextColumns, ...derivedTextColumns] as const;
export type TextColumn = StoredTextColumn | DerivedTextColumn;

/** Whether an event can have several values in this column, each on a line of its own. */
export function holdsLines(column: string): boolean {
  return column === 'loadBalancer' || column === 'targetGroup';
}

export { flag, resourceRuleMask, resourceRuleShift, resourceRules } from '../record/flags.ts';
export type { ResourceRule } from '../record/flags.ts';

/** How an event ended, by gravity: the number decides the colour of a mark. */
export const outcomes = ['read', 'write', 'failed', 'denied'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcome's place in {@link outcomes}, from the `flags` column. */
export function outcomeOf(flags: number): 0 | 1 | 2 | 3 {
  if ((flags & flag.denied) !== 0) return 3;
  if ((flags & flag.failed) !== 0) return 2;
  return (flags & flag.readOnly) !== 0 ? 0 : 1;
}

/** Whether a call changes nothing, or may. */
export const accesses = ['read', 'write'] as const;

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
