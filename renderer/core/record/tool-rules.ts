/** What a rule says of a tool besides its name. */
export type ToolKind = 'service' | 'console' | 'browser';

/** One form of user agent. */
export interface ToolRule {
  /** DETAIL stands for the pattern's group `detail` in lower case, or its group `name` as it is. */
  readonly name: string;
  /** What the pattern is tried on: the whole text, its first word, or each word in turn. */
  readonly where: 'text' | 'first' | 'any';
  /** Its groups: `version`, and `detail` or `name`. No pattern may need more than linear time. */
  readonly pattern: RegExp;
  readonly kind?: ToolKind;
}

/**
 * Forms of user agents, the first that fits counts. Programs that bring their own name stand
 * before the SDKs they are built on, for these stand in the same text.
 */
export const toolRules: readonly ToolRule[] = [
  { name: 'AWS Internal', where: 'text', pattern: /^AWS Internal(?:\/\S*)?$/i },
  { name: 'AWS sign-in', where: 'text', pattern: /^signin\.amazonaws\.com$/i, kind: 'console' },
  { name: 'AWS console', where: 'text', pattern: /^console\.amazonaws\.com$/i, kind: 'console' },
  {
    name: 'AWS console: DETAIL',
    where: 'text',
    pattern: /^(?:console\.(?<detail>[\w-]+)|(?<name>[\w-]+)\.console)\.amazonaws\.com$/i,
    kind: 'console',
  },
  {
    name: 'AWS service: DETAIL',
    where: 'text',
    pattern: /^(?<name>[a-z0-9][a-z0-9.-]*)\.amazonaws\.com(?:\.cn)?$/i,
    kind: 'service',
  },
  {
    name: 'AWS console: DETAIL',
    where: 'text',
    pattern: /^(?:AWS ?)?(?<detail>\w{1,40}?) ?Console(?:Frontend)?(?:[/, ]|$)/,
    kind: 'console',
  },
  {
    name: 'AWS console: DETAIL',
    where: 'text',
    pattern: /^aws-internal\/.*, (?:AWS)?(?<detail>\w{1,40}?)Console\/[\d.]+$/,
    kind: 'console',
  },
  { name: 'AWS Internal', where: 'any', pattern: /^aws-internal\// },
  { name: 'Terraform', where: 'any', pattern: /^Terraform\/(?<version>.+)$/ },
  { name: 'OpenTofu', where: 'any', pattern: /^OpenTofu\/(?<version>.+)$/ },
  { name: 'Terraform', where: 'any', pattern: /^terraform-provider-aws\// },
  { name: 'Pulumi', where: 'any', pattern: /^Pulumi\/(?<version>.+)$/ },
  {
    name: 'aws-load-balancer-controller',
    where: 'any',
    pattern: /^(?:elbv2\.k8s\.aws|aws-load-balancer-controller)\/v?(?<version>.+)$/,
  },
  { name: 'amazon-ssm-agent', where: 'any', pattern: /^amazon-ssm-agent\/(?<version>.*)$/ },
  { name: 'Cloud Custodian', where: 'any', pattern: /^CloudCustodian\/(?<version>.+)$/ },
  { name: 'S3 Browser', where: 'text', pattern: /^S3 Browser[ /](?<version>[\w.-]+)/ },
  { name: 'aws-cli', where: 'any', pattern: /^aws-cli\/(?<version>.+)$/ },
  {
    name: 'AWS Tools for PowerShell',
    where: 'any',
    pattern: /^AWSPowerShell(?:\.\w+)?\/(?<version>.+)$/,
  },
  { name: 'Boto3', where: 'any', pattern: /^Boto3\/(?<version>.+)$/i },
  { name: 'Botocore', where: 'any', pattern: /^Botocore\/(?<version>.+)$/i },
  { name: 'DETAIL', where: 'any', pattern: /^(?<name>aws-sdk-[\w-]{1,40})\/(?<version>.+)$/ },
  { name: 'Edge', where: 'any', pattern: /^Edg\/(?<version>.+)$/, kind: 'browser' },
  { name: 'Opera', where: 'any', pattern: /^OPR\/(?<version>.+)$/, kind: 'browser' },
  { name: 'Firefox', where: 'any', pattern: /^Firefox\/(?<version>.+)$/, kind: 'browser' },
  { name: 'Chrome', where: 'any', pattern: /^Chrome\/(?<version>.+)$/, kind: 'browser' },
  {
    name: 'Safari',
    where: 'text',
    pattern: /^Mozilla\/.* Version\/(?<version>\S+)(?: \S+)? Safari\//,
    kind: 'browser',
  },
  { name: 'browser', where: 'first', pattern: /^Mozilla\//, kind: 'browser' },
  { name: 'DETAIL', where: 'first', pattern: /^(?<name>[^/]+)\/(?<version>[^/]+)$/ },
];

/** Tools made for attacks, for their simulation, or for audits that read like attacks. */
const attackTools: readonly (readonly [RegExp, string])[] = [
  [/stratus-red-team/i, 'stratus-red-team'],
  [/(?<![a-z])grimoire(?![a-z])/i, 'grimoire'],
  [/trufflehog/i, 'TruffleHog'],
  [/(?<![a-z])pacu(?![a-z])/i, 'Pacu'],
  [/scout ?suite/i, 'ScoutSuite'],
  [/(?<![a-z])prowler(?![a-z])/i, 'Prowler'],
  [/cloudfox/i, 'CloudFox'],
];

/** The attack tool that a user agent names anywhere, undefined where there is none. */
export function attackTool(userAgent: string): string | undefined {
  return attackTools.find(([pattern]) => pattern.test(userAgent))?.[1];
}

const pentestSystems: ReadonlyMap<string, string> = new Map([
  ['kali', 'Kali Linux'],
  ['parrot', 'Parrot OS'],
  ['pentoo', 'Pentoo'],
]);

/** The system for penetration tests that a user agent names anywhere, as its kernel's name does. */
export function pentestSystem(userAgent: string): string | undefined {
  const found = /(?<![a-z])(?:kali|parrot|pentoo)(?![a-z])/i.exec(userAgent);
  return found === null ? undefined : pentestSystems.get(found[0].toLowerCase());
}
