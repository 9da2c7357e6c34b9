import { inOne, phrase, type Phrase } from '../words/phrase.ts';
import { flag } from './flags.ts';

/** The parts of `userIdentity` that {@link identityText} reads; empty where absent. */
export interface IdentityFields {
  readonly type: string;
  readonly arn: string;
  readonly invokedBy: string;
  readonly accountId: string;
  readonly userName: string;
  readonly principalId: string;
  readonly identityProvider: string;
  /** `onBehalfOf.userId`, which is all that a call by IAM Identity Center names. */
  readonly onBehalfOfUser: string;
}

/**
 * The text of the `identity` column: `userIdentity.arn` as it stands, or the best the record has.
 * A user without ARN (a sign-in) becomes "ACCOUNT:user/NAME", since names repeat across accounts.
 * Empty where the record names nobody. Source: AWS, "CloudTrail userIdentity element".
 */
export function identityText(fields: IdentityFields): string {
  const { type, accountId, userName, principalId } = fields;
  if (fields.arn !== '') return fields.arn;
  if ((type === 'AWSService' || type === '') && fields.invokedBy !== '') return fields.invokedBy;
  if (type === 'Root' && accountId !== '') return `arn:aws:iam::${accountId}:root`;
  if (type === 'IAMUser' && accountId !== '' && userName !== '')
    return `${accountId}:user/${userName}`;
  // The name alone is unique within one identity provider only; principalId has both.
  if (type === 'SAMLUser' || type === 'WebIdentityUser') {
    return firstOf(principalId, userName, fields.identityProvider, accountId);
  }
  return firstOf(
    fields.onBehalfOfUser,
    userName,
    principalId,
    accountId,
    fields.identityProvider,
    fields.invokedBy,
  );
}

function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}

/** An identity taken apart. `account` is empty where the text does not say it. */
interface Identity {
  readonly kind: 'role' | 'SSO role' | 'user' | 'root' | 'federated user' | 'account';
  readonly name: string;
  readonly session: string;
  readonly account: string;
  /** Set where it is other than `aws`: account numbers are given out per partition. */
  readonly partition: string;
  /** What AWS adds to the name of a role it makes for a permission set. */
  readonly suffix: string;
}

/**
 * The text of the `principal` column: who stands behind an identity, one text per principal. A
 * role is the same whatever its session: "role Admin (123456789012)". What has no such form stays
 * as it is, in quotes where it would read like one of the forms.
 */
export function principalLabel(identity: string, identityType: string): string {
  const parsed = parseIdentity(identity, identityType);
  if (parsed === undefined) return imitatesLabel.test(identity) ? `"${identity}"` : identity;
  const where = [parsed.account, parsed.partition, parsed.suffix].filter((part) => part !== '');
  const name = parsed.name === '' ? parsed.kind : `${parsed.kind} ${parsed.name}`;
  return where.length === 0 ? name : `${name} (${where.join(', ')})`;
}

const imitatesLabel = /^(?:role|SSO role|user|root|federated user|account)(?: |$)|^"/;

/** What {@link principalInWords} reads: two columns and the flags of an event. */
export interface PrincipalFields {
  readonly identity: string;
  readonly identityType: string;
  readonly flags: number;
}

/** An identity in words: "role Admin, session alice, account 123456789012, MFA no". */
export function principalInWords({ identity, identityType, flags }: PrincipalFields): Phrase {
  const { first, rest } = describe(identity, identityType);
  if ((flags & flag.mfaYes) !== 0) rest.push(phrase('who.mfa'));
  if ((flags & flag.mfaNo) !== 0) rest.push(phrase('who.noMfa'));
  if ((flags & flag.console) !== 0) rest.push(phrase('who.console'));
  return inOne('who.both', [first, ...rest]) ?? first;
}

interface Description {
  readonly first: Phrase;
  readonly rest: Phrase[];
}

