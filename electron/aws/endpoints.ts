import { endpointOfProfile, type AwsService } from './profiles.ts';

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
