import type { EpochMs } from '../../renderer/core/base/units.ts';
import type { Outcome } from '../../renderer/core/table/columns.ts';
import type { Caller } from './caller.ts';
import type { Json } from './json.ts';
import type { Random } from './random.ts';
import { isoSeconds } from './times.ts';

/** How a record names what it is about: the planted truth beside the JSON. */
export type NamedBy =
  | 'load balancer ARN'
  | 'load balancer name'
  | 'listener ARN'
  | 'rule ARN'
  | 'target group ARN'
  | 'response'
  | 'error message';

/** The load balancer (ARN; classic ones have no id in theirs) that a call is about. */
export interface Subject {
  readonly loadBalancer: string;
  readonly by: NamedBy;
}

/** What is asked of AWS and what comes back, before anybody asks it. */
export interface ApiCall {
  /** First part of the event source: `ec2` of ec2.amazonaws.com. */
  readonly service: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly request: Json;
  readonly response: Json;
  readonly apiVersion?: string;
  readonly resources?: Json;
  readonly additionalEventData?: Json;
  readonly eventType?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly subject?: Subject | undefined;
  /** The id that copies of one call in several accounts share. */
  readonly shared?: { readonly sharedEventID: string; readonly requestID: string };
  /** The resource a refusal would name; absent where the action takes none. */
  readonly resource?: string;
}

/** An event as it goes into the trail, with what was planted about it. */
export interface MadeEvent {
  readonly at: EpochMs;
  readonly account: string;
  readonly region: string;
  readonly json: string;
  readonly elb: boolean;
  readonly outcome: Outcome;
  readonly subject: Subject | undefined;
  readonly key: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly name: string;
  /** It belongs to the planted incident. */
  readonly planted: boolean;
}

const eventVersions = new Map([
  ['elasticloadbalancing', '1.10'],
  ['ec2', '1.10'],
  ['sts', '1.08'],
  ['signin', '1.08'],
  ['eks', '1.09'],
  ['autoscaling', '1.09'],
  ['ecs', '1.09'],
  ['cloudformation', '1.09'],
]);

const globalServices = new Set(['iam', 'signin', 'route53', 'cloudfront']);

/** Where CloudTrail logs a call: services without regions log in us-east-1. */
function loggingRegion(service: string, region: string): string {
  return globalServices.has(service) ? 'us-east-1' : region;
}

function tlsDetails(service: string, region: string, caller: Caller): Json | undefined {
  if (!caller.tls) return undefined;
  const host = globalServices.has(service)
    ? `${service}.amazonaws.com`
    : `${service}.${region}.amazonaws.com`;
  return caller.tls === '1.3'
    ? {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: host,
      }
    : {
        tlsVersion: 'TLSv1.2',
        cipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
        clientProvidedHostHeader: host,
      };
}

function outcomeOfCall(call: ApiCall): Outcome {
  if (!call.error) return call.readOnly ? 'read' : 'write';
  return /AccessDenied|Unauthorized/.test(call.error.code) ? 'denied' : 'failed';
}

/**
 * The record of a call in the order of fields that CloudTrail writes (AWS CloudTrail user guide,
 * record contents), as an event of the trail.
 */
export function madeEvent(
  random: Random,
  caller: Caller,
  call: ApiCall,
  where: {
    readonly at: EpochMs;
    readonly region: string;
    readonly recipient?: string;
    readonly planted?: boolean;
  },
): MadeEvent {
  const region = loggingRegion(call.service, where.region);
  const account = where.recipient ?? caller.account;
  const record: Json = {
    eventVersion: eventVersions.get(call.service) ?? '1.11',
    userIdentity: caller.identity,
    eventTime: isoSeconds(where.at),
    eventSource: `${call.service}.amazonaws.com`,
    eventName: call.name,
    awsRegion: region,
    sourceIPAddress: caller.address,
    userAgent: caller.agent.slice(0, 1024),
    errorCode: call.error?.code,
    errorMessage: call.error?.message,
    requestParameters: call.request,
    responseElements: call.error ? null : call.response,
    additionalEventData: call.additionalEventData,
    requestID: call.shared?.requestID ?? random.guid(),
    eventID: random.guid(),
    readOnly: call.readOnly,
    resources: call.resources,
    eventType: call.eventType ?? 'AwsApiCall',
    apiVersion: call.apiVersion,
    managementEvent: true,
    recipientAccountId: account,
    sharedEventID: call.shared?.sharedEventID,
    vpcEndpointId: caller.vpcEndpoint,
    vpcEndpointAccountId: caller.vpcEndpoint === undefined ? undefined : caller.account,
    eventCategory: 'Management',
    tlsDetails: tlsDetails(call.service, region, caller),
    sessionCredentialFromConsole: caller.fromConsole ? 'true' : undefined,
  };
  return {
    at: Math.floor(where.at / 1000) * 1000,
    account,
    region,
    json: JSON.stringify(record),
    elb: call.service === 'elasticloadbalancing',
    outcome: outcomeOfCall(call),
    subject: call.subject,
    key: caller.key,
    sourceIp: caller.address,
    userAgent: caller.agent,
    name: call.name,
    planted: where.planted ?? false,
  };
}

/**
 * The call refused for want of permission. Elastic Load Balancing then logs no parameters and no
 * API version: what was meant stands only in the message, and only for actions on a resource.
 */
export function denied(call: ApiCall, caller: Caller): ApiCall {
  const action = `${call.service}:${call.name}`;
  const onResource = call.resource === undefined ? '' : ` on resource: ${call.resource}`;
  const refusal = {
    service: call.service,
    name: call.name,
    readOnly: call.readOnly,
    request: null,
    response: null,
    error: {
      code: 'AccessDenied',
      message: `User: ${caller.arn} is not authorized to perform: ${action}${onResource} because no identity-based policy allows the ${action} action`,
    },
  };
  if (call.resource === undefined || call.subject === undefined) return refusal;
  return { ...refusal, subject: { loadBalancer: call.subject.loadBalancer, by: 'error message' } };
}

/** The call with an error other than a refusal: parameters stay, the response goes. */
export function failed(call: ApiCall, code: string, message: string): ApiCall {
  const subject = call.subject?.by === 'response' ? undefined : call.subject;
  return { ...call, response: null, subject, error: { code, message } };
}