function describe(identity: string, identityType: string): Description {
  const parsed = parseIdentity(identity, identityType);
  if (parsed === undefined) return { first: unparsed(identity, identityType), rest: [] };
  const { kind, name, session, account, partition } = parsed;
  if (kind === 'account') return { first: phrase('who.account', { account }), rest: [] };
  const rest: Phrase[] = [];
  if (session !== '') rest.push(phrase('who.session', { name: session }));
  if (account !== '') rest.push(phrase('who.account', { account }));
  if (partition !== '') rest.push(phrase('who.partition', { partition }));
  return { first: kind === 'root' ? phrase('who.root') : phrase(kindKeys[kind], { name }), rest };
}

const kindKeys = {
  role: 'who.role',
  'SSO role': 'who.ssoRole',
  user: 'who.user',
  'federated user': 'who.federatedUser',
} as const;

function unparsed(identity: string, identityType: string): Phrase {
  if (identity === '') {
    return identityType === ''
      ? phrase('who.nobody')
      : phrase('who.asItStands', { name: identityType });
  }
  const name = identity;
  switch (identityType) {
    case 'AWSService':
      return phrase('who.service', { name });
    case 'AWSAccount':
      return phrase('who.otherAccount', { name });
    case 'IAMUser':
      return phrase('who.user', { name });
    case 'SAMLUser':
      return phrase('who.samlUser', { name });
    case 'WebIdentityUser':
      return phrase('who.webIdentityUser', { name });
    case 'IdentityCenterUser':
      return phrase('who.identityCenterUser', { name });
    default:
      return phrase('who.asItStands', { name });
  }
}

const ssoRole = /^AWSReservedSSO_(.+)_([0-9a-f]{16})$/;

function parseIdentity(identity: string, identityType: string): Identity | undefined {
  const arn = splitArn(identity);
  if (arn !== undefined) return fromArn(arn);
  const user = /^(\d{12}):user\/(.+)$/s.exec(identity);
  if (user !== null && identityType === 'IAMUser') {
    return plain('user', { account: user[1], name: user[2] });
  }
  if (/^\d{12}$/.test(identity) && identityType !== 'IAMUser') {
    return plain(identityType === 'Root' ? 'root' : 'account', { account: identity });
  }
  return undefined;
}

interface PrincipalArn {
  readonly partition: string;
  readonly service: string;
  readonly account: string;
  readonly path: readonly string[];
}

function splitArn(text: string): PrincipalArn | undefined {
  const found = /^arn:(aws[a-z-]{0,20}):(iam|sts)::([^:]{0,40}):(.+)$/s.exec(text);
  if (found === null) return undefined;
  const [, partition = '', service = '', account = '', path = ''] = found;
  return { partition, service, account, path: path.split('/') };
}

function fromArn({ partition, service, account, path }: PrincipalArn): Identity | undefined {
  const where = { account, partition: partition === 'aws' ? '' : partition };
  const [kind, name = '', ...session] = path;
  if (service === 'sts') {
    if (kind === 'assumed-role' && name !== '') return role(name, session.join('/'), where);
    if (kind === 'federated-user' && name !== '') {
      return plain('federated user', { ...where, name: path.slice(1).join('/') });
    }
    return kind === 'assumed-root'
      ? plain('root', { ...where, session: 'assumed root' })
      : undefined;
  }
  // Names are unique in an account whatever their path, and the last part is the name.
  const last = path.length > 1 ? (path.at(-1) ?? '') : '';
  if (kind === 'root' && path.length === 1) return plain('root', where);
  if (last === '') return undefined;
  if (kind === 'role') return role(last, '', where);
  return kind === 'user' ? plain('user', { ...where, name: last }) : undefined;
}

type Where = Pick<Identity, 'account' | 'partition'>;

function role(name: string, session: string, where: Where): Identity {
  const sso = ssoRole.exec(name);
  if (sso === null) return plain('role', { ...where, name, session });
  return plain('SSO role', { ...where, name: sso[1], suffix: sso[2], session });
}

function plain(
  kind: Identity['kind'],
  parts: Partial<Record<Exclude<keyof Identity, 'kind'>, string | undefined>>,
): Identity {
  const { name = '', session = '', account = '', partition = '', suffix = '' } = parts;
  return { kind, name, session, account, partition, suffix };
}
