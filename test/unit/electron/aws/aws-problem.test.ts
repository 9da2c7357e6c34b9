import { describe, expect, it } from 'vitest';
import { problemOf, type Asked } from '../../../../electron/aws/aws-problem.ts';
import { inJapanese } from '../../../../renderer/messages/sentences.ts';

const get: Asked = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::trail/a.json.gz',
  ...{ who: 'The store', isOneOfMany: true, profile: 'case-42' },
};
const list: Asked = {
  ...{ action: 's3:ListBucket', resource: 'arn:aws:s3:::trail' },
  ...{ who: 'The store', isOneOfMany: false, profile: undefined },
};

/** An error as the SDK throws it. */
function refused(name: string, status: number, message = '', more: object = {}): Error {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status },
    ...more,
  });
}

function broken(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

describe('problemOf', () => {
  it.each([
    ['ExpiredToken', refused('ExpiredToken', 400), /expired/, /aws sso login --profile case-42/],
    [
      'an unknown key',
      refused('InvalidAccessKeyId', 403),
      /does not know this access key/,
      /other credentials/,
    ],
    [
      'a wrong clock',
      refused('RequestTimeTooSkewed', 403, '', { ServerTime: '2026-03-12T10:00:00Z' }),
      /clock is wrong.*2026-03-12T10:00:00Z/,
      /Set the clock/,
    ],
    [
      'no permission',
      refused('AccessDenied', 403, 'Access Denied'),
      /lack s3:GetObject on arn:aws:s3:::trail\/a.json.gz/,
      /permission/,
    ],
    [
      'a KMS key',
      refused('AccessDenied', 403, 'not authorized to perform: kms:Decrypt'),
      /KMS key/,
      /kms:Decrypt/,
    ],
    [
      'a disabled KMS key',
      refused('KMS.DisabledException', 400, 'key is disabled'),
      /KMS key.*disabled/,
      /kms:Decrypt/,
    ],
    [
      'an ended sign-on',
      refused('TokenProviderError', 0, 'The SSO session has expired'),
      /single sign-on session/,
      /aws sso login --profile case-42/,
    ],
    [
      'an MFA code',
      refused('AccessDenied', 403, 'MultiFactorAuthentication failed with invalid MFA code'),
      /MFA code.*invalid/,
      /new code/,
    ],
    [
      'no credentials',
      refused('CredentialsProviderError', 0, 'none found'),
      /in profile case-42: none found/,
      /paste keys/,
    ],
    ['a wrong signature', refused('SignatureDoesNotMatch', 403), /signature/, /copied whole/],
    ['no such bucket', refused('NoSuchBucket', 404), /no bucket trail/, /endpoint/],
    ['an object that is gone', refused('NoSuchKey', 404), /is gone/, /List the prefix/],
    ['another object', refused('PreconditionFailed', 412), /another one/, /List the prefix/],
    [
      'a catalog that does not answer',
      refused('MetadataException', 400, 'no table'),
      /was refused: no table\.$/,
      /data catalog/,
    ],
    ['an archived object', refused('InvalidObjectState', 403), /archived/, /restore-object/],
    [
      'another region',
      refused('PermanentRedirect', 301, '', { Region: 'eu-west-3' }),
      /lies in region eu-west-3/,
      /eu-west-3/,
    ],
    ['throttling', refused('SlowDown', 503), /slow down/, /not fetched twice/],
    ['a fault of the store', refused('InternalError', 500), /error of its own/, /later/],
    [
      'TLS interception',
      broken('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
      /certificate/,
      /AWS_CA_BUNDLE/,
    ],
    ['no network', broken('ENOTFOUND'), /can’t be reached.*ENOTFOUND/, /not fetched twice/],
    ['a timeout', refused('TimeoutError', 0), /can’t be reached/, /network/],
    [
      'something unheard of',
      refused('Teapot', 418, 'short and stout.'),
      /answered Teapot: short and stout\.$/,
      /s3:GetObject/,
    ],
  ])('finds words for %s, which the window has in Japanese too', (_, error, reason, wayOut) => {
    const problem = problemOf(error, get);
    expect(problem).toMatchObject({
      reason: expect.stringMatching(reason) as string,
      wayOut: expect.stringMatching(wayOut) as string,
    });
    expect(inJapanese(problem.reason)).toMatch(/[ぁ-ん]/u);
    expect(inJapanese(problem.wayOut)).toMatch(/[ぁ-ん]/u);
  });

  it('tells what concerns one object from what concerns them all', () => {
    const scope = (error: Error, asked = get): string => problemOf(error, asked).scope;
    expect(scope(refused('AccessDenied', 403))).toBe('object');
    expect(scope(refused('AccessDenied', 403), list)).toBe('connection');
    expect(scope(refused('NoSuchKey', 404))).toBe('object');
    expect(scope(refused('PreconditionFailed', 412))).toBe('object');
    expect(scope(refused('ExpiredToken', 400))).toBe('connection');
    expect(scope(broken('ECONNRESET'))).toBe('connection');
  });
});
