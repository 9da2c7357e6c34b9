import type { Json } from './json.ts';
import type { ApiCall } from './record.ts';
import type { LoadBalancer } from './world.ts';

/** Calls of Elastic Load Balancing's API of 2012-06-01 (Classic Load Balancers), named by name only. */
const apiVersion = '2012-06-01';

function call(
  name: string,
  lb: LoadBalancer | undefined,
  parts: { readonly readOnly: boolean; readonly request: Json; readonly response?: Json },
): ApiCall {
  return {
    service: 'elasticloadbalancing',
    name,
    readOnly: parts.readOnly,
    request: parts.request,
    response: parts.response ?? null,
    apiVersion,
    ...(lb && {
      subject: { loadBalancer: lb.arn, by: 'load balancer name' },
      ...(parts.readOnly ? {} : { resource: lb.arn }),
    }),
  };
}

export const describeAllClassic = (): ApiCall =>
  call('DescribeLoadBalancers', undefined, { readOnly: true, request: { pageSize: 400 } });

export const describeClassic = (lb: LoadBalancer): ApiCall =>
  call('DescribeLoadBalancers', lb, { readOnly: true, request: { loadBalancerNames: [lb.name] } });

export const describeInstanceHealth = (lb: LoadBalancer): ApiCall =>
  call('DescribeInstanceHealth', lb, { readOnly: true, request: { loadBalancerName: lb.name } });

export const describeClassicAttributes = (lb: LoadBalancer): ApiCall =>
  call('DescribeLoadBalancerAttributes', lb, {
    readOnly: true,
    request: { loadBalancerName: lb.name },
  });

function instancesCall(
  name: string,
  lb: LoadBalancer,
  ids: readonly string[],
  left: readonly string[],
): ApiCall {
  const listed = (some: readonly string[]): Json => some.map((instanceId) => ({ instanceId }));
  return call(name, lb, {
    readOnly: false,
    request: { loadBalancerName: lb.name, instances: listed(ids) },
    response: { instances: listed(left) },
  });
}

export const registerInstances = (lb: LoadBalancer, ids: readonly string[]): ApiCall =>
  instancesCall('RegisterInstancesWithLoadBalancer', lb, ids, ids);

export const deregisterInstances = (lb: LoadBalancer, ids: readonly string[]): ApiCall =>
  instancesCall('DeregisterInstancesFromLoadBalancer', lb, ids, []);

export const configureHealthCheck = (lb: LoadBalancer, path: string): ApiCall => {
  const healthCheck = {
    interval: 30,
    target: `HTTP:8080${path}`,
    timeout: 5,
    healthyThreshold: 3,
    unhealthyThreshold: 2,
  };
  return call('ConfigureHealthCheck', lb, {
    readOnly: false,
    request: { loadBalancerName: lb.name, healthCheck },
    response: { healthCheck },
  });
};

/** Turns the access log off. */
export const stopClassicAccessLog = (lb: LoadBalancer): ApiCall => {
  const loadBalancerAttributes = { accessLog: { enabled: false } };
  return call('ModifyLoadBalancerAttributes', lb, {
    readOnly: false,
    request: { loadBalancerName: lb.name, loadBalancerAttributes },
    response: { loadBalancerName: lb.name, loadBalancerAttributes },
  });
};

export const deleteClassic = (lb: LoadBalancer): ApiCall =>
  call('DeleteLoadBalancer', lb, { readOnly: false, request: { loadBalancerName: lb.name } });
