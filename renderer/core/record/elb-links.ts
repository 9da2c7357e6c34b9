import { loadBalancerArnOf, parseElbArn } from './elb-arn.ts';
import { listOf, member, textOf } from './json-value.ts';

/** A target group, or a trust store, that one event shows to be behind a load balancer. */
export interface ElbLink {
  /** ARN of the target group or trust store. */
  readonly targetGroup: string;
  readonly loadBalancer: string;
}

/** Links taken from one event: a listener has at most 5 target groups, a listing 400 groups. */
const mostLinks = 500;

interface LinkFields {
  readonly eventName: string;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly requestParameters: unknown;
  readonly responseElements: unknown;
}

const linkingCalls: ReadonlySet<string> = new Set([
  'CreateListener',
  'CreateRule',
  'CreateTargetGroup',
  'DescribeTargetGroups',
  'ModifyListener',
  'ModifyRule',
  'ModifyTargetGroup',
  'SetRulePriorities',
]);

/**
 * The links that an ELB event proves: the actions and the trust store of a listener or rule, asked
 * for or answered, and the load balancers that an answer gives for a target group. None where the
 * call failed.
 */
export function elbLinks(fields: LinkFields): readonly ElbLink[] {
  if (!linkingCalls.has(fields.eventName)) return [];
  if (fields.errorCode !== '' || fields.errorMessage !== '') return [];
  const links = new LinkList();
  const { requestParameters: request, responseElements: response } = fields;
  links.addActions(request);
  for (const listener of listOf(member(response, 'listeners'))) links.addActions(listener);
  for (const rule of listOf(member(response, 'rules'))) links.addActions(rule);
  for (const group of listOf(member(response, 'targetGroups'))) links.addGroup(group);
  return links.list;
}

class LinkList {
  readonly list: ElbLink[] = [];
  readonly #seen = new Set<string>();

  /** `owner` is a listener or rule, or the request that makes or changes one. */
  addActions(owner: unknown): void {
    const loadBalancer = ownerOf(owner);
    if (loadBalancer === undefined) return;
    for (const name of ['defaultActions', 'actions']) {
      for (const action of listOf(member(owner, name))) {
        this.#add(member(action, 'targetGroupArn'), loadBalancer);
        for (const group of listOf(member(member(action, 'forwardConfig'), 'targetGroups'))) {
          this.#add(member(group, 'targetGroupArn'), loadBalancer);
        }
      }
    }
    this.#add(member(member(owner, 'mutualAuthentication'), 'trustStoreArn'), loadBalancer);
  }

  addGroup(group: unknown): void {
    for (const arn of listOf(member(group, 'loadBalancerArns'))) {
      const loadBalancer = loadBalancerIn(arn);
      if (loadBalancer !== undefined) this.#add(member(group, 'targetGroupArn'), loadBalancer);
    }
  }

  #add(value: unknown, loadBalancer: string): void {
    const targetGroup = textOf(value);
    const kind = parseElbArn(targetGroup)?.kind;
    if (kind !== 'target group' && kind !== 'trust store') return;
    const key = `${targetGroup} ${loadBalancer}`;
    if (this.#seen.has(key) || this.list.length === mostLinks) return;
    this.#seen.add(key);
    this.list.push({ targetGroup, loadBalancer });
  }
}

function ownerOf(owner: unknown): string | undefined {
  for (const name of ['loadBalancerArn', 'listenerArn', 'ruleArn']) {
    const loadBalancer = loadBalancerIn(member(owner, name));
    if (loadBalancer !== undefined) return loadBalancer;
  }
  return undefined;
}

function loadBalancerIn(value: unknown): string | undefined {
  const arn = parseElbArn(textOf(value));
  return arn === undefined ? undefined : loadBalancerArnOf(arn);
}
