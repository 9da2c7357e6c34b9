/** The regions that every account has, by the beginnings of their partition's names. */
const usualRegions: readonly (readonly [prefix: string, regions: readonly string[]])[] = [
  ['cn-', ['cn-north-1', 'cn-northwest-1']],
  ['us-gov-', ['us-gov-east-1', 'us-gov-west-1']],
  [
    '',
    [
      ...['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1'],
      ...['ap-southeast-2', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1'],
      ...['eu-west-2', 'eu-west-3', 'sa-east-1', 'us-east-1', 'us-east-2', 'us-west-1'],
      ...['us-west-2'],
    ],
  ],
];

/**
 * The regions that are enabled by default in the partition of this one, and it itself:
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export function regionsBeside(region: string): readonly string[] {
  const [, regions = []] = usualRegions.find(([prefix]) => region.startsWith(prefix)) ?? [];
  return [...new Set([...regions, region])].sort();
}
