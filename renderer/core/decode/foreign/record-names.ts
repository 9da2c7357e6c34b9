/**
 * CloudTrail's own spelling of names that others write in lower case, with spaces or hyphens: the
 * record contents and userIdentity pages of the CloudTrail user guide.
 */
const names = [
  'eventVersion',
  'userIdentity',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'readOnly',
  'requestID',
  'eventID',
  'apiVersion',
  'resources',
  'eventType',
  'recipientAccountId',
  'sharedEventID',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'serviceEventDetails',
  'managementEvent',
  'eventCategory',
  'addendum',
  'sessionCredentialFromConsole',
  'edgeDeviceDetails',
  'tlsDetails',
  'eventContext',
  'tlsVersion',
  'cipherSuite',
  'clientProvidedHostHeader',
  'MFAUsed',
  'userName',
  'principalId',
  'arn',
  'accountId',
  'accessKeyId',
  'sessionContext',
  'sessionIssuer',
  'webIdFederationData',
  'federatedProvider',
  'attributes',
  'creationDate',
  'mfaAuthenticated',
  'sourceIdentity',
  'ec2RoleDelivery',
  'ec2IssuedInVpc',
  'assumedRoot',
  'invokedBy',
  'invokedByDelegate',
  'onBehalfOf',
  'userId',
  'identityStoreArn',
  'inScopeOf',
  'credentialId',
  'identityProvider',
] as const;

const spelling = new Map(names.map((name) => [name.toLowerCase(), name as string]));

/** The name as CloudTrail spells it; as it stands where CloudTrail has none like it. */
export function recordName(text: string): string {
  return spelling.get(text.toLowerCase().replace(/[ _-]/g, '')) ?? text;
}

/** A value with the names of all its members, at any depth, as CloudTrail spells them. */
export function withRecordNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRecordNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [recordName(name), withRecordNames(inner)]),
  );
}
