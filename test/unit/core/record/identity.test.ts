import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flag } from '../../../../renderer/core/record/flags.ts';
import {
  identityText,
  principalInWords,
  principalLabel,
  type IdentityFields,
} from '../../../../renderer/core/record/identity.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';

const nobody: IdentityFields = {
  type: '',
  arn: '',
  invokedBy: '',
  accountId: '',
  userName: '',
  principalId: '',
  identityProvider: '',
  onBehalfOfUser: '',
};
const account = '123456789012';
const textOf = (fields: Partial<IdentityFields>) => identityText({ ...nobody, ...fields });

describe('identityText', () => {
  it.each<[string, Partial<IdentityFields>, string]>([
    [
      'the ARN as it stands',
      { type: 'IAMUser', arn: 'arn:aws:iam::1:user/a', userName: 'b' },
      'arn:aws:iam::1:user/a',
    ],
    [
      'the service of an AWSService',
      { type: 'AWSService', invokedBy: 'ecs.amazonaws.com' },
      'ecs.amazonaws.com',
    ],
    [
      'the service where there is no type',
      { accountId: account, invokedBy: 'ec2.amazonaws.com' },
      'ec2.amazonaws.com',
    ],
    ['the root ARN', { type: 'Root', accountId: account }, `arn:aws:iam::${account}:root`],
    [
      'the user of a failed sign-in with the account',
      { type: 'IAMUser', accountId: account, userName: 'bert-jan', principalId: 'AIDA1' },
      `${account}:user/bert-jan`,
    ],
    ['the user name where nothing else is known', { userName: 'alice' }, 'alice'],
    [
      'the principal of another account',
      { type: 'AWSAccount', accountId: account, principalId: 'AROA1:s' },
      'AROA1:s',
    ],
    [
      'the other account',
      { type: 'AWSAccount', accountId: 'ANONYMOUS_PRINCIPAL' },
      'ANONYMOUS_PRINCIPAL',
    ],
    [
      'the principal id of a web identity, which tells providers apart',
      {
        type: 'WebIdentityUser',
        userName: 'u1',
        principalId: 'accounts.google.com:app:u1',
        identityProvider: 'x',
      },
      'accounts.google.com:app:u1',
    ],
    [
      'the user of Identity Center',
      { type: 'IdentityCenterUser', accountId: account, onBehalfOfUser: 'u-1' },
      'u-1',
    ],
    [
      'the identity provider as the last of all',
      { type: 'SAMLUser', identityProvider: 'idp' },
      'idp',
    ],
    ['nothing where the record names nobody', {}, ''],
  ])('is %s', (_, fields, text) => {
    expect(textOf(fields)).toBe(text);
  });
});

const sso = 'AWSReservedSSO_Admin_Access_0123456789abcdef';

describe('principalLabel', () => {
  it.each([
    [`arn:aws:sts::${account}:assumed-role/Admin/alice`, 'AssumedRole', `role Admin (${account})`],
    [`arn:aws:sts::${account}:assumed-role/Admin/i-0abc`, 'AssumedRole', `role Admin (${account})`],
    [`arn:aws:iam::${account}:role/path/Admin`, 'Role', `role Admin (${account})`],
    [
      `arn:aws-cn:sts::${account}:assumed-role/Admin/alice`,
      'AssumedRole',
      `role Admin (${account}, aws-cn)`,
    ],
    [`arn:aws:iam::${account}:user/ops/alice`, 'IAMUser', `user alice (${account})`],
    [
      `arn:aws:iam::${account}:user/test001@test.com`,
      'IAMUser',
      `user test001@test.com (${account})`,
    ],
    [`${account}:user/alice`, 'IAMUser', `user alice (${account})`],
    [`arn:aws:iam::${account}:root`, 'Root', `root (${account})`],
    [`arn:aws:sts::${account}:assumed-root`, 'AssumedRole', `root (${account})`],
    [
      `arn:aws:sts::${account}:federated-user/Bob`,
      'FederatedUser',
      `federated user Bob (${account})`,
    ],
    [
      `arn:aws:sts::${account}:assumed-role/${sso}/alice@example.com`,
      'AssumedRole',
      `SSO role Admin_Access (${account}, 0123456789abcdef)`,
    ],
    ['autoscaling.amazonaws.com', 'AWSService', 'autoscaling.amazonaws.com'],
    [account, 'AWSAccount', `account (${account})`],
    ['AROA1:session', 'AWSAccount', 'AROA1:session'],
    ['alice', 'IAMUser', 'alice'],
    ['', '', ''],
    ['arn:aws:iam::1:user/', 'IAMUser', 'arn:aws:iam::1:user/'],
  ])('of %s (%s) is %s', (identity, type, label) => {
    expect(principalLabel(identity, type)).toBe(label);
  });

  it('quotes a free text that imitates a label', () => {
    expect(principalLabel(`role Admin (${account})`, 'SAMLUser')).toBe(`"role Admin (${account})"`);
  });

  it('gives different labels to texts that are not of one of the forms', () => {
    const free = fc.string().filter((text) => !text.startsWith('arn:') && !/^\d{12}/.test(text));
    fc.assert(
      fc.property(free, free, (one, other) => {
        fc.pre(one !== other);
        expect(principalLabel(one, 'Unknown')).not.toBe(principalLabel(other, 'Unknown'));
      }),
    );
  });

  it('gives different labels to roles and users of different name or account', () => {
    const name = fc.stringMatching(/^[\w+=,.@-]{1,12}$/);
    const arn = fc.record({
      account: fc.constantFrom(account, '999999999999'),
      kind: fc.constantFrom('role', 'user'),
      name,
    });
    const labelOf = (of: { account: string; kind: string; name: string }) =>
      principalLabel(`arn:aws:iam::${of.account}:${of.kind}/${of.name}`, '');
    fc.assert(
      fc.property(arn, arn, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(labelOf(one)).not.toBe(labelOf(other));
      }),
    );
  });
});

describe('principalInWords', () => {
  const words = (identity: string, identityType: string, flags = 0) =>
    inEnglish(principalInWords({ identity, identityType, flags }));

  it('names role, session, account and MFA', () => {
    expect(
      words(`arn:aws:sts::${account}:assumed-role/Admin/alice`, 'AssumedRole', flag.mfaNo),
    ).toBe(`role Admin, session alice, account ${account}, MFA no`);
  });

  it('names a console session', () => {
    expect(words(`arn:aws:iam::${account}:user/a`, 'IAMUser', flag.mfaYes | flag.console)).toBe(
      `user a, account ${account}, MFA yes, console session`,
    );
  });

  it.each([
    [
      `arn:aws:sts::${account}:assumed-role/${sso}/al@x.org`,
      'AssumedRole',
      `SSO role Admin_Access, session al@x.org, account ${account}`,
    ],
    [`arn:aws:iam::${account}:root`, 'Root', `root, account ${account}`],
    [account, 'AWSAccount', `account ${account}`],
    ['autoscaling.amazonaws.com', 'AWSService', 'service autoscaling.amazonaws.com'],
    ['AROA1:session', 'AWSAccount', 'principal of another account AROA1:session'],
    ['', 'Unknown', 'Unknown'],
    ['', '', 'nobody named'],
  ])('says of %s (%s): %s', (identity, type, expected) => {
    expect(words(identity, type)).toBe(expected);
  });
});
