import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elbResource, type ElbFields } from '../../../../renderer/core/record/elb-resource.ts';
import { resourceRules } from '../../../../renderer/core/record/flags.ts';

const prefix = 'arn:aws:elasticloadbalancing:us-west-2:123456789012:';
const lb = `${prefix}loadbalancer/app/my-lb/50dc6c495c0c9188`;
const otherLb = `${prefix}loadbalancer/net/other/0123456789abcdef`;
const listener = `${prefix}listener/app/my-lb/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const rule = `${prefix}listener-rule/app/my-lb/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`;
const group = `${prefix}targetgroup/my-tg/73e2d6bc24d8a067`;
const otherGroup = `${prefix}targetgroup/canary/1111111111111111`;
const store = `${prefix}truststore/my-trust-store/73e2d6bc24d8a063`;

const plain: ElbFields = {
  eventName: 'DescribeLoadBalancers',
  apiVersion: '2015-12-01',
  region: 'us-west-2',
  account: '123456789012',
  errorCode: '',
  errorMessage: '',
  requestParameters: undefined,
  responseElements: undefined,
  resources: undefined,
};
function found(eventName: string, fields: Partial<ElbFields>): [string, string | undefined] {
  const { resource, rule: place } = elbResource({ ...plain, eventName, ...fields });
  return [resource, resourceRules[place]];
}
const asked = (eventName: string, requestParameters: unknown) =>
  found(eventName, { requestParameters });

describe('elbResource', () => {
  it.each<[string, unknown, string, string]>([
    ['DeleteLoadBalancer', { loadBalancerArn: lb }, lb, 'load balancer ARN in the request'],
    [
      'DescribeLoadBalancers',
      { LoadBalancerARNs: [lb, otherLb] },
      `${lb}\n${otherLb}`,
      'load balancer ARN in the request',
    ],
    [
      'CreateRule',
      { listenerArn: listener, actions: [{ targetGroupArn: group }] },
      lb,
      'listener ARN',
    ],
    ['ModifyRule', { ruleArn: rule }, lb, 'rule ARN'],
    ['SetRulePriorities', { rulePriorities: [{ ruleArn: rule, priority: 1 }] }, lb, 'rule ARN'],
    [
      'RegisterTargets',
      { targetGroupArn: group, targets: [{ id: 'i-1' }] },
      group,
      'target group ARN',
    ],
    ['ModifyTrustStore', { trustStoreArn: store }, store, 'trust store ARN'],
    [
      'DeleteSharedTrustStoreAssociation',
      { trustStoreArn: store, resourceArn: lb },
      `${lb}\n${store}`,
      'load balancer ARN in the request',
    ],
    [
      'AddTags',
      { resourceArns: [lb, group, listener] },
      `${lb}\n${group}`,
      'load balancer ARN in the request',
    ],
    [
      'DescribeTargetGroups',
      { names: ['my-tg'] },
      'targetgroup-name:123456789012/us-west-2/my-tg',
      'target group name in the request',
    ],
    [
      'DescribeLoadBalancers',
      { names: ['my-lb', 'x'] },
      'name:123456789012/us-west-2/my-lb\nname:123456789012/us-west-2/x',
      'load balancer name in the request',
    ],
    [
      'DescribeTrustStores',
      { names: ['ts'] },
      'truststore-name:123456789012/us-west-2/ts',
      'trust store name in the request',
    ],
    [
      'CreateLoadBalancer',
      { name: 'my-lb' },
      'name:123456789012/us-west-2/my-lb',
      'load balancer name in the request',
    ],
    [
      'DescribeInstanceHealth',
      { loadBalancerName: 'old' },
      `${prefix}loadbalancer/old`,
      'load balancer name in the request',
    ],
    [
      'AddTags',
      { loadBalancerNames: ['old', 'older'] },
      `${prefix}loadbalancer/old\n${prefix}loadbalancer/older`,
      'load balancer name in the request',
    ],
    ['DescribeLoadBalancers', { pageSize: 200 }, '', 'none'],
    ['DescribeLoadBalancers', null, '', 'none'],
    ['CreateRule', { omitted: true }, '', 'none'],
    ['DescribeTargetHealth', { targetGroupArn: group, targets: [] }, group, 'target group ARN'],
    ['DeleteLoadBalancer', { loadBalancerArn: 'my-lb' }, 'my-lb', 'other resource ARN'],
  ])('%s %j', (eventName, request, resource, by) => {
    expect(asked(eventName, request)).toEqual([resource, by]);
  });

  it('takes the ARN that a create got back over the name it asked for', () => {
    expect(
      found('CreateLoadBalancer', {
        requestParameters: { name: 'my-lb', subnets: [] },
        responseElements: { loadBalancers: [{ loadBalancerArn: lb }] },
      }),
    ).toEqual([lb, 'load balancer ARN in the response']);
    expect(
      found('CreateTargetGroup', {
        requestParameters: { name: 'my-tg' },
        responseElements: { targetGroups: [{ targetGroupArn: group }] },
      }),
    ).toEqual([group, 'target group ARN in the response']);
    expect(
      found('CreateTrustStore', {
        requestParameters: { name: 'ts' },
        responseElements: { trustStores: [{ trustStoreArn: store }] },
      }),
    ).toEqual([store, 'trust store in the response']);
  });

  it('does not take what a listing got back for what the call was about', () => {
    const responseElements = { targetGroups: [{ targetGroupArn: group }] };
    expect(found('DescribeTargetGroups', { responseElements })).toEqual(['', 'none']);
  });

  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eu-central-1', 'aws'],
  ])('puts a classic load balancer of %s into partition %s', (region, partition) => {
    const [resource] = found('DeleteLoadBalancer', {
      region,
      requestParameters: { loadBalancerName: 'old' },
    });
    expect(resource).toBe(
      `arn:${partition}:elasticloadbalancing:${region}:123456789012:loadbalancer/old`,
    );
  });

  describe('of a refused call', () => {
    const refused = (target: string) =>
      found('CreateRule', {
        apiVersion: '',
        errorCode: 'AccessDenied',
        errorMessage: `User: arn:aws:iam::123456789012:user/eve is not authorized to perform: elasticloadbalancing:CreateRule on resource: ${target} because no identity-based policy allows the elasticloadbalancing:CreateRule action`,
        region: 'us-east-1',
      });

    it.each([
      [listener, lb],
      [`${group}.`, group],
      [`${prefix}loadbalancer/app/new/*`, 'name:123456789012/us-west-2/new'],
      [`${prefix}targetgroup/new/*`, 'targetgroup-name:123456789012/us-west-2/new'],
      [`${prefix}loadbalancer/old`, `${prefix}loadbalancer/old`],
    ])('reads %s in the message', (target, resource) => {
      expect(refused(target)).toEqual([resource, 'ARN in errorMessage']);
    });

    it.each([`${prefix}loadbalancer/*`, `${prefix}*/*`, '*', 'arn:aws:s3:::bucket'])(
      'finds nothing in %s',
      (target) => {
        expect(refused(target)).toEqual(['', 'none']);
      },
    );
  });

  it('reads the ARNs of resources as the last way', () => {
    expect(found('DescribeTags', { resources: [{ ARN: listener }, { arn: 7 }] })).toEqual([
      lb,
      'ARN in resources',
    ]);
  });

  it('keeps the first 20 of many', () => {
    const names = Array.from({ length: 5000 }, (_, place) => `lb-${place}`);
    const [resource] = asked('DescribeLoadBalancers', { names });
    expect(resource.split('\n')).toHaveLength(20);
  });

  it('lets no made-up name pass for two', () => {
    const [resource] = asked('CreateLoadBalancer', { name: `a\n${lb}` });
    expect(resource).toBe(`name:123456789012/us-west-2/a\ufffd${lb}`);
    expect(asked('DeleteLoadBalancer', { loadBalancerArn: `a\n${lb}` })[0]).not.toContain('\n');
    const [classic] = asked('DeleteLoadBalancer', { loadBalancerName: 'x'.repeat(100_000) });
    expect(classic.length).toBeLessThan(400);
  });

  it('answers within bounds for any JSON', () => {
    const key = fc.constantFrom(
      '__proto__',
      'constructor',
      'name',
      'names',
      'loadBalancerArn',
      'loadBalancerName',
      'listeners',
      'rules',
      'resourceArns',
      'actions',
      'defaultActions',
      'forwardConfig',
      'targetGroups',
      'targetGroupArn',
      'loadBalancerArns',
      'ARN',
    );
    const leaf = fc.oneof(
      fc.constantFrom<unknown>(lb, listener, rule, group, store, '', null, 1, true),
      fc.string(),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        fc.array(tie('json'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('json')), { maxLength: 5 }).map((entries) => {
          const text = entries.map(
            ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
          );
          return JSON.parse(`{${text.join(',')}}`) as unknown;
        }),
      ),
    }));
    const names = fc.constantFrom(
      'CreateListener',
      'CreateLoadBalancer',
      'ModifyRule',
      'DescribeTargetGroups',
      '__proto__',
    );
    fc.assert(
      fc.property(
        names,
        json,
        json,
        json,
        fc.string(),
        (eventName, request, response, resources, errorMessage) => {
          const {
            resource,
            rule: place,
            links,
          } = elbResource({
            ...plain,
            eventName,
            errorMessage,
            requestParameters: request,
            responseElements: response,
            resources,
          });
          expect(resourceRules[place]).toBeDefined();
          expect(place === 0).toBe(resource === '');
          expect(resource.split('\n').length).toBeLessThanOrEqual(20);
          for (const link of links) expect([lb, listener, rule]).toContain(link.loadBalancer);
        },
      ),
    );
    expect(Object.hasOwn(Object.prototype, 'loadBalancerArn')).toBe(false);
  });
});

describe('elbResource: links', () => {
  const links = (eventName: string, fields: Partial<ElbFields>) =>
    elbResource({ ...plain, eventName, ...fields }).links;
  const link = (targetGroup: string) => ({ targetGroup, loadBalancer: lb });

  it('come from the actions of a listener, forwarding to one group or several', () => {
    const requestParameters = {
      loadBalancerArn: lb,
      defaultActions: [
        { type: 'forward', targetGroupArn: group },
        {
          type: 'forward',
          forwardConfig: {
            targetGroups: [{ targetGroupArn: group }, { targetGroupArn: otherGroup }],
          },
        },
      ],
    };
    expect(links('CreateListener', { requestParameters })).toEqual([link(group), link(otherGroup)]);
  });

  it('come from the actions of a rule, by the listener or rule it is of', () => {
    const actions = [{ type: 'forward', targetGroupArn: group }];
    expect(links('CreateRule', { requestParameters: { listenerArn: listener, actions } })).toEqual([
      link(group),
    ]);
    expect(links('ModifyRule', { requestParameters: { ruleArn: rule, actions } })).toEqual([
      link(group),
    ]);
  });

  it('come from the answer, each rule with its own load balancer', () => {
    const responseElements = { rules: [{ ruleArn: rule, actions: [{ targetGroupArn: group }] }] };
    expect(links('SetRulePriorities', { responseElements })).toEqual([link(group)]);
  });

  it('come from the load balancers that an answer gives for a target group', () => {
    const responseElements = {
      targetGroups: [{ targetGroupArn: group, loadBalancerArns: [lb, 'x'] }],
    };
    for (const name of ['CreateTargetGroup', 'ModifyTargetGroup', 'DescribeTargetGroups']) {
      expect(links(name, { responseElements })).toEqual([link(group)]);
    }
  });

  it('come from the trust store of a listener', () => {
    const requestParameters = {
      loadBalancerArn: lb,
      mutualAuthentication: { mode: 'verify', trustStoreArn: store },
    };
    expect(links('CreateListener', { requestParameters })).toEqual([link(store)]);
  });

  it('do not come from a call that failed, nor from one of another kind', () => {
    const requestParameters = { loadBalancerArn: lb, defaultActions: [{ targetGroupArn: group }] };
    expect(links('CreateListener', { requestParameters, errorCode: 'AccessDenied' })).toEqual([]);
    expect(links('CreateListener', { requestParameters, errorMessage: 'no' })).toEqual([]);
    expect(links('DeleteListener', { requestParameters })).toEqual([]);
  });
});
