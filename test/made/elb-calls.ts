import type { EpochMs } from '../../renderer/core/base/units.ts';
import type { Json } from './json.ts';
import type { ApiCall, NamedBy, Subject } from './record.ts';
import { spokenTime } from './times.ts';
import type { Listener, LoadBalancer, TargetGroup } from './world.ts';

/**
 * Calls of Elastic Load Balancing's API of 2015-12-01. Parameter and response names are the API
 * model's with the first letter in lower case, as CloudTrail writes them.
 */
const apiVersion = '2015-12-01';

function about(loadBalancer: LoadBalancer, by: NamedBy): Subject {
  return { loadBalancer: loadBalancer.arn, by };
}

function read(name: string, request: Json, subject?: Subject): ApiCall {
  return {
    service: 'elasticloadbalancing',
    name,
    readOnly: true,
    request,
    response: null,
    apiVersion,
    subject,
  };
}

interface WriteParts {
  readonly request: Json;
  readonly response?: Json;
  readonly subject?: Subject | undefined;
  readonly resource: string;
}

function write(name: string, parts: WriteParts): ApiCall {
  return {
    service: 'elasticloadbalancing',
    name,
    readOnly: false,
    request: parts.request,
    response: parts.response ?? null,
    apiVersion,
    subject: parts.subject,
    resource: parts.resource,
  };
}

export const describeAllLoadBalancers = (pageSize?: number): ApiCall =>
  read('DescribeLoadBalancers', pageSize === undefined ? null : { pageSize });

export const describeLoadBalancer = (lb: LoadBalancer): ApiCall =>
  read('DescribeLoadBalancers', { loadBalancerArns: [lb.arn] }, about(lb, 'load balancer ARN'));

export const describeLoadBalancerByName = (lb: LoadBalancer): ApiCall =>
  read('DescribeLoadBalancers', { names: [lb.name] }, about(lb, 'load balancer name'));

export const describeAttributes = (lb: LoadBalancer): ApiCall =>
  read(
    'DescribeLoadBalancerAttributes',
    { loadBalancerArn: lb.arn },
    about(lb, 'load balancer ARN'),
  );

export const describeListeners = (lb: LoadBalancer): ApiCall =>
  read('DescribeListeners', { loadBalancerArn: lb.arn }, about(lb, 'load balancer ARN'));

export const describeRules = (lb: LoadBalancer, listener: Listener): ApiCall =>
  read('DescribeRules', { listenerArn: listener.arn }, about(lb, 'listener ARN'));

export const describeTags = (lb: LoadBalancer): ApiCall =>
  read('DescribeTags', { resourceArns: [lb.arn] }, about(lb, 'load balancer ARN'));

export const describeTargetGroupsOf = (lb: LoadBalancer): ApiCall =>
  read('DescribeTargetGroups', { loadBalancerArn: lb.arn }, about(lb, 'load balancer ARN'));

export const describeAllTargetGroups = (): ApiCall =>
  read('DescribeTargetGroups', { pageSize: 400 });

export const describeTargetGroupAttributes = (lb: LoadBalancer, group: TargetGroup): ApiCall =>
  read(
    'DescribeTargetGroupAttributes',
    { targetGroupArn: group.arn },
    about(lb, 'target group ARN'),
  );

export const describeTargetHealth = (lb: LoadBalancer, group: TargetGroup): ApiCall =>
  read(
    'DescribeTargetHealth',
    { targetGroupArn: group.arn, targets: [] },
    about(lb, 'target group ARN'),
  );

export const describeSslPolicies = (): ApiCall => read('DescribeSSLPolicies', null);

export const describeAccountLimits = (): ApiCall =>
  read('DescribeAccountLimits', { pageSize: 200 });

function targetsCall(
  name: string,
  lb: LoadBalancer,
  group: TargetGroup,
  ids: readonly string[],
): ApiCall {
  return write(name, {
    request: { targetGroupArn: group.arn, targets: ids.map((id) => ({ id, port: group.port })) },
    subject: about(lb, 'target group ARN'),
    resource: group.arn,
  });
}

