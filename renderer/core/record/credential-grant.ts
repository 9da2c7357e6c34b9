import { member, textOf } from './json-value.ts';

/** The parts of a record that {@link credentialGrant} reads. */
export interface GrantFields {
  readonly eventSource: string;
  readonly eventName: string;
  /** The account that the event is of. */
  readonly account: string;
  readonly errorCode: string;
  /** Read only where the call is one that hands out credentials; undefined where not JSON. */
  readonly requestParameters: () => unknown;
  readonly responseElements: () => unknown;
}

/** What one successful call hands out. Texts are empty where the record does not say. */
export interface CredentialGrant {
  /** The access key's id. */
  readonly key: string;
  /** Whom it is for, as a later `userIdentity.arn` says it. */
  readonly identity: string;
  /** What the caller chose to be known by in all sessions that follow from this one. */
  readonly sourceIdentity: string;
}

type Reading = (request: unknown, response: unknown, account: string) => CredentialGrant;

const sts = 'sts.amazonaws.com';
const iam = 'iam.amazonaws.com';

/**
 * Where each call has what it hands out. Source: AWS IAM user guide, "Logging IAM and AWS STS API
 * calls with CloudTrail"; STS and IAM API references. Passwords are credentials without a key.
 */
const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  [`${sts} AssumeRole`, session('assumedRoleUser')],
  [`${sts} AssumeRoleWithSAML`, session('assumedRoleUser')],
  [`${sts} AssumeRoleWithWebIdentity`, session('assumedRoleUser')],
  [`${sts} AssumeRoot`, session('')],
  [`${sts} GetFederationToken`, session('federatedUser')],
  [`${sts} GetSessionToken`, session('')],
  [
    `${iam} CreateAccessKey`,
    (_, response, account) => {
      const made = member(response, 'accessKey');
      const key = textOf(member(made, 'accessKeyId'));
      return { key, identity: userArn(account, member(made, 'userName')), sourceIdentity: '' };
    },
  ],
  [`${iam} CreateUser`, madeUser],
  [`${iam} CreateLoginProfile`, madeUser],
]);

/** Whether events of this source may hand out credentials: nearly all are settled by it. */
export function grantsCredentials(eventSource: string): boolean {
  return eventSource === sts || eventSource === iam;
}

/** What an event hands out; undefined for calls that failed, or that hand out nothing. */
export function credentialGrant(fields: GrantFields): CredentialGrant | undefined {
  const { eventSource, eventName } = fields;
  if (fields.errorCode !== '') return undefined;
  const reading = readings.get(`${eventSource} ${eventName}`);
  return reading?.(fields.requestParameters(), fields.responseElements(), fields.account);
}

function session(user: string): Reading {
  return (request, response) => ({
    key: textOf(member(member(response, 'credentials'), 'accessKeyId')),
    identity: textOf(member(member(response, user), 'arn')),
    sourceIdentity:
      textOf(member(request, 'sourceIdentity')) || textOf(member(response, 'sourceIdentity')),
  });
}

function madeUser(request: unknown, _: unknown, account: string): CredentialGrant {
  return { key: '', identity: userArn(account, member(request, 'userName')), sourceIdentity: '' };
}

function userArn(account: string, userName: unknown): string {
  const name = textOf(userName);
  return name === '' || account === '' ? '' : `arn:aws:iam::${account}:user/${name}`;
}
