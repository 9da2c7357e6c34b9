import { addressClass } from './addresses.ts';
import { parseElbArn, elbArnsIn } from './elb-arn.ts';
import { classicOnly, inBothApis, isElbSource } from './elb-api.ts';
import { flag } from './flags.ts';
import { member } from './json-value.ts';

/** What {@link classify} reads of a record: every text is empty where the record lacks the field. */
export interface AccessFields {
  readonly eventSource: string;
  readonly eventName: string;
  readonly eventType: string;
  /** `apiVersion`, which tells the two ELB APIs apart. */
  readonly apiVersion: string;
  /** Undefined where the record has no `readOnly`, or something other than a truth value in it. */
  readonly readOnly: boolean | undefined;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly sourceIp: string;
  readonly identityType: string;
  /** `userIdentity.invokedBy`. */
  readonly invokedBy: string;
  /** `sessionCredentialFromConsole`: "true", whether the record has it as text or truth value. */
  readonly fromConsole: string;
  /** `sessionContext.attributes.mfaAuthenticated`, or `additionalEventData.MFAUsed` at sign-in. */
  readonly mfa: string;
  /** Parses them, which few events need; answers undefined where absent or not JSON. */
  readonly requestParameters: () => unknown;
}

/** How an event failed, by its error code. */
export type Failure = 'denied' | 'throttled' | 'other';

/**
 * The bits of the `flags` column that follow from one record alone; never throws. Bits about time
 * and identity of the record, and the resource rule, are left clear.
 */
export function classify(fields: AccessFields): number {
  return (
    accessBits(fields) |
    failureBits(fields) |
    callerBits(fields) |
    (isElbSource(fields.eventSource) ? flag.elb | elbApiBit(fields) : 0)
  );
}

/**
 * Verbs that, with or without `Batch` before them, begin the names of calls which change nothing.
 * Any other verb counts as a write.
 */
export const readVerbs = (
  'Check Count Describe Detect Discover Estimate Filter Get Head List Lookup Preview Query Scan ' +
  'Search Select Simulate Validate Verify View'
).split(' ');
const readVerb = new RegExp(`^(?:Batch)?(?:${readVerbs.join('|')})(?![a-z])`);

/** Calls that begin with a verb of reading and yet make something that lasts. */
export const writesDespiteVerb: ReadonlySet<string> = new Set([
  'GetFederationToken',
  'GetSessionToken',
  'GetSigninToken',
]);

/**
 * Whether a call changes nothing, by its name. What the verb does not settle counts as a write, so
 * that a filter for writes hides nothing. All 80 ELB actions follow the verbs.
 */
export function readsByName(eventName: string): boolean {
  return readVerb.test(eventName) && !writesDespiteVerb.has(eventName);
}

function accessBits({ readOnly, eventName }: AccessFields): number {
  if (readOnly !== undefined) return readOnly ? flag.readOnly : 0;
  return flag.accessByName | (readsByName(eventName) ? flag.readOnly : 0);
}

/** Codes of a refusal, beside those that {@link failureOf} knows by their beginning or end. */
export const deniedCodes: ReadonlySet<string> = new Set([
  'AuthFailure',
  'AuthorizationError',
  'Forbidden',
  'NotAuthorized',
  'OperationNotPermitted',
  'Unauthorized',
  'UnauthorizedAccess',
  'VpceAccessDenied',
]);

const throttledCodes: ReadonlySet<string> = new Set([
  'BandwidthLimitExceeded',
  'EC2Throttled',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'Throttled',
  'Throttling',
  'TooManyRequests',
]);

/** ELB codes that CloudTrail shows under the name of their exception, and the code they stand for. */
const elbAliases: ReadonlyMap<string, string> = new Map([
  ['ALPNPolicyNotSupported', 'ALPNPolicyNotFound'],
  ['AccessPointNotFound', 'LoadBalancerNotFound'],
  ['CapacityDecreaseRequestsLimitExceeded', 'CapacityDecreaseRequestLimitExceeded'],
  ['DuplicateAccessPointName', 'DuplicateLoadBalancerName'],
  ['InvalidEndPoint', 'InvalidInstance'],
  ['TooManyAccessPoints', 'TooManyLoadBalancers'],
  ['TrustStoreAssociationNotFound', 'AssociationNotFound'],
]);

