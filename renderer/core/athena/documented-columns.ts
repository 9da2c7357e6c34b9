const issuer = 'struct<type:string,principalid:string,arn:string,accountid:string,username:string>';
const session = [
  'attributes:struct<mfaauthenticated:string,creationdate:string>',
  `sessionissuer:${issuer}`,
  ...['ec2roledelivery', 'sourceidentity', 'assumedroot', 'ec2issuedinvpc'].map(
    (name) => `${name}:string`,
  ),
  'webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>',
];
const identity = [
  ...['type', 'principalid', 'arn', 'accountid', 'invokedby', 'accesskeyid', 'username'].map(
    (name) => `${name}:string`,
  ),
  ...['identityprovider:string', 'credentialid:string'],
  'onbehalfof:struct<userid:string,identitystorearn:string>',
  `sessioncontext:struct<${session.join(',')}>`,
];

/** Columns of a type other than text. */
const structured: readonly (readonly [name: string, type: string])[] = [
  ['useridentity', `struct<${identity.join(',')}>`],
  ['resources', 'array<struct<arn:string,accountid:string,type:string>>'],
  [
    'addendum',
    'struct<reason:string,updatedfields:string,originalrequestid:string,originaleventid:string>',
  ],
  ['tlsdetails', 'struct<tlsversion:string,ciphersuite:string,clientprovidedhostheader:string>'],
];

const names = [
  ...['eventversion', 'useridentity', 'eventtime', 'eventsource', 'eventname', 'awsregion'],
  ...['sourceipaddress', 'useragent', 'errorcode', 'errormessage', 'requestparameters'],
  ...['responseelements', 'additionaleventdata', 'requestid', 'eventid', 'readonly', 'resources'],
  ...['eventtype', 'apiversion', 'managementevent', 'recipientaccountid', 'serviceeventdetails'],
  ...['sharedeventid', 'vpcendpointid', 'vpcendpointaccountid', 'eventcategory', 'addendum'],
  ...['sessioncredentialfromconsole', 'edgedevicedetails', 'tlsdetails'],
];

/**
 * The columns of AWS's own CREATE TABLE statement for CloudTrail logs by name, with their types, and
 * of later members of the record those that this app reads: session's source identity, identity
 * provider, credential id, managementEvent
 * (https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html).
 */
export const documentedColumns: ReadonlyMap<string, string> = new Map(
  names.map((name) => [name, new Map(structured).get(name) ?? 'string']),
);
