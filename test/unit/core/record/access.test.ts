import { describe, expect, it } from 'vitest';
import {
  classify,
  failureOf,
  plainErrorCode,
  readsByName,
  type AccessFields,
} from '../../../../renderer/core/record/access.ts';
import { flag } from '../../../../renderer/core/record/flags.ts';

const elb = 'elasticloadbalancing.amazonaws.com';
const plain: AccessFields = {
  eventSource: 'ec2.amazonaws.com',
  eventName: 'RunInstances',
  eventType: 'AwsApiCall',
  apiVersion: '',
  readOnly: false,
  errorCode: '',
  errorMessage: '',
  sourceIp: '198.51.100.1',
  identityType: 'IAMUser',
  invokedBy: '',
  fromConsole: '',
  mfa: '',
  requestParameters: () => undefined,
};
const bitNames = (bits: number) =>
  Object.entries(flag).flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
const bitsOf = (fields: Partial<AccessFields>) => bitNames(classify({ ...plain, ...fields }));

describe('classify: read or write', () => {
  it('believes readOnly of the record', () => {
    expect(bitsOf({ readOnly: false })).toEqual([]);
    expect(bitsOf({ eventName: 'AssumeRole', readOnly: true })).toEqual(['readOnly']);
    expect(bitsOf({ eventName: 'DescribeTags', readOnly: false })).toEqual([]);
  });

  it('goes by the name where readOnly is absent, and says so', () => {
    expect(bitsOf({ eventName: 'DescribeTags', readOnly: undefined })).toEqual([
      'readOnly',
      'accessByName',
    ]);
    expect(bitsOf({ eventName: 'RunInstances', readOnly: undefined })).toEqual(['accessByName']);
  });
});

describe('readsByName', () => {
  it.each([
    'GetObject',
    'ListBuckets',
    'DescribeTags',
    'HeadBucket',
    'LookupEvents',
    'BatchGetImage',
    'Scan',
    'SelectObjectContent',
    'GetTrustStoreCaCertificatesBundle',
  ])('takes %s for a read', (name) => {
    expect(readsByName(name)).toBe(true);
  });

  it.each([
    'CreateRule',
    'Getaway',
    'AssumeRole',
    'ConsoleLogin',
    'GetFederationToken',
    'SetSubnets',
    'RegisterTargets',
    'DeregisterTargets',
    '',
    'ListenForCalls',
  ])('takes %s for a write', (name) => {
    expect(readsByName(name)).toBe(false);
  });
});

