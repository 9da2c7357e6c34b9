import type { EpochMs } from '../../../renderer/core/base/units.ts';
import { goSdk, javaSdk, jsSdk } from '../agents.ts';
import { asRole, asService, type Caller } from '../caller.ts';
import type { Json } from '../json.ts';
import type { ApiCall } from '../record.ts';
import type { Node } from '../roster.ts';
import { working, type Routine, type Stage } from '../stage.ts';
import { minute, second } from '../times.ts';
import { assumeRole, nodeSessionLasts, sharedIds } from './sign-on.ts';

/** The steady noise of an account: instances, keys, buckets, secrets. */

/** The node with its present key; a new key is noted as Amazon EC2 assuming the role. */
function asNode(stage: Stage, node: Node, at: EpochMs, agent: string): Caller {
  const { role, instanceId } = node;
  const session = stage.sessions.of(
    instanceId,
    at,
    nodeSessionLasts,
    (start) => start,
    (issued) => {
      const given = {
        sessionName: instanceId,
        session: issued,
        durationSeconds: nodeSessionLasts / second,
      };
      const call = { ...assumeRole(stage.random, role, given), shared: sharedIds(stage.random) };
      stage.play(asService(role.account, 'ec2'), node.region, issued.since, call);
    },
  );
  const instanceArn = `arn:aws:ec2:${node.region}:${role.account}:instance/${instanceId}`;
  const use = { sessionName: instanceId, session, since: session.since, instanceArn };
  return asRole(role, use, { ...node.seat, agent });
}

function nodeBeat(stage: Stage, at: EpochMs): void {
  const node = stage.random.pick(stage.roster.nodes);
  const caller = asNode(stage, node, at, node.seat.agent);
  const call: ApiCall = {
    service: 'ssm',
    name: 'UpdateInstanceInformation',
    readOnly: false,
    request: {
      instanceId: node.instanceId,
      agentVersion: '3.3.1345.0',
      agentStatus: 'Active',
      platformType: 'Linux',
      platformName: 'Amazon Linux',
      platformVersion: '2023',
      iPAddress: '10.20.1.10',
      computerName: `ip-10-20-1-10.${node.region}.compute.internal`,
      agentName: 'amazon-ssm-agent',
    },
    response: null,
  };
  stage.play(caller, node.region, at, call);
}

function keyResource(
  random: Stage['random'],
  account: string,
  region: string,
): { arn: string; resources: Json } {
  const arn = `arn:aws:kms:${region}:${account}:key/${random.guid()}`;
  return { arn, resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: arn }] };
}

function useSecret(stage: Stage, at: EpochMs): void {
  const node = stage.random.pick(stage.roster.nodes);
  const { account } = node.role;
  const caller = asNode(
    stage,
    node,
    at,
    stage.random.pick([javaSdk('2.29.52'), goSdk('1.30.3', 'secretsmanager#1.32.4')]),
  );
  const secretId = `arn:aws:secretsmanager:${node.region}:${account}:secret:synthetic/shop/database-${stage.random.alphanumeric(6)}`;
  stage.play(caller, node.region, at, {
    service: 'secretsmanager',
    name: 'GetSecretValue',
    readOnly: true,
    request: { secretId },
    response: null,
  });
  const key = keyResource(stage.random, account, node.region);
  const through = {
    ...caller,
    address: 'secretsmanager.amazonaws.com',
    agent: 'secretsmanager.amazonaws.com',
    tls: undefined,
  };
  stage.play(through, node.region, at, {
    service: 'kms',
    name: 'Decrypt',
    readOnly: true,
    request: {
      encryptionContext: { SecretARN: secretId, SecretVersionId: stage.random.guid() },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    },
    response: null,
    resources: key.resources,
  });
}

