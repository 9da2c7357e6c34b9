import { classicArn, elbArnsIn, loadBalancerArnOf, parseElbArn, type ElbArn } from './elb-arn.ts';
import { elbLinks, type ElbLink } from './elb-links.ts';
import { resourceRules, type ResourceRule } from './flags.ts';
import { isObject, listOf, member, textOf } from './json-value.ts';

/** What {@link elbResource} reads of a record of Elastic Load Balancing. */
export interface ElbFields {
  readonly eventName: string;
  readonly apiVersion: string;
  readonly region: string;
  readonly account: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  /** Parsed; undefined where absent, null or not JSON. */
  readonly requestParameters: unknown;
  readonly responseElements: unknown;
  readonly resources: unknown;
}

/** What an ELB event itself names. */
export interface ElbResource {
  /** The text of the `resource` column; several, at most 20, are joined by a line feed. */
  readonly resource: string;
  /** Index into `resourceRules`: how the first of them was found. */
  readonly rule: number;
  readonly links: readonly ElbLink[];
}

/**
 * Finds what an ELB event names, in one text per thing so that it can be compared:
 * - a load balancer's ARN; a listener's or rule's ARN is cut to that of its load balancer;
 * - a target group's or trust store's ARN;
 * - a classic load balancer, which records name by name, by the ARN it has;
 * - `name:ACCOUNT/REGION/NAME`, `targetgroup-name:…`, `truststore-name:…` where a v2 call gives a
 *   name only, which the whole case may resolve.
 * The request counts first, then the response to a create, errorMessage (refused calls have no
 * request parameters), `resources`. Never throws; cost is bounded whatever the evidence holds.
 */
export function elbResource(fields: ElbFields): ElbResource {
  const found = firstFound(fields);
  const texts = new Set(found.map(({ text }) => text));
  return {
    resource: [...texts].slice(0, mostResources).join('\n'),
    rule: found[0] === undefined ? 0 : resourceRules.indexOf(found[0].rule),
    links: elbLinks(fields),
  };
}

const mostResources = 20;
const longestName = 256;

interface Found {
  readonly text: string;
  readonly rule: ResourceRule;
}

function firstFound(fields: ElbFields): readonly Found[] {
  for (const find of [fromRequestArns, fromResponse, fromNames, fromMessage, fromResources]) {
    const found = find(fields);
    if (found.length > 0) return found;
  }
  return [];
}

/** Parameters that name a call's target; load balancers first, since theirs is the lane. */
const arnParameters = [
  'loadBalancerArn',
  'loadBalancerArns',
  'listenerArn',
  'listenerArns',
  'ruleArn',
  'ruleArns',
  'resourceArn',
  'resourceArns',
  'targetGroupArn',
  'targetGroupArns',
  'trustStoreArn',
  'trustStoreArns',
] as const;

function fromRequestArns({ requestParameters: request }: ElbFields): readonly Found[] {
  if (!isObject(request)) return [];
  const values = arnParameters.flatMap((name) => {
    const value = member(request, name);
    return typeof value === 'string' ? [value] : listOf(value);
  });
  for (const priority of listOf(member(request, 'rulePriorities'))) {
    values.push(member(priority, 'ruleArn'));
  }
  return values.flatMap((value) => fromArn(textOf(value)));
}

function fromArn(text: string): readonly Found[] {
  const arn = parseElbArn(text);
  if (arn !== undefined) return [{ text: loadBalancerArnOf(arn) ?? text, rule: ruleOf(arn) }];
  return text === '' ? [] : [{ text: cleaned(text), rule: 'other resource ARN' }];
}

function ruleOf({ kind }: ElbArn): ResourceRule {
  switch (kind) {
    case 'load balancer':
    case 'classic load balancer':
      return 'load balancer ARN in the request';
    case 'listener':
      return 'listener ARN';
    case 'rule':
      return 'rule ARN';
    case 'target group':
      return 'target group ARN';
    case 'trust store':
      return 'trust store ARN';
  }
}

