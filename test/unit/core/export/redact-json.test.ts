import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactJson, redactJson } from '../../../../renderer/core/export/redact-json.ts';

const redacted = (value: unknown): unknown => JSON.parse(redactJson(JSON.stringify(value)).json);

describe('redactJson', () => {
  it('takes out what is a credential, and leaves what only names one', () => {
    const credentials = { accessKeyId: 'ASIA1', sessionToken: 'IQoJ', expiration: 'May 1' };
    const other = { secretId: 'prod/db', clientRequestToken: 'c-1', nextToken: 'n-1', a: [1, 'x'] };
    expect(redacted({ credentials, masterUserPassword: 'hunter2', ...other })).toEqual({
      credentials: { ...credentials, sessionToken: '[redacted]' },
      masterUserPassword: '[redacted]',
      ...other,
    });
    expect(redactJson(JSON.stringify({ credentials })).count).toBe(1);
  });

  it('knows names however they are written', () => {
    for (const name of ['SecretAccessKey', 'secret_access_key', 'Client-Secret', '\u0070assword']) {
      expect(redacted({ [name]: 'x' })).toEqual({ [name]: '[redacted]' });
    }
    expect(redactJson('{"p\\u0061ssword":"x"}').json).toBe('{"p\\u0061ssword":"[redacted]"}');
  });

  it('takes out numbers, lists and objects under such a name, and nothing after them', () => {
    const json = '{"password":{"a":[1,{"b":2}]},"secretString":["x","y"],"tokenCode":123456,"c":3}';
    expect(redactJson(json)).toEqual({
      json: '{"password":"[redacted]","secretString":"[redacted]","tokenCode":"[redacted]","c":3}',
      count: 3,
    });
  });

  it('knows pairs of name and value, in either order', () => {
    const pairs = [
      { name: 'DB_PASSWORD', value: 'x' },
      { value: 'y', key: 'api-key' },
      { name: 'COLOUR', value: 'blue' },
    ];
    expect(redacted({ environment: pairs })).toEqual({
      environment: [
        { name: 'DB_PASSWORD', value: '[redacted]' },
        { value: '[redacted]', key: 'api-key' },
        { name: 'COLOUR', value: 'blue' },
      ],
    });
  });

  it('looks into JSON that stands as a text, and into signed addresses', () => {
    const policy = JSON.stringify({ user: 'db', password: 'x' });
    const url = 'https://b.s3.amazonaws.com/k?X-Amz-Security-Token=IQoJ%2F&X-Amz-Date=1';
    expect(redacted({ secret: policy, url })).toEqual({
      secret: JSON.stringify({ user: 'db', password: '[redacted]' }),
      url: 'https://b.s3.amazonaws.com/k?X-Amz-Security-Token=[redacted]&X-Amz-Date=1',
    });
  });

  it('leaves what is empty, what AWS has hidden itself, and what was redacted before', () => {
    const value = {
      ...{ password: null, newPassword: '', passphrase: '****', secretKey: '[redacted]' },
      clientSecret: 'HIDDEN_DUE_TO_SECURITY_REASONS',
    };
    expect(redactJson(JSON.stringify(value))).toEqual({ json: JSON.stringify(value), count: 0 });
  });

  it('keeps everything else to the letter', () => {
    const json =
      ' { "a" : 1.0, "a" : 12345678901234567890 ,\n"__proto__":{"x":1e400}, "k": "\\u0041 b" } ';
    expect(redactJson(json).json).toBe(
      '{"a":1.0,"a":12345678901234567890,"__proto__":{"x":1e400},"k":"\\u0041 b"}',
    );
  });

  it('means the same as before where nothing is secret, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.nat(3), (json, indent) => {
        const value: unknown = JSON.parse(json);
        const spaced = JSON.stringify(value, undefined, indent);
        expect(JSON.parse(redactJson(spaced).json)).toEqual(value);
        expect(compactJson(spaced)).toBe(JSON.stringify(value));
      }),
      { numRuns: 60 },
    );
  });

  it('reads a text of millions of characters', () => {
    const long = '\\"'.repeat(2_000_000);
    expect(redactJson(`{"userAgent":"${long}","password":"${long}"}`).json).toBe(
      `{"userAgent":"${long}","password":"[redacted]"}`,
    );
  });
});
