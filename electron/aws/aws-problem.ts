import type { AwsProblem } from '../ipc/aws.ts';

/** What was asked when it went wrong. */
export interface Asked {
  /** As IAM names it: `s3:GetObject`. */
  readonly action: string;
  /** The ARN, or the key of the object as a URI. */
  readonly resource: string;
  /** Who was asked, as a sentence begins: `The store`, `CloudTrail in eu-west-1`. */
  readonly who: string;
  /** It is one of many, so that the others may still be had where this one is refused. */
  readonly isOneOfMany: boolean;
  readonly profile: string | undefined;
}

/** What is known of an error, whoever threw it: the SDK, Node's network, OpenSSL. */
interface Seen {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly region: string | undefined;
  readonly serverTime: string | undefined;
}

interface Rule {
  readonly fits: (seen: Seen, asked: Asked) => boolean;
  readonly tell: (seen: Seen, asked: Asked) => AwsProblem;
}

const connection = (reason: string, wayOut: string): AwsProblem => ({
  scope: 'connection',
  reason,
  wayOut,
});
const object = (reason: string, wayOut: string): AwsProblem => ({
  scope: 'object',
  reason,
  wayOut,
});
const codes =
  (...names: readonly string[]) =>
  ({ code }: Seen): boolean =>
    names.includes(code);

const login = ({ profile }: Asked): string =>
  profile === undefined ? 'aws sso login' : `aws sso login --profile ${profile}`;

// In order: the first that fits tells. Codes of S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const rules: readonly Rule[] = [
  {
    fits: ({ code, message }) => /provider|token/i.test(code) && /\bsso\b/i.test(message),
    tell: (_, asked) =>
      connection(
        'The single sign-on session is missing or has ended.',
        `Run “${login(asked)}” in a terminal, then connect again.`,
      ),
  },
  {
    fits: ({ message }) => /\bMFA\b|multi-?factor/i.test(message),
    tell: ({ message }) =>
      connection(`The MFA code is missing, used or wrong: ${message}`, 'Connect with a new code.'),
  },
  {
    fits: codes('CredentialsProviderError', 'TokenProviderError', 'ProviderError'),
    tell: ({ message }, { profile }) =>
      connection(
        profile === undefined
          ? `There are no credentials: ${message}`
          : `There are no credentials in profile ${profile}: ${message}`,
        'Choose other credentials, or paste keys for this session.',
      ),
  },
  {
    fits: codes('ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired'),
    tell: (_, asked) =>
      connection(
        'The credentials have expired.',
        `Get new ones (with single sign-on: “${login(asked)}”), then connect again.`,
      ),
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html
    fits: ({ code }, { action }) =>
      action === 'cloudtrail:LookupEvents' &&
      ['UnrecognizedClientException', 'InvalidClientTokenId', 'OptInRequired'].includes(code),
    tell: (_, { who }) =>
      object(
        `${who} does not know these credentials: the region is not enabled in the account.`,
        'Leave the region out. Where it is enabled, use session tokens that are valid in all regions.',
      ),
  },
  {
    fits: codes(
      'InvalidAccessKeyId',
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'InvalidToken',
    ),
    tell: (_, { who }) =>
      connection(
        `${who} does not know this access key or session token.`,
        'It may be deleted, or belong to another partition or store: choose other credentials.',
      ),
  },
  {
    fits: codes('SignatureDoesNotMatch'),
    tell: (_, { who }) =>
      connection(
        `${who} refuses the signature: the secret key does not belong to the access key.`,
        'Check that the secret was copied whole, and that no proxy changes the requests.',
      ),
  },
  {
    fits: codes('RequestTimeTooSkewed', 'RequestInTheFuture'),
    tell: ({ serverTime }, { who }) =>
      connection(
        serverTime === undefined
          ? `This machine’s clock is wrong: it says ${new Date().toISOString()}, and ${who} refuses that.`
          : `This machine’s clock is wrong: it says ${new Date().toISOString()}. ${who} says ${serverTime}.`,
        'Set the clock, then connect again. Times in the evidence are not affected.',
      ),
  },
  {
    fits: ({ code, message }) => code.startsWith('KMS.') || /\bkms\b/i.test(message),
    tell: ({ message }, { resource }) =>
      object(
        `The object is encrypted with a KMS key that these credentials may not use: ${message}`,
        `Allow kms:Decrypt on the key of ${resource}, then import again.`,
      ),
  },
  {
    fits: codes('InvalidObjectState'),
    tell: () =>
      object(
        'The object is archived (Glacier) and cannot be read as it is.',
        'Restore it (aws s3api restore-object), wait for the restore to end, then import again.',
      ),
  },
  {
    fits: codes('NoSuchBucket'),
    tell: (_, { resource }) =>
      connection(`There is no bucket ${bucketOf(resource)}.`, 'Check its name, and the endpoint.'),
  },
  {
    fits: codes('NoSuchKey', 'NotFound', 'NoSuchVersion'),
    tell: () =>
      object('The object is gone: it was deleted after it was listed.', 'List the prefix again.'),
  },
  {
    fits: codes('PreconditionFailed'),
    tell: () =>
      object(
        'The object is another one than was listed: it was written again meanwhile.',
        'List the prefix again and import once more.',
      ),
  },
  {
    fits: codes(
      'PermanentRedirect',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
      'TemporaryRedirect',
    ),
    tell: ({ region, message }) =>
      connection(
        region === undefined
          ? `The bucket lies in another region: ${message}`
          : `The bucket lies in region ${region}.`,
        region === undefined
          ? 'Set its region, then connect again.'
          : `Set the region to ${region}, then connect again.`,
      ),
  },
  {
    // Of Athena: what it says is about the request, or about the data catalog behind it.
    fits: codes('InvalidRequestException', 'MetadataException', 'ResourceNotFoundException'),
    tell: ({ code, message }, { action, resource }) =>
      connection(
        `${action} on ${resource} was refused${sentence(message)}`,
        code === 'MetadataException'
          ? 'Check that the table is there, and that these credentials may read the data catalog (glue:GetDatabases, glue:GetTables, glue:GetTable).'
          : 'Change what is asked for, then try again.',
      ),
  },
  {
    fits: ({ code, status }) =>
      status === 403 || /^AccessDenied|^AllAccessDisabled|^Forbidden/.test(code),
    tell: ({ message }, { action, resource, isOneOfMany }) => ({
      scope: isOneOfMany ? 'object' : 'connection',
      reason: `Access denied: these credentials lack ${action} on ${resource}${sentence(message)}`,
      wayOut: 'Ask for that permission, or choose other credentials.',
    }),
  },
  {
    fits: ({ code, status }) =>
      status === 503 ||
      status === 429 ||
      /^SlowDown|Throttl|TooManyRequests|RequestLimit/.test(code),
    tell: (_, { who }) =>
      connection(
        `${who} asks to slow down, also after several tries.`,
        'Wait a little and import again: what is complete is not fetched twice.',
      ),
  },
  {
    fits: ({ status }) => status !== undefined && status >= 500,
    tell: ({ code, status }, { who }) =>
      connection(
        `${who} has an error of its own (${code}, ${String(status)}).`,
        'Try again later.',
      ),
  },
  {
    fits: ({ code, message }) =>
      /CERT|ERR_TLS|ERR_SSL|EPROTO|SELF_SIGNED|UNABLE_TO_/.test(code) ||
      /certificate/i.test(message),
    tell: ({ message }) =>
      connection(
        `The connection is not safe: the certificate shown is not of the server asked (${message}).`,
        'A proxy may look into TLS: name its certificate authority in AWS_CA_BUNDLE, or use another network.',
      ),
  },
  {
    fits: ({ code, message }) =>
      /^E[A-Z_]{4,}$|^Timeout|^NetworkingError|^RequestTimeout|^UND_/.test(code) ||
      /socket|timed? ?out|network|aborted|cut short/i.test(message),
    tell: ({ code, message }, { who }) =>
      connection(
        `${who} can’t be reached, or the connection broke (${code === 'Error' ? message : code}).`,
        'Check the network, proxy and endpoint, then go on: what is complete is not fetched twice.',
      ),
  },
];

