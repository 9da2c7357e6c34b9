import {
  fromContainerMetadata,
  fromEnv,
  fromIni,
  fromInstanceMetadata,
  fromTokenFile,
} from '@aws-sdk/credential-providers';
import type { CredentialChoice } from '../ipc/aws.ts';
import type { AccessKeys } from './pasted-keys.ts';

type Credentials = Awaited<ReturnType<ReturnType<typeof fromEnv>>>;

/** Gives credentials, the same ones until they are about to end. */
export type GiveCredentials = () => Promise<Credentials>;

/** Credentials are got anew so long before they end. */
const aheadMs = 5 * 60 * 1000;

/**
 * The credentials of a choice. Held in one place for all clients: a code of an MFA device counts
 * once, and a second client must not spend another one.
 */
export function credentialsOf(
  choice: CredentialChoice,
  region: string,
  pasted: AccessKeys | undefined,
): GiveCredentials {
  return held(providerOf(choice, region, pasted));
}

function providerOf(
  choice: CredentialChoice,
  region: string,
  pasted: AccessKeys | undefined,
): GiveCredentials {
  switch (choice.kind) {
    case 'profile':
      return fromIni({
        ...{
          profile: choice.profile,
          ignoreCache: true,
          clientConfig: { region, customUserAgent: 'trailwitness' },
        },
        ...(choice.mfaCode !== undefined && { mfaCodeProvider: once(choice.mfaCode) }),
      });
    case 'environment':
      return process.env['AWS_ACCESS_KEY_ID'] === undefined
        ? fromTokenFile({ clientConfig: { region, customUserAgent: 'trailwitness' } })
        : fromEnv();
    case 'machine':
      return process.env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] === undefined &&
        process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] === undefined
        ? fromInstanceMetadata({ timeout: 2000, maxRetries: 1 })
        : fromContainerMetadata({ timeout: 2000, maxRetries: 1 });
    case 'pasted':
      return () => {
        if (pasted === undefined) return Promise.reject(new Error('No keys were pasted.'));
        const { accessKeyId, secretAccessKey, sessionToken } = pasted;
        const keys = { accessKeyId, secretAccessKey };
        return Promise.resolve(sessionToken === undefined ? keys : { ...keys, sessionToken });
      };
  }
}

function once(code: string): () => Promise<string> {
  let left: string | undefined = code;
  return () => {
    const given = left;
    left = undefined;
    if (given !== undefined) return Promise.resolve(given);
    return Promise.reject(new Error('The session that the MFA code opened has ended.'));
  };
}

function held(get: GiveCredentials): GiveCredentials {
  let current: Promise<Credentials> | undefined;
  let endsAt = Infinity;
  return () => {
    if (current !== undefined && Date.now() < endsAt - aheadMs) return current;
    endsAt = Infinity;
    const asked = get().then((credentials) => {
      endsAt = credentials.expiration?.getTime() ?? Infinity;
      return credentials;
    });
    current = asked;
    asked.catch(() => {
      if (current === asked) current = undefined;
    });
    return asked;
  };
}
