/** What every field is called on screen, in the CSV header and in the report. */
const fieldLabels = {
  time: 'Time',
  eventName: 'Event name',
  eventSource: 'Event source',
  outcome: 'Outcome',
  access: 'Access',
  errorCode: 'Error code',
  loadBalancer: 'Load balancer',
  resource: 'Resource',
  sourceIp: 'Source IP',
  accessKey: 'Access key',
  principal: 'Principal',
  identity: 'Identity',
  identityType: 'Identity type',
  tool: 'Tool',
  userAgent: 'User agent',
  region: 'Region',
  account: 'Account',
  eventId: 'Event ID',
  evidence: 'Evidence',
} as const;
/** Every text column, filter field and column of the CSV export. */
export type LabelledField = keyof typeof fieldLabels;

/** The English label of a field, e.g. "Source IP". */
export function fieldLabel(field: LabelledField): string {
  return fieldLabels[field];
}

const outcomeLabels = {
  read: 'read',
  write: 'write',
  failed: 'failed',
  denied: 'denied',
} as const;

/** The English label of an outcome. */
export function outcomeLabel(outcome: keyof typeof outcomeLabels): string {
  return outcomeLabels[outcome];
}

/** Services whose event source is not the name people use. */
const serviceNames: ReadonlyMap<string, string> = new Map([
  ['acm', 'ACM'],
  ['apigateway', 'API Gateway'],
  ['application-autoscaling', 'Application Auto Scaling'],
  ['autoscaling', 'Auto Scaling'],
  ['cloudformation', 'CloudFormation'],
  ['cloudfront', 'CloudFront'],
  ['cloudtrail', 'CloudTrail'],
  ['config', 'Config'],
  ['dynamodb', 'DynamoDB'],
  ['ec2', 'EC2'],
  ['ecr', 'ECR'],
  ['ecs', 'ECS'],
  ['eks', 'EKS'],
  ['elasticfilesystem', 'EFS'],
  ['elasticloadbalancing', 'ELB'],
  ['elasticmapreduce', 'EMR'],
  ['events', 'EventBridge'],
  ['globalaccelerator', 'Global Accelerator'],
  ['guardduty', 'GuardDuty'],
  ['iam', 'IAM'],
  ['kms', 'KMS'],
  ['lambda', 'Lambda'],
  ['logs', 'CloudWatch Logs'],
  ['monitoring', 'CloudWatch'],
  ['organizations', 'Organizations'],
  ['ram', 'RAM'],
  ['rds', 'RDS'],
  ['route53', 'Route 53'],
  ['s3', 'S3'],
  ['secretsmanager', 'Secrets Manager'],
  ['securityhub', 'Security Hub'],
  ['shield', 'Shield'],
  ['signin', 'Sign-in'],
  ['sns', 'SNS'],
  ['sqs', 'SQS'],
  ['ssm', 'Systems Manager'],
  ['sso', 'IAM Identity Center'],
  ['sts', 'STS'],
  ['tagging', 'Resource Groups Tagging'],
  ['waf-regional', 'WAF Regional'],
  ['wafv2', 'WAF'],
]);

/** The short name of a service by its event source: "ELB"; otherwise the part before the domain. */
export function serviceLabel(eventSource: string): string {
  const name = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  return serviceNames.get(name) ?? name;
}