/** The error in words: what happened, and what to do. */
export function problemOf(error: unknown, asked: Asked): AwsProblem {
  const seen = seenIn(error);
  const rule = rules.find(({ fits }) => fits(seen, asked));
  if (rule !== undefined) return rule.tell(seen, asked);
  const reason = `${asked.who} answered ${seen.code}${sentence(seen.message)}`;
  const wayOut = `It was asked for ${asked.action} on ${asked.resource}.`;
  return asked.isOneOfMany ? object(reason, wayOut) : connection(reason, wayOut);
}

/** Whether it was refused for want of a permission, on the object or on its KMS key. */
export function isDenied(error: unknown): boolean {
  return /^AccessDenied|^AllAccessDisabled/.test(seenIn(error).code);
}

function sentence(message: string): string {
  const text = message.trim();
  return text === '' || text === 'UnknownError' ? '.' : `: ${text.replace(/\.*$/u, '')}.`;
}

function bucketOf(resource: string): string {
  return resource.replace(/^arn:[^:]*:s3:::/u, '').replace(/\/.*$/u, '');
}

function seenIn(error: unknown): Seen {
  if (!(error instanceof Error)) {
    return {
      code: '',
      message: String(error),
      status: undefined,
      region: undefined,
      serverTime: undefined,
    };
  }
  const parts = new Map<string, unknown>(Object.entries(error));
  const text = (name: string): string | undefined => {
    const value = parts.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const metadata = parts.get('$metadata');
  const status: unknown =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  const expecting = /expecting '([a-z0-9-]+)'/u.exec(error.message)?.[1];
  const generic = error.name === 'Error' || error.name === 'TypeError';
  return {
    code: (generic ? text('code') : undefined) ?? text('Code') ?? error.name,
    message: error.message,
    status: typeof status === 'number' ? status : undefined,
    region: text('Region') ?? expecting,
    serverTime: text('ServerTime'),
  };
}