describe('classify: failures', () => {
  it.each([
    ['AccessDenied', 'denied'],
    ['AccessDeniedException', 'denied'],
    ['Client.UnauthorizedOperation', 'denied'],
    ['UnauthorizedAccess', 'denied'],
    ['Client.AuthFailure', 'denied'],
    ['VpceAccessDenied', 'denied'],
    ['OperationNotPermittedException', 'denied'],
    ['ForbiddenException', 'denied'],
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['Client.RequestLimitExceeded', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['LoadBalancerNotFoundException', 'other'],
    ['Client.DryRunOperation', 'other'],
    ['Exception', 'other'],
    ['constructor', 'other'],
  ])('%s is %s', (code, failure) => {
    expect(failureOf(code)).toBe(failure);
  });

  it('sets failed with every failure', () => {
    expect(bitsOf({ errorCode: 'AccessDenied' })).toEqual(['failed', 'denied']);
    expect(bitsOf({ errorCode: 'Throttling' })).toEqual(['failed', 'throttled']);
    expect(bitsOf({ errorCode: 'NoSuchBucket' })).toEqual(['failed']);
  });

  it('takes a failed sign-in, which has a message only, for a failure', () => {
    expect(bitsOf({ errorMessage: 'Failed authentication' })).toEqual(['failed']);
  });

  it.each([
    ['AccessPointNotFoundException', 'LoadBalancerNotFound'],
    ['TooManyAccessPointsException', 'TooManyLoadBalancers'],
    ['InvalidEndPoint', 'InvalidInstance'],
    ['Server.InternalError', 'InternalError'],
    ['Exception', 'Exception'],
  ])('%s is plainly %s', (code, expected) => {
    expect(plainErrorCode(code)).toBe(expected);
  });
});

describe('classify: the caller', () => {
  it.each<[string, Partial<AccessFields>, string[]]>([
    ['console credentials', { fromConsole: 'true' }, ['console']],
    ['a console action', { eventType: 'AwsConsoleAction' }, ['console']],
    ['a sign-in with MFA', { eventType: 'AwsConsoleSignIn', mfa: 'Yes' }, ['console', 'mfaYes']],
    [
      'the sign-in service of old console calls',
      { invokedBy: 'signin.amazonaws.com' },
      ['console'],
    ],
    ['a session without MFA', { mfa: 'false' }, ['mfaNo']],
    ['a session with MFA', { mfa: 'true' }, ['mfaYes']],
    ['a service that invokes', { invokedBy: 'autoscaling.amazonaws.com' }, ['byService']],
    ['a service as identity', { identityType: 'AWSService' }, ['byService']],
    ['a service as address', { sourceIp: 'elasticloadbalancing.amazonaws.com' }, ['byService']],
    ['AWS itself', { sourceIp: 'AWS Internal' }, ['byService']],
    ['an address of version 6', { sourceIp: '2001:db8::dead' }, []],
    ['no address', { sourceIp: '' }, []],
  ])('sees %s', (_, fields, bits) => {
    expect(bitsOf(fields)).toEqual(bits);
  });
});

describe('classify: the ELB API', () => {
  const apiOf = (fields: Partial<AccessFields>) =>
    bitsOf({ eventSource: elb, ...fields }).filter((name) => name.startsWith('elb'));
  const arn = (path: string) =>
    `not authorized on resource: arn:aws:elasticloadbalancing:us-east-1:123456789012:${path}`;

  it.each<[string, Partial<AccessFields>, string[]]>([
    [
      'the version',
      { eventName: 'DescribeLoadBalancers', apiVersion: '2012-06-01' },
      ['elb', 'elbClassic'],
    ],
    [
      'the version',
      { eventName: 'DescribeLoadBalancers', apiVersion: '2015-12-01' },
      ['elb', 'elbV2'],
    ],
    ['a name of one API', { eventName: 'CreateRule' }, ['elb', 'elbV2']],
    ['a name of one API', { eventName: 'DescribeInstanceHealth' }, ['elb', 'elbClassic']],
    [
      'loadBalancerName',
      { eventName: 'DeleteLoadBalancer', requestParameters: () => ({ loadBalancerName: 'a' }) },
      ['elb', 'elbClassic'],
    ],
    [
      'loadBalancerNames',
      { eventName: 'AddTags', requestParameters: () => ({ LoadBalancerNames: ['a'] }) },
      ['elb', 'elbClassic'],
    ],
    [
      'loadBalancerArn',
      { eventName: 'DeleteLoadBalancer', requestParameters: () => ({ loadBalancerArn: 'a' }) },
      ['elb', 'elbV2'],
    ],
    [
      'resourceArns',
      { eventName: 'AddTags', requestParameters: () => ({ resourceArns: [] }) },
      ['elb', 'elbV2'],
    ],
    [
      'name',
      { eventName: 'CreateLoadBalancer', requestParameters: () => ({ name: 'a' }) },
      ['elb', 'elbV2'],
    ],
    [
      'the message of a refusal',
      { eventName: 'CreateLoadBalancer', errorMessage: arn('loadbalancer/app/web/*') },
      ['elb', 'elbV2'],
    ],
    [
      'the message of a refusal',
      { eventName: 'DeleteLoadBalancer', errorMessage: arn('loadbalancer/web') },
      ['elb', 'elbClassic'],
    ],
    [
      'the message of a refusal',
      { eventName: 'RemoveTags', errorMessage: arn('targetgroup/web/0123456789abcdef') },
      ['elb', 'elbV2'],
    ],
    ['nothing', { eventName: 'DescribeLoadBalancers' }, ['elb']],
    [
      'nothing',
      { eventName: 'DescribeLoadBalancers', requestParameters: () => ({ pageSize: 200 }) },
      ['elb'],
    ],
    ['nothing', { eventName: 'DescribeTags', errorMessage: arn('loadbalancer/*') }, ['elb']],
  ])('is told by %s: %j', (_, fields, bits) => {
    expect(apiOf(fields)).toEqual(bits);
  });

  it('leaves other services with the same names alone', () => {
    expect(bitsOf({ eventSource: 'vpc-lattice.amazonaws.com', eventName: 'CreateRule' })).toEqual(
      [],
    );
  });
});
