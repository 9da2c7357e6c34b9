import type { Json } from '../json.ts';
import type { Random } from '../random.ts';
import type { ApiCall } from '../record.ts';

/** Calls of services other than Elastic Load Balancing, as people and programs make them all day. */

type Maker = (random: Random, account: string, region: string) => Json;

const reads: readonly (readonly [service: string, name: string, request: Maker])[] = [
  ['ec2', 'DescribeInstances', () => ({ maxResults: 1000, instancesSet: {}, filterSet: {} })],
  [
    'ec2',
    'DescribeInstances',
    (random) => ({
      instancesSet: { items: [{ instanceId: `i-0${random.hex(16)}` }] },
      filterSet: {},
    }),
  ],
  [
    'ec2',
    'DescribeSecurityGroups',
    (random) => ({
      securityGroupSet: {},
      securityGroupIdSet: { items: [{ groupId: `sg-0${random.hex(16)}` }] },
      filterSet: {},
    }),
  ],
  [
    'ec2',
    'DescribeSubnets',
    (random) => ({
      subnetSet: {},
      filterSet: {
        items: [{ name: 'vpc-id', valueSet: { items: [{ value: `vpc-0${random.hex(16)}` }] } }],
      },
    }),
  ],
  ['ec2', 'DescribeVpcs', () => ({ vpcSet: {}, filterSet: {} })],
  ['ec2', 'DescribeVolumes', () => ({ volumeSet: {}, filterSet: {} })],
  [
    'ec2',
    'DescribeNetworkInterfaces',
    () => ({
      networkInterfaceIdSet: {},
      filterSet: { items: [{ name: 'status', valueSet: { items: [{ value: 'in-use' }] } }] },
    }),
  ],
  ['iam', 'GetUser', () => null],
  ['iam', 'ListRoles', () => ({ maxItems: 1000 })],
  ['iam', 'GetRole', () => ({ roleName: 'synthetic-deploy' })],
  ['iam', 'ListAttachedRolePolicies', () => ({ roleName: 'synthetic-node' })],
  ['s3', 'ListBuckets', (_, __, region) => ({ Host: `s3.${region}.amazonaws.com` })],
  ['s3', 'GetBucketPolicy', (_, account, region) => bucket(account, region, 'policy')],
  ['s3', 'GetBucketLocation', (_, account, region) => bucket(account, region, 'location')],
  ['sts', 'GetCallerIdentity', () => null],
  ['cloudformation', 'DescribeStacks', () => ({ stackName: 'synthetic-network' })],
  [
    'cloudformation',
    'ListStacks',
    () => ({ stackStatusFilter: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] }),
  ],
  [
    'ecs',
    'DescribeServices',
    (_, account, region) => ({
      cluster: `arn:aws:ecs:${region}:${account}:cluster/shop`,
      services: ['shop-web', 'shop-api'],
    }),
  ],
  [
    'ecs',
    'DescribeTasks',
    (random, account, region) => ({
      cluster: 'shop',
      tasks: [`arn:aws:ecs:${region}:${account}:task/shop/${random.hex(32)}`],
    }),
  ],
  [
    'kms',
    'DescribeKey',
    (random, account, region) => ({
      keyId: `arn:aws:kms:${region}:${account}:key/${random.guid()}`,
    }),
  ],
  ['kms', 'ListAliases', () => ({ limit: 100 })],
  ['monitoring', 'DescribeAlarms', () => ({ maxRecords: 100 })],
  ['logs', 'DescribeLogGroups', () => ({ limit: 50 })],
  ['rds', 'DescribeDBInstances', () => ({ maxRecords: 100 })],
  ['cloudtrail', 'DescribeTrails', () => ({ trailNameList: [], includeShadowTrails: true })],
  ['lambda', 'ListFunctions20150331', () => ({ maxItems: 50 })],
  ['autoscaling', 'DescribeAutoScalingGroups', () => ({ maxRecords: 100 })],
  ['route53', 'ListHostedZones', () => ({ maxItems: '100' })],
  [
    'acm',
    'ListCertificates',
    () => ({
      certificateStatuses: ['ISSUED'],
      includes: { keyTypes: ['RSA_2048', 'EC_prime256v1'] },
    }),
  ],
];

function bucket(account: string, region: string, part: string): Json {
  const bucketName = `synthetic-shop-assets-${account}`;
  return { bucketName, Host: `${bucketName}.s3.${region}.amazonaws.com`, [part]: '' };
}

/** A call that changes nothing. */
export function otherServiceReads(random: Random, account: string, region: string): ApiCall {
  const [service, name, request] = random.pick(reads);
  return {
    service,
    name,
    readOnly: true,
    request: request(random, account, region),
    response: null,
  };
}

/** Ids of an instance, its image and its network, for calls about instances. */
export function instanceId(random: Random): string {
  return `i-0${random.hex(16)}`;
}

/** An instance is started; response as Amazon EC2 answers it. */
export function runInstances(random: Random, id: string, subnet: string): ApiCall {
  const launchTemplate = {
    launchTemplateId: `lt-0${random.hex(16)}`,
    version: String(random.between(1, 40)),
  };
  const token = random.guid();
  return {
    service: 'ec2',
    name: 'RunInstances',
    readOnly: false,
    request: {
      instancesSet: { items: [{ minCount: 1, maxCount: 1 }] },
      instanceType: 'm6i.large',
      blockDeviceMapping: {},
      availabilityZone: 'a',
      monitoring: { enabled: false },
      subnetId: subnet,
      disableApiTermination: false,
      disableApiStop: false,
      clientToken: token,
      tagSpecificationSet: {
        items: [
          {
            resourceType: 'instance',
            tags: [{ key: 'aws:autoscaling:groupName', value: 'synthetic-shop-web' }],
          },
        ],
      },
      launchTemplate,
    },
    response: {
      requestId: random.guid(),
      reservationId: `r-0${random.hex(16)}`,
      groupSet: {},
      instancesSet: {
        items: [
          {
            instanceId: id,
            imageId: `ami-0${random.hex(16)}`,
            currentState: { code: 0, name: 'pending' },
            instanceState: { code: 0, name: 'pending' },
            amiLaunchIndex: 0,
            productCodes: {},
            instanceType: 'm6i.large',
            placement: { tenancy: 'default' },
            monitoring: { state: 'disabled' },
            subnetId: subnet,
            privateIpAddress: `10.20.${random.below(256)}.${random.between(4, 250)}`,
            architecture: 'x86_64',
            rootDeviceType: 'ebs',
            rootDeviceName: '/dev/xvda',
            virtualizationType: 'hvm',
            hypervisor: 'xen',
            clientToken: token,
            ebsOptimized: true,
            hibernationOptions: { configured: false },
            metadataOptions: {
              state: 'pending',
              httpTokens: 'required',
              httpPutResponseHopLimit: 2,
              httpEndpoint: 'enabled',
            },
          },
        ],
      },
    },
  };
}

/** An instance is ended. */
export function terminateInstances(id: string): ApiCall {
  const item = {
    instanceId: id,
    currentState: { code: 32, name: 'shutting-down' },
    previousState: { code: 16, name: 'running' },
  };
  return {
    service: 'ec2',
    name: 'TerminateInstances',
    readOnly: false,
    request: { instancesSet: { items: [{ instanceId: id }] } },
    response: { instancesSet: { items: [item] } },
  };
}
