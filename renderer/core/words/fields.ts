/**
 * What fields and columns are called, and what stands for a value that is not there. Lasting: they
 * head the columns of exports, which scripts read.
 */
export const fields = {
  time: 'Time',
  outcome: 'Outcome',
  access: 'Access',
  integrity: 'Integrity',
  is: 'Mark',
  has: 'Note or tag',
  tag: 'Tag',
  eventId: 'Event ID',
  record: 'Record',
  eventSource: 'Event source',
  eventName: 'Event name',
  region: 'Region',
  account: 'Account',
  sourceIp: 'Source IP',
  accessKey: 'Access key',
  userAgent: 'User agent',
  identity: 'Identity',
  identityType: 'Identity type',
  errorCode: 'Error code',
  resource: 'Resource',
  tool: 'Tool',
  principal: 'Principal',
  loadBalancer: 'Load balancer',
  targetGroup: 'Target group',
  notInRecord: 'not in this record',
  notInExport: 'not in this export',
  notChecked: 'not checked',
} as const;