export const registerTargets = (
  lb: LoadBalancer,
  group: TargetGroup,
  ids: readonly string[],
): ApiCall => targetsCall('RegisterTargets', lb, group, ids);

export const deregisterTargets = (
  lb: LoadBalancer,
  group: TargetGroup,
  ids: readonly string[],
): ApiCall => targetsCall('DeregisterTargets', lb, group, ids);

export const addTags = (lb: LoadBalancer, tags: readonly (readonly [string, string])[]): ApiCall =>
  write('AddTags', {
    request: { tags: tags.map(([key, value]) => ({ key, value })), resourceArns: [lb.arn] },
    subject: about(lb, 'load balancer ARN'),
    resource: lb.arn,
  });

export const setSecurityGroups = (lb: LoadBalancer, groups: readonly string[]): ApiCall =>
  write('SetSecurityGroups', {
    request: { loadBalancerArn: lb.arn, securityGroups: groups },
    response: { securityGroupIds: groups },
    subject: about(lb, 'load balancer ARN'),
    resource: lb.arn,
  });

/** Attribute keys: Elastic Load Balancing user guides, load balancer attributes. */
export function modifyAttributes(
  lb: LoadBalancer,
  attributes: readonly (readonly [string, string])[],
): ApiCall {
  const pairs = attributes.map(([key, value]) => ({ key, value }));
  return write('ModifyLoadBalancerAttributes', {
    request: { loadBalancerArn: lb.arn, attributes: pairs },
    response: { attributes: pairs },
    subject: about(lb, 'load balancer ARN'),
    resource: lb.arn,
  });
}

export const modifyTargetGroupAttributes = (
  lb: LoadBalancer,
  group: TargetGroup,
  delay: number,
): ApiCall => {
  const attributes = [{ key: 'deregistration_delay.timeout_seconds', value: String(delay) }];
  return write('ModifyTargetGroupAttributes', {
    request: { targetGroupArn: group.arn, attributes },
    response: { attributes },
    subject: about(lb, 'target group ARN'),
    resource: group.arn,
  });
};

/** A forward to target groups by weight. */
export function forward(groups: readonly (readonly [TargetGroup, number])[]): Json {
  return {
    type: 'forward',
    order: 1,
    forwardConfig: {
      targetGroups: groups.map(([group, weight]) => ({ targetGroupArn: group.arn, weight })),
      targetGroupStickinessConfig: { enabled: false },
    },
  };
}

/** A redirect to another host. */
export function redirect(host: string): Json {
  return {
    type: 'redirect',
    order: 1,
    redirectConfig: {
      protocol: 'HTTPS',
      port: '443',
      host,
      path: '/#{path}',
      query: '#{query}',
      statusCode: 'HTTP_302',
    },
  };
}

function pathCondition(path: string): Json {
  return { field: 'path-pattern', values: [path], pathPatternConfig: { values: [path] } };
}

export function createRule(
  lb: LoadBalancer,
  listener: Listener,
  rule: {
    readonly arn: string;
    readonly priority: number;
    readonly path: string;
    readonly action: Json;
  },
): ApiCall {
  const conditions = [pathCondition(rule.path)];
  return write('CreateRule', {
    request: {
      listenerArn: listener.arn,
      priority: rule.priority,
      conditions,
      actions: [rule.action],
    },
    response: {
      rules: [
        {
          ruleArn: rule.arn,
          priority: String(rule.priority),
          conditions,
          actions: [rule.action],
          isDefault: false,
        },
      ],
    },
    subject: about(lb, 'listener ARN'),
    resource: listener.arn,
  });
}

export function modifyRule(lb: LoadBalancer, ruleArn: string, action: Json): ApiCall {
  const conditions = [pathCondition('/*')];
  return write('ModifyRule', {
    request: { ruleArn, actions: [action] },
    response: {
      rules: [{ ruleArn, priority: '10', conditions, actions: [action], isDefault: false }],
    },
    subject: about(lb, 'rule ARN'),
    resource: ruleArn,
  });
}