/**
 * An error code without what differs between services only: "Client.UnauthorizedOperation" becomes
 * "UnauthorizedOperation", "ThrottlingException" "Throttling", "AccessPointNotFound" of classic
 * ELB "LoadBalancerNotFound".
 */
export function plainErrorCode(errorCode: string): string {
  const code = errorCode.replace(/^(?:Client|Server)\./, '').replace(/(?<=.)Exception$/, '');
  return elbAliases.get(code) ?? code;
}

/** Which kind of failure an error code tells of. */
export function failureOf(errorCode: string): Failure {
  const code = plainErrorCode(errorCode);
  if (
    deniedCodes.has(code) ||
    code.startsWith('AccessDenied') ||
    code.endsWith('UnauthorizedOperation')
  ) {
    return 'denied';
  }
  return throttledCodes.has(code) ? 'throttled' : 'other';
}

function failureBits({ errorCode, errorMessage }: AccessFields): number {
  // A failed console sign-in has errorMessage "Failed authentication" and no errorCode.
  if (errorCode === '') return errorMessage === '' ? 0 : flag.failed;
  switch (failureOf(errorCode)) {
    case 'denied':
      return flag.failed | flag.denied;
    case 'throttled':
      return flag.failed | flag.throttled;
    case 'other':
      return flag.failed;
  }
}

/** The sign-in service stands in `invokedBy` of old console calls: the person made them. */
const signIn = 'signin.amazonaws.com';

function callerBits(fields: AccessFields): number {
  const { eventType, invokedBy } = fields;
  let bits = 0;
  if (
    fields.fromConsole === 'true' ||
    invokedBy === signIn ||
    eventType === 'AwsConsoleAction' ||
    eventType === 'AwsConsoleSignIn'
  ) {
    bits |= flag.console;
  }
  if (
    (invokedBy !== '' && invokedBy !== signIn) ||
    fields.identityType === 'AWSService' ||
    isServiceAddress(fields.sourceIp)
  ) {
    bits |= flag.byService;
  }
  if (fields.mfa === 'true' || fields.mfa === 'Yes') bits |= flag.mfaYes;
  if (fields.mfa === 'false' || fields.mfa === 'No') bits |= flag.mfaNo;
  return bits;
}

function isServiceAddress(sourceIp: string): boolean {
  // Almost every address is numbers: settle those without parsing them.
  const last = sourceIp.charCodeAt(sourceIp.length - 1);
  if (last >= 0x30 && last <= 0x39) return false;
  const kind = addressClass(sourceIp);
  return kind === 'AWS service' || kind === 'AWS internal';
}

function elbApiBit(fields: AccessFields): number {
  const { apiVersion, eventName } = fields;
  if (apiVersion === '2012-06-01') return flag.elbClassic;
  if (apiVersion === '2015-12-01') return flag.elbV2;
  if (classicOnly.has(eventName)) return flag.elbClassic;
  return inBothApis.has(eventName) ? apiByParameters(fields) : flag.elbV2;
}

/**
 * Nine names exist in both APIs, and refused calls have no apiVersion: their parameters tell them
 * apart, or the ARN of the message. Neither bit where nothing does.
 */
function apiByParameters({ requestParameters, errorMessage }: AccessFields): number {
  const request = requestParameters();
  const has = (name: string) => member(request, name) !== undefined;
  if (has('loadBalancerName') || has('loadBalancerNames')) return flag.elbClassic;
  if (['loadBalancerArn', 'loadBalancerArns', 'resourceArns', 'name', 'names'].some(has)) {
    return flag.elbV2;
  }
  const target = elbArnsIn(errorMessage)[0] ?? '';
  if (/:loadbalancer\/(?:app|net|gwy)\//.test(target)) return flag.elbV2;
  const kind = parseElbArn(target)?.kind;
  if (kind === undefined) return 0;
  return kind === 'classic load balancer' ? flag.elbClassic : flag.elbV2;
}
