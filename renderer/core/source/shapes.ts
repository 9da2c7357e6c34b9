/** A form in which CloudTrail's records are handed over. */
export interface Shape {
  /** In the words of the ledger. */
  readonly name: string;
  /**
   * CloudTrail's names of fields that no record in such a file can have, e.g. `requestParameters`
   * or `userIdentity.arn`. Their absence says nothing of the call.
   */
  readonly lacks: readonly string[];
}

function whole(name: string): Shape {
  return { name, lacks: [] };
}

/** The shapes told by their structure. Tables, which lack what they have no column for, are beside. */
export const shapes = {
  trail: whole('CloudTrail trail file'),
  digest: whole('CloudTrail digest file'),
  signFile: whole('CloudTrail Lake sign file'),
  keyList: whole('CloudTrail public keys'),
  insights: whole('CloudTrail Insights events'),
  aggregated: whole('CloudTrail aggregated events'),
  lookupEvents: whole('lookup-events output'),
  eventBridge: whole('EventBridge events'),
  logEvents: whole('CloudWatch Logs events'),
  subscription: whole('CloudWatch Logs subscription'),
  logsInsights: whole('CloudWatch Logs Insights results'),
  securityLake: whole('Security Lake events (OCSF)'),
  splunk: whole('Splunk results'),
  elastic: whole('Elastic documents'),
  array: whole('JSON array'),
  object: whole('single JSON object'),
  lines: whole('JSON lines'),
} as const;

/** Whether there is something among files that CloudTrail's hashes of others stand in. */
export interface LogLists {
  readonly digests: boolean;
  readonly signFiles: boolean;
}

/** What lists of hashes there are among files of these shapes. */
export function logListsOf(files: readonly { readonly shape: string }[]): LogLists {
  const has = ({ name }: Shape): boolean => files.some(({ shape }) => shape === name);
  return { digests: has(shapes.digest), signFiles: has(shapes.signFile) };
}

/** What a record of CloudTrail mostly has, and a table may have no column for. */
const expectedFields = [
  'userIdentity.type',
  'userIdentity.arn',
  'userIdentity.accessKeyId',
  'userAgent',
  'sourceIPAddress',
  'awsRegion',
  'recipientAccountId',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'responseElements',
  'readOnly',
  'apiVersion',
  'resources',
  'eventID',
] as const;

/** The shape of a table with columns for these fields, in CloudTrail's names. */
export function tableShape(name: string, fields: readonly string[]): Shape {
  const has = (field: string): boolean =>
    fields.includes(field) || fields.includes(field.split('.')[0] ?? '');
  return { name, lacks: expectedFields.filter((field) => !has(field)) };
}
