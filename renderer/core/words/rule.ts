/** Which part of a record led to what an ELB event names: the resource rules, in words. */
export const rule = {
  none: 'none',
  'load balancer ARN in the request': 'load balancer ARN in the request',
  'load balancer name in the request': 'load balancer name in the request',
  'listener ARN': 'listener ARN',
  'rule ARN': 'rule ARN',
  'target group ARN': 'target group ARN',
  'target group name in the request': 'target group name in the request',
  'trust store ARN': 'trust store ARN',
  'load balancer ARN in the response': 'load balancer ARN in the response',
  'target group ARN in the response': 'target group ARN in the response',
  'ARN in errorMessage': 'ARN in errorMessage',
  'ARN in resources': 'ARN in resources',
  'trust store in the response': 'trust store in the response',
  'other resource ARN': 'other resource ARN',
  'trust store name in the request': 'trust store name in the request',
} as const;
