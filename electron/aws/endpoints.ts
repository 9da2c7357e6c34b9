import { endpointOfProfile } from './profiles.ts';

/** A service as the SDKs' settings call it. */
export type AwsService = 'athena' | 's3' | 'sts' | 'cloudtrail' | 'account';

/**
 * The endpoint that the environment, or else the profile, names for a service; undefined: that of
 * AWS. In the SDKs' own order, which the JavaScript one keeps for the AWS_PROFILE only:
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function configuredEndpoint(
  service: AwsService,
  profile: string | undefined,
): Promise<string | undefined> {
  const { env } = process;
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return undefined;
  return (
    env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ??
    env['AWS_ENDPOINT_URL'] ??
    (profile === undefined ? undefined : await endpointOfProfile(profile, service))
  );
}
