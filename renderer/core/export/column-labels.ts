import type { TextColumn } from '../table/columns.ts';

/** What the text columns are called in exports and in the report. Lasting: scripts read them. */
export const columnLabels: Readonly<Record<TextColumn, string>> = {
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
};
