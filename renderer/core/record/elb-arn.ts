/** What an Elastic Load Balancing ARN names. */
export type ElbKind =
  'load balancer' | 'classic load balancer' | 'listener' | 'rule' | 'target group' | 'trust store';

/** The parts of an Elastic Load Balancing ARN. */
export interface ElbArn {
  readonly kind: ElbKind;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** `app`, `net` or `gwy`; empty for classic load balancers, target groups and trust stores. */
  readonly type: string;
  /** Name of the load balancer, target group or trust store. */
  readonly name: string;
  /** Id of the same; empty for a classic load balancer, which has none. */
  readonly id: string;
}

/** Longer than any ARN of the service: names have at most 32 characters, ids 16. */
const longestArn = 512;
const elbArnStart = /^arn:aws[\w-]{0,20}:elasticloadbalancing:/;

/**
 * The parts of an ARN as the service authorization reference of Elastic Load Balancing gives them;
 * undefined where `text` is not one, names many by `*`, or lacks a part.
 */
export function parseElbArn(text: string): ElbArn | undefined {
  if (text.length > longestArn || !elbArnStart.test(text)) return undefined;
  const [, partition = '', , region = '', account = '', ...rest] = text.split(':');
  const path = rest.join(':').split('/');
  if (path.some((part) => part === '' || part.includes('*'))) return undefined;
  const shape = shapeOf(path);
  if (shape === undefined) return undefined;
  const [kind, type, name = '', id = ''] = shape;
  return { kind, partition, region, account, type, name, id };
}

type Shape = readonly [ElbKind, string, string | undefined, string | undefined];

function shapeOf(path: readonly string[]): Shape | undefined {
  const [kind = '', first = '', second, third] = path;
  const typed = first === 'app' || first === 'net' || first === 'gwy';
  switch (`${kind} ${path.length}`) {
    case 'loadbalancer 2':
      return ['classic load balancer', '', first, ''];
    case 'loadbalancer 4':
      return typed ? ['load balancer', first, second, third] : undefined;
    case 'listener 5':
      return typed ? ['listener', first, second, third] : undefined;
    case 'listener-rule 6':
      return typed ? ['rule', first, second, third] : undefined;
    case 'targetgroup 3':
      return ['target group', '', first, second];
    case 'truststore 3':
      return ['trust store', '', first, second];
    default:
      return undefined;
  }
}

/** The ARN of the load balancer that a load balancer, listener or rule ARN belongs to. */
export function loadBalancerArnOf(arn: ElbArn): string | undefined {
  switch (arn.kind) {
    case 'load balancer':
    case 'listener':
    case 'rule':
      return `${arnPrefix(arn)}loadbalancer/${arn.type}/${arn.name}/${arn.id}`;
    case 'classic load balancer':
      return `${arnPrefix(arn)}loadbalancer/${arn.name}`;
    case 'target group':
    case 'trust store':
      return undefined;
  }
}

/** The ARN of a classic load balancer, which its records name by name alone. */
export function classicArn(region: string, account: string, name: string): string {
  return `${arnPrefix({ partition: partitionOf(region), region, account })}loadbalancer/${name}`;
}

function arnPrefix(arn: Pick<ElbArn, 'partition' | 'region' | 'account'>): string {
  return `arn:${arn.partition}:elasticloadbalancing:${arn.region}:${arn.account}:`;
}

/** The partition a region is in (AWS General Reference, ARNs). */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** CloudTrail cuts errorMessage at 1 KB; a text longer than this is no message of the service. */
const longestMessage = 16_384;
const elbArnInText =
  /arn:aws[\w-]{0,20}:elasticloadbalancing:[\w-]{0,40}:\d{0,12}:[\w/.*-]{1,300}/g;

/** The Elastic Load Balancing ARNs in a message, at most 20, patterns with `*` among them. */
export function elbArnsIn(message: string): readonly string[] {
  const found: string[] = [];
  for (const [arn] of message.slice(0, longestMessage).matchAll(elbArnInText)) {
    // A full stop at the end closes the sentence.
    found.push(arn.replace(/\.$/, ''));
    if (found.length === 20) break;
  }
  return found;
}