/** Calls that name what they make by name, and where their response has its ARN. */
const creations: ReadonlyMap<string, readonly [string, string, ResourceRule]> = new Map([
  ['CreateLoadBalancer', ['loadBalancers', 'loadBalancerArn', 'load balancer ARN in the response']],
  ['CreateTargetGroup', ['targetGroups', 'targetGroupArn', 'target group ARN in the response']],
  ['CreateTrustStore', ['trustStores', 'trustStoreArn', 'trust store in the response']],
]);

/** Of creations only: a list that a Describe call got back is not what the call was about. */
function fromResponse({ eventName, responseElements }: ElbFields): readonly Found[] {
  const creation = creations.get(eventName);
  if (creation === undefined) return [];
  const [list, name, rule] = creation;
  return listOf(member(responseElements, list)).flatMap((made) => {
    const text = textOf(member(made, name));
    return parseElbArn(text) === undefined ? [] : [{ text, rule }];
  });
}

/** What the v2 parameters `name` and `names` stand for, by what the call's own name ends in. */
const namedKinds = [
  [/LoadBalancers?$/, 'name', 'load balancer name in the request'],
  [/TargetGroups?$/, 'targetgroup-name', 'target group name in the request'],
  [/TrustStores?$/, 'truststore-name', 'trust store name in the request'],
] as const;

function fromNames(fields: ElbFields): readonly Found[] {
  const { requestParameters: request, region, account, eventName } = fields;
  const classic = namesIn(request, 'loadBalancerName', 'loadBalancerNames').map((name): Found => ({
    text: classicArn(region, account, name),
    rule: 'load balancer name in the request',
  }));
  if (classic.length > 0) return classic;
  const kind = namedKinds.find(([ending]) => ending.test(eventName));
  if (kind === undefined) return [];
  return namesIn(request, 'name', 'names').map((name) => ({
    text: `${kind[1]}:${account}/${region}/${name}`,
    rule: kind[2],
  }));
}

function namesIn(request: unknown, one: string, many: string): readonly string[] {
  return [member(request, one), ...listOf(member(request, many))]
    .map((value) => cleaned(textOf(value)))
    .filter((name) => name !== '');
}

/** A refusal's message has the target only; the ARN in it is what the caller typed. */
function fromMessage({ errorMessage }: ElbFields): readonly Found[] {
  return elbArnsIn(errorMessage).flatMap((text) => {
    const arn = parseElbArn(text);
    const found = arn === undefined ? nameInPattern(text) : (loadBalancerArnOf(arn) ?? text);
    return found === undefined ? [] : [{ text: found, rule: 'ARN in errorMessage' }];
  });
}

/** A refused create has a pattern, for the id is not given out yet: `…:loadbalancer/app/NAME/*`. */
function nameInPattern(text: string): string | undefined {
  const pattern =
    /^arn:[^:]+:elasticloadbalancing:([^:]*):([^:]*):(loadbalancer|targetgroup|truststore)\/(?:(?:app|net|gwy)\/)?([^/*]+)\/\*?$/;
  const [, region = '', account = '', kind = '', name = ''] = pattern.exec(text) ?? [];
  if (name === '') return undefined;
  return `${kind === 'loadbalancer' ? '' : `${kind}-`}name:${account}/${region}/${name}`;
}

function fromResources({ resources }: ElbFields): readonly Found[] {
  return listOf(resources).flatMap((resource) => {
    const text = textOf(member(resource, 'ARN'));
    const arn = parseElbArn(text);
    if (arn === undefined) return [];
    return [{ text: loadBalancerArnOf(arn) ?? text, rule: 'ARN in resources' } as const];
  });
}

/** Without line feeds, which part the texts of one event, and of bearable length. */
function cleaned(text: string): string {
  const short = text.length > longestName ? `${text.slice(0, longestName)}…` : text;
  // eslint-disable-next-line no-control-regex
  return short.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, '\ufffd').trim();
}
