import { describe, expect, it } from 'vitest';
import { keysIn } from '../../../../electron/aws/pasted-keys.ts';

const id = 'ASIAIOSFODNN7EXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const token = 'IQoJb3JpZ2luX2VjE/+abc==';
const temporary = { accessKeyId: id, secretAccessKey: secret, sessionToken: token };

describe('keysIn', () => {
  it.each([
    [
      'shell lines',
      `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"`,
    ],
    [
      'PowerShell',
      `$Env:AWS_ACCESS_KEY_ID="${id}"\r\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\r\n$Env:AWS_SESSION_TOKEN="${token}"`,
    ],
    [
      'a profile',
      `[case]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\naws_session_token = ${token}\n`,
    ],
    [
      'JSON',
      JSON.stringify(
        { Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } },
        undefined,
        2,
      ),
    ],
  ])('reads %s', (_, text) => {
    expect(keysIn(text)).toEqual(temporary);
  });

  it('reads the console’s CSV file', () => {
    const text = `Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,${secret}\n`;
    expect(keysIn(text)).toEqual({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: secret,
      sessionToken: undefined,
    });
  });

  it('takes no half of a pair', () => {
    expect(keysIn(`AWS_ACCESS_KEY_ID=${id}`)).toBeUndefined();
    expect(keysIn('hello')).toBeUndefined();
    expect(keysIn('')).toBeUndefined();
  });
});