function encrypt(stage: Stage, at: EpochMs): void {
  const node = stage.random.pick(stage.roster.nodes);
  const { account } = node.role;
  const key = keyResource(stage.random, account, node.region);
  const caller = asNode(stage, node, at, jsSdk('3.726.1', 'kms'));
  stage.play(caller, node.region, at, {
    service: 'kms',
    name: 'GenerateDataKey',
    readOnly: true,
    request: {
      keyId: key.arn,
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::synthetic-shop-orders-${account}` },
      keySpec: 'AES_256',
    },
    response: null,
    resources: key.resources,
  });
}

function serveLogs(stage: Stage, at: EpochMs): void {
  const account = stage.random.pick(stage.world.accounts);
  const region = stage.random.pick(account.regions);
  const bucketName = 'synthetic-trail-logs';
  stage.play(asService(account.id, 'cloudtrail'), region, at, {
    service: 's3',
    name: 'GetBucketAcl',
    readOnly: true,
    request: { bucketName, Host: `${bucketName}.s3.${region}.amazonaws.com`, acl: '' },
    response: null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'TLS_AES_128_GCM_SHA256',
      bytesTransferredIn: 0,
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': `${stage.random.alphanumeric(58)}==`,
      bytesTransferredOut: 568,
    },
    resources: [
      { accountId: account.id, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` },
    ],
    shared: sharedIds(stage.random),
  });
}

function startTask(stage: Stage, at: EpochMs): void {
  const node = stage.random.pick(stage.roster.nodes);
  const caller = asNode(stage, node, at, goSdk('1.32.7', 'ecr#1.36.2'));
  const registry = { registryId: node.role.account };
  stage.play(caller, node.region, at, {
    service: 'ecr',
    name: 'GetAuthorizationToken',
    readOnly: true,
    request: null,
    response: null,
  });
  stage.play(caller, node.region, at + second, {
    service: 'ecr',
    name: 'BatchGetImage',
    readOnly: true,
    request: {
      ...registry,
      repositoryName: 'synthetic/shop-web',
      imageIds: [{ imageTag: `build-${stage.random.between(1000, 9999)}` }],
      acceptedMediaTypes: ['application/vnd.oci.image.manifest.v1+json'],
    },
    response: null,
    resources: [
      {
        accountId: node.role.account,
        ARN: `arn:aws:ecr:${node.region}:${node.role.account}:repository/synthetic/shop-web`,
      },
    ],
  });
  stage.play(caller, node.region, at + 3 * second, {
    service: 'logs',
    name: 'CreateLogStream',
    readOnly: false,
    request: {
      logGroupName: '/ecs/synthetic-shop-web',
      logStreamName: `ecs/shop-web/${stage.random.hex(32)}`,
    },
    response: null,
  });
}

/** A service takes a role of the account to work with. */
function serviceLogin(stage: Stage, at: EpochMs): void {
  const account = stage.random.pick(stage.world.accounts);
  const region = stage.random.pick(account.regions);
  const service = stage.random.pick(['lambda', 'ecs-tasks', 'cloudformation']);
  const role = {
    account: account.id,
    roleName: `synthetic-${service}`,
    path: '/service-role/',
    principalId: `AROA${service.toUpperCase().replace('-', '').padEnd(15, 'Q').slice(0, 10)}EXAMPLE`,
  };
  const session = { key: stage.roster.keys.accessKey('ASIA'), since: at };
  const call = assumeRole(stage.random, role, {
    sessionName: `${service}-${stage.random.hex(8)}`,
    session,
    durationSeconds: 3600,
  });
  stage.play(asService(account.id, service), region, at, {
    ...call,
    shared: sharedIds(stage.random),
  });
  if (service === 'cloudformation') {
    const caller = asRole(
      role,
      {
        sessionName: 'AWSCloudFormation',
        session,
        since: at,
        invokedBy: 'cloudformation.amazonaws.com',
      },
      { address: 'cloudformation.amazonaws.com', agent: 'cloudformation.amazonaws.com' },
    );
    stage.play(caller, region, at + minute, {
      service: 'iam',
      name: 'GetRole',
      readOnly: true,
      request: { roleName: 'synthetic-node' },
      response: null,
    });
  }
}

export const serviceRoutines: readonly Routine[] = [
  { name: 'instances report', elb: false, weight: () => 0.6, perform: nodeBeat },
  { name: 'secrets', elb: false, weight: (at) => 0.25 + 0.5 * working(at), perform: useSecret },
  { name: 'encryption', elb: false, weight: (at) => 0.3 + 0.4 * working(at), perform: encrypt },
  { name: 'log delivery', elb: false, weight: () => 0.35, perform: serveLogs },
  { name: 'tasks start', elb: false, weight: (at) => 0.1 + 0.3 * working(at), perform: startTask },
  { name: 'services take roles', elb: false, weight: () => 0.3, perform: serviceLogin },
];
