import type { EpochMs } from '../../renderer/core/base/units.ts';
import type { Json } from './json.ts';
import { isoSeconds } from './times.ts';

/** Who calls, with what, from where: the part of a record that stays the same within a session. */
export interface Caller {
  readonly identity: Json;
  readonly account: string;
  /** As AWS names the caller in a refusal. */
  readonly arn: string;
  /** Access key id; empty where the record has none. */
  readonly key: string;
  readonly address: string;
  readonly agent: string;
  readonly tls: '1.2' | '1.3' | undefined;
  readonly vpcEndpoint: string | undefined;
  readonly fromConsole: boolean;
}

/** Where a caller sits and what it calls with. */
export interface Seat {
  readonly address: string;
  readonly agent: string;
  readonly tls?: '1.2' | '1.3';
  readonly vpcEndpoint?: string;
}

export interface User {
  readonly account: string;
  readonly userName: string;
  readonly principalId: string;
  /** The long-term key. */
  readonly key: string;
}

export interface Role {
  readonly account: string;
  readonly roleName: string;
  readonly principalId: string;
  readonly path: string;
}

/** A temporary key and since when it is good. */
export interface Session {
  readonly key: string;
  readonly since: EpochMs;
}

export function userArn(user: User): string {
  return `arn:aws:iam::${user.account}:user/${user.userName}`;
}

export function roleArn(role: Role): string {
  return `arn:aws:iam::${role.account}:role${role.path}${role.roleName}`;
}

export function sessionArn(role: Role, sessionName: string): string {
  return `arn:aws:sts::${role.account}:assumed-role/${role.roleName}/${sessionName}`;
}

function seated(seat: Seat): Pick<Caller, 'address' | 'agent' | 'tls' | 'vpcEndpoint'> {
  return {
    address: seat.address,
    agent: seat.agent,
    tls: seat.tls ?? '1.3',
    vpcEndpoint: seat.vpcEndpoint,
  };
}

/** A user with the long-term key. */
export function asUser(user: User, seat: Seat): Caller {
  const arn = userArn(user);
  const identity = {
    type: 'IAMUser',
    principalId: user.principalId,
    arn,
    accountId: user.account,
    accessKeyId: user.key,
    userName: user.userName,
  };
  return {
    identity,
    account: user.account,
    arn,
    key: user.key,
    fromConsole: false,
    ...seated(seat),
  };
}

/** A user in the web console. `proxied`: calls that the console itself makes, without TLS details. */
export function asConsoleUser(
  user: User,
  session: Session,
  mfa: boolean,
  seat: Seat,
  proxied: boolean,
): Caller {
  const arn = userArn(user);
  const identity = {
    type: 'IAMUser',
    principalId: user.principalId,
    arn,
    accountId: user.account,
    accessKeyId: session.key,
    userName: user.userName,
    sessionContext: {
      sessionIssuer: {},
      webIdFederationData: {},
      attributes: { creationDate: isoSeconds(session.since), mfaAuthenticated: String(mfa) },
    },
  };
  const caller = {
    identity,
    account: user.account,
    arn,
    key: session.key,
    fromConsole: true,
    ...seated(seat),
  };
  return proxied ? { ...caller, tls: undefined } : caller;
}

/** What a role session's records say beyond the role itself. */
export interface RoleUse {
  readonly sessionName: string;
  /** Absent: the record shows no key, as with most service-linked roles. */
  readonly session: Session | undefined;
  readonly since: EpochMs;
  readonly invokedBy?: string;
  /** The instance that got these credentials, over IMDSv2. */
  readonly instanceArn?: string;
}

/** A role session. */
export function asRole(role: Role, use: RoleUse, seat: Seat): Caller {
  const arn = sessionArn(role, use.sessionName);
  const identity = {
    type: 'AssumedRole',
    principalId: `${role.principalId}:${use.sessionName}`,
    arn,
    accountId: role.account,
    accessKeyId: use.session?.key,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: role.principalId,
        arn: roleArn(role),
        accountId: role.account,
        userName: role.roleName,
      },
      webIdFederationData: {},
      attributes: { creationDate: isoSeconds(use.since), mfaAuthenticated: 'false' },
      ec2RoleDelivery: use.instanceArn === undefined ? undefined : '2.0',
    },
    invokedBy: use.invokedBy,
    inScopeOf:
      use.instanceArn === undefined
        ? undefined
        : { issuerType: 'AWS::EC2::Instance', credentialsIssuedTo: use.instanceArn },
  };
  const caller = {
    identity,
    account: role.account,
    arn,
    key: use.session?.key ?? '',
    fromConsole: false,
    ...seated(seat),
  };
  return use.invokedBy === undefined ? caller : { ...caller, tls: undefined };
}

/** A service with its service-linked role: address and agent are the service's own name. */
export function asServiceRole(
  role: Role,
  service: string,
  sessionName: string,
  since: EpochMs,
): Caller {
  const invokedBy = `${service}.amazonaws.com`;
  return asRole(
    role,
    { sessionName, session: undefined, since, invokedBy },
    { address: invokedBy, agent: invokedBy },
  );
}

/** A service for itself. */
export function asService(account: string, service: string): Caller {
  const name = `${service}.amazonaws.com`;
  return {
    identity: { type: 'AWSService', invokedBy: name },
    account,
    arn: name,
    key: '',
    address: name,
    agent: name,
    tls: undefined,
    vpcEndpoint: undefined,
    fromConsole: false,
  };
}

/** The caller of another account's cross-account call, as the called account's copy shows it. */
export function asOtherAccount(caller: Caller, principalId: string, recipient: string): Caller {
  return {
    ...caller,
    identity: { type: 'AWSAccount', principalId, accountId: caller.account },
    account: recipient,
    key: '',
  };
}
