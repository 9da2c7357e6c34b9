import { loadSharedConfigFiles } from '@smithy/core/config';
import type { KnownCredentials, KnownProfile } from '../ipc/aws.ts';

/** A service as the SDKs' settings call it. */
export type AwsService = 'athena' | 's3' | 'sts' | 'cloudtrail' | 'account';

type Settings = Readonly<Partial<Record<string, string>>>;

/** What the shared config files and the environment offer, without asking anybody else. */
export async function knownCredentials(): Promise<KnownCredentials> {
  const profiles = await readProfiles();
  const { env } = process;
  return {
    profiles: [...profiles]
      .filter(([name]) => !/^(?:sso-session|services)\./u.test(name))
      .map(([name, settings]) => describe(name, settings))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    environment: Boolean(env['AWS_ACCESS_KEY_ID'] ?? env['AWS_WEB_IDENTITY_TOKEN_FILE']),
    region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
  };
}

/** The region that a profile names. */
export async function regionOfProfile(name: string): Promise<string | undefined> {
  return (await readProfiles()).get(name)?.['region'];
}

/** The endpoint that a profile names for a service, or for all of them. */
export async function endpointOfProfile(
  name: string,
  service: AwsService,
): Promise<string | undefined> {
  const profiles = await readProfiles();
  const settings = profiles.get(name);
  const services = profiles.get(`services.${settings?.['services'] ?? ''}`);
  return services?.[`${service}.endpoint_url`] ?? settings?.['endpoint_url'];
}

/** Both files as one: the credentials file adds to what the config file says of a profile. */
async function readProfiles(): Promise<ReadonlyMap<string, Settings>> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return new Map(
    [...names].map((name) => [name, { ...configFile[name], ...credentialsFile[name] }]),
  );
}

function describe(name: string, settings: Settings): KnownProfile {
  return {
    name,
    kind: kindOf(settings),
    region: settings['region'],
    mfaSerial: settings['role_arn'] === undefined ? undefined : settings['mfa_serial'],
  };
}

function kindOf(settings: Settings): KnownProfile['kind'] {
  if (settings['web_identity_token_file'] !== undefined) return 'web identity';
  if (settings['role_arn'] !== undefined) return 'role';
  if (settings['sso_session'] ?? settings['sso_start_url']) return 'single sign-on';
  if (settings['credential_process'] !== undefined) return 'process';
  return settings['aws_access_key_id'] === undefined ? 'other' : 'keys';
}
