import { roleArn, sessionArn, type Role, type Session } from '../caller.ts';
import type { Random } from '../random.ts';
import type { ApiCall } from '../record.ts';
import { hour, spokenTime } from '../times.ts';

/**
 * The call that hands out a role session's key. CloudTrail notes it as read-only and still keeps
 * the response (AWS IAM user guide, CloudTrail integration).
 */
export function assumeRole(
  random: Random,
  role: Role,
  given: {
    readonly sessionName: string;
    readonly session: Session;
    readonly durationSeconds: number;
  },
): ApiCall {
  const { sessionName, session, durationSeconds } = given;
  return {
    service: 'sts',
    name: 'AssumeRole',
    readOnly: true,
    request: { roleArn: roleArn(role), roleSessionName: sessionName, durationSeconds },
    response: {
      credentials: {
        accessKeyId: session.key,
        sessionToken: `SYNTHETIC/${random.alphanumeric(340)}==`,
        expiration: spokenTime(session.since + durationSeconds * 1000),
      },
      assumedRoleUser: {
        assumedRoleId: `${role.principalId}:${sessionName}`,
        arn: sessionArn(role, sessionName),
      },
    },
    resources: [{ accountId: role.account, type: 'AWS::IAM::Role', ARN: roleArn(role) }],
    resource: roleArn(role),
  };
}

/** What a copy of one call in two accounts has in common. */
export function sharedIds(random: Random): {
  readonly sharedEventID: string;
  readonly requestID: string;
} {
  return { sharedEventID: random.guid(), requestID: random.guid() };
}

/** How long an instance's credentials are good for. */
export const nodeSessionLasts = 6 * hour;
