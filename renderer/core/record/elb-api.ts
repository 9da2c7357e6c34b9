/** Names that only API version 2012-06-01 (classic) has. */
export const classicOnly: ReadonlySet<string> = new Set([
  'ApplySecurityGroupsToLoadBalancer',
  'AttachLoadBalancerToSubnets',
  'ConfigureHealthCheck',
  'CreateAppCookieStickinessPolicy',
  'CreateLBCookieStickinessPolicy',
  'CreateLoadBalancerListeners',
  'CreateLoadBalancerPolicy',
  'DeleteLoadBalancerListeners',
  'DeleteLoadBalancerPolicy',
  'DeregisterInstancesFromLoadBalancer',
  'DescribeInstanceHealth',
  'DescribeLoadBalancerPolicies',
  'DescribeLoadBalancerPolicyTypes',
  'DetachLoadBalancerFromSubnets',
  'DisableAvailabilityZonesForLoadBalancer',
  'EnableAvailabilityZonesForLoadBalancer',
  'RegisterInstancesWithLoadBalancer',
  'SetLoadBalancerListenerSSLCertificate',
  'SetLoadBalancerPoliciesForBackendServer',
  'SetLoadBalancerPoliciesOfListener',
]);

/** Names that both API versions have. Every other name is of version 2015-12-01 (v2). */
export const inBothApis: ReadonlySet<string> = new Set([
  'AddTags',
  'CreateLoadBalancer',
  'DeleteLoadBalancer',
  'DescribeAccountLimits',
  'DescribeLoadBalancerAttributes',
  'DescribeLoadBalancers',
  'DescribeTags',
  'ModifyLoadBalancerAttributes',
  'RemoveTags',
]);

/** Whether an event is Elastic Load Balancing's own. Both APIs share one event source. */
export function isElbSource(eventSource: string): boolean {
  return (
    eventSource === 'elasticloadbalancing.amazonaws.com' ||
    eventSource === 'elasticloadbalancing.amazonaws.com.cn'
  );
}
