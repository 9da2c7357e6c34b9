import { describe, expect, it } from 'vitest';
import {
  credentialGrant,
  type CredentialGrant,
} from '../../../../renderer/core/record/credential-grant.ts';

const role = 'arn:aws:sts::111122223333:assumed-role/Admin/alice';

function grantOf(
  call: string,
  response: unknown,
  request: unknown = null,
  errorCode = '',
): CredentialGrant | undefined {
  const [eventSource = '', eventName = ''] = call.split(' ');
  return credentialGrant({
    eventSource: `${eventSource}.amazonaws.com`,
    eventName,
    account: '111122223333',
    errorCode,
    requestParameters: () => request,
    responseElements: () => response,
  });
}

describe('credentialGrant', () => {
  it.each(['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'])(
    'reads key, session and source identity of %s',
    (name) => {
      const response = {
        credentials: { accessKeyId: 'ASIA1', sessionToken: 't' },
        assumedRoleUser: { assumedRoleId: 'AROA1:alice', arn: role },
        sourceIdentity: 'alice@example.com',
      };
      const grant = { key: 'ASIA1', identity: role, sourceIdentity: 'alice@example.com' };
      expect(grantOf(`sts ${name}`, response)).toEqual(grant);
      const { sourceIdentity, ...rest } = response;
      expect(grantOf(`sts ${name}`, rest, { sourceIdentity })).toEqual(grant);
    },
  );

  it('reads the keys of sessions that are no role’s', () => {
    const credentials = { accessKeyId: 'ASIA2' };
    const none = { key: 'ASIA2', identity: '', sourceIdentity: '' };
    expect(grantOf('sts GetSessionToken', { credentials })).toEqual(none);
    expect(grantOf('sts AssumeRoot', { credentials })).toEqual(none);
    const arn = 'arn:aws:sts::111122223333:federated-user/bob';
    expect(grantOf('sts GetFederationToken', { credentials, federatedUser: { arn } })).toEqual({
      ...none,
      identity: arn,
    });
  });

  it('reads a new user, password or long-term key', () => {
    const identity = 'arn:aws:iam::111122223333:user/carol';
    const accessKey = { accessKeyId: 'AKIA3', userName: 'carol', status: 'Active' };
    expect(grantOf('iam CreateAccessKey', { accessKey })).toEqual({
      key: 'AKIA3',
      identity,
      sourceIdentity: '',
    });
    for (const name of ['CreateUser', 'CreateLoginProfile']) {
      const made = grantOf(`iam ${name}`, {}, { userName: 'carol' });
      expect(made).toEqual({ key: '', identity, sourceIdentity: '' });
    }
  });

  it('reads nothing of calls that failed, of others, and of other services', () => {
    const response = { credentials: { accessKeyId: 'ASIA1' } };
    expect(grantOf('sts AssumeRole', response, null, 'AccessDenied')).toBeUndefined();
    expect(grantOf('sts GetCallerIdentity', response)).toBeUndefined();
    expect(grantOf('sso AssumeRole', response)).toBeUndefined();
  });

  it('takes whatever the members hold', () => {
    const none = { key: '', identity: '', sourceIdentity: '' };
    for (const odd of [undefined, null, 7, 'text', [], { credentials: { accessKeyId: 7 } }]) {
      expect(grantOf('sts AssumeRole', odd, odd)).toEqual(none);
      expect(grantOf('iam CreateAccessKey', odd, odd)).toEqual(none);
    }
  });
});