export const deleteRule = (lb: LoadBalancer, ruleArn: string): ApiCall =>
  write('DeleteRule', { request: { ruleArn }, subject: about(lb, 'rule ARN'), resource: ruleArn });

export function modifyListener(
  lb: LoadBalancer,
  listener: Listener,
  action: Json,
  sslPolicy?: string,
): ApiCall {
  const defaultActions = [action];
  return write('ModifyListener', {
    request: { listenerArn: listener.arn, sslPolicy, defaultActions },
    response: {
      listeners: [
        {
          listenerArn: listener.arn,
          loadBalancerArn: lb.arn,
          port: listener.port,
          protocol: listener.protocol,
          sslPolicy,
          defaultActions,
        },
      ],
    },
    subject: about(lb, 'listener ARN'),
    resource: listener.arn,
  });
}

export function createListener(lb: LoadBalancer, listener: Listener, action: Json): ApiCall {
  const { port, protocol } = listener;
  const defaultActions = [action];
  return write('CreateListener', {
    request: { loadBalancerArn: lb.arn, port, protocol, defaultActions },
    response: {
      listeners: [
        { listenerArn: listener.arn, loadBalancerArn: lb.arn, port, protocol, defaultActions },
      ],
    },
    subject: about(lb, 'load balancer ARN'),
    resource: lb.arn,
  });
}

export function createLoadBalancer(lb: LoadBalancer, at: EpochMs): ApiCall {
  const zones = lb.subnets.map((subnetId, i) => ({
    loadBalancerAddresses: [],
    subnetId,
    zoneName: `${lb.region}${'abc'.charAt(i)}`,
  }));
  return write('CreateLoadBalancer', {
    request: {
      subnets: lb.subnets,
      securityGroups: [lb.securityGroup],
      name: lb.name,
      type: lb.kind,
      scheme: 'internet-facing',
    },
    response: {
      loadBalancers: [
        {
          loadBalancerName: lb.name,
          state: { code: 'provisioning' },
          dNSName: lb.dnsName,
          canonicalHostedZoneId: 'Z32O12XQLNTSW2',
          loadBalancerArn: lb.arn,
          type: lb.kind,
          vpcId: lb.vpc,
          securityGroups: [lb.securityGroup],
          availabilityZones: zones,
          ipAddressType: 'ipv4',
          createdTime: spokenTime(at),
          scheme: 'internet-facing',
        },
      ],
    },
    subject: about(lb, 'response'),
    resource: lb.arn,
  });
}

/** `lb`: none yet, a new target group belongs to no load balancer until an action names it. */
export function createTargetGroup(group: TargetGroup, vpc: string): ApiCall {
  const settings = {
    protocol: 'HTTP',
    port: group.port,
    vpcId: vpc,
    healthCheckProtocol: 'HTTP',
    healthCheckPath: '/health',
    targetType: group.targetType,
  };
  return write('CreateTargetGroup', {
    request: { name: group.name, ...settings },
    response: {
      targetGroups: [
        {
          targetGroupArn: group.arn,
          targetGroupName: group.name,
          ...settings,
          healthCheckPort: 'traffic-port',
          healthCheckEnabled: true,
          healthCheckIntervalSeconds: 30,
          healthCheckTimeoutSeconds: 5,
          healthyThresholdCount: 5,
          unhealthyThresholdCount: 2,
          matcher: { httpCode: '200' },
          loadBalancerArns: [],
          ipAddressType: 'ipv4',
        },
      ],
    },
    resource: group.arn.replace(/[^/]+$/, '*'),
  });
}

export const deleteTargetGroup = (group: TargetGroup): ApiCall =>
  write('DeleteTargetGroup', { request: { targetGroupArn: group.arn }, resource: group.arn });

export const deleteLoadBalancer = (lb: LoadBalancer): ApiCall =>
  write('DeleteLoadBalancer', {
    request: { loadBalancerArn: lb.arn },
    subject: about(lb, 'load balancer ARN'),
    resource: lb.arn,
  });
