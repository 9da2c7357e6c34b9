import type { Random } from './random.ts';

/** A target group, and the load balancer it stands behind. */
export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly port: number;
  readonly targetType: 'instance' | 'ip';
}

export interface Listener {
  readonly arn: string;
  readonly port: number;
  readonly protocol: string;
  /** ARNs of the rules besides the default one. */
  readonly rules: readonly string[];
}

/** A load balancer of the made world. Classic ones have neither listeners nor target groups of their own. */
export interface LoadBalancer {
  readonly kind: 'application' | 'network' | 'classic';
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  readonly dnsName: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly securityGroup: string;
  readonly listeners: readonly Listener[];
  readonly targetGroups: readonly TargetGroup[];
}

export interface Account {
  readonly id: string;
  readonly alias: string;
  readonly regions: readonly string[];
}

/** Everything there is before anybody does anything. */
export interface World {
  readonly accounts: readonly Account[];
  readonly loadBalancers: readonly LoadBalancer[];
}

const shortKind = { application: 'app', network: 'net' };

function elbArn(region: string, account: string, rest: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${account}:${rest}`;
}

function networkOf(random: Random): Pick<LoadBalancer, 'vpc' | 'subnets' | 'securityGroup'> {
  return {
    vpc: `vpc-0${random.hex(16)}`,
    subnets: [`subnet-0${random.hex(16)}`, `subnet-0${random.hex(16)}`],
    securityGroup: `sg-0${random.hex(16)}`,
  };
}

/** ARN formats: AWS service authorization reference, Elastic Load Balancing. */
function listenerOf(
  random: Random,
  place: string,
  port: number,
  kind: 'application' | 'network',
): Listener {
  const id = random.hex(16);
  const arn = `${place.replace(':loadbalancer/', ':listener/')}/${id}`;
  const rules =
    kind === 'network'
      ? []
      : [0, 1, 2].map(() => `${arn.replace(':listener/', ':listener-rule/')}/${random.hex(16)}`);
  const protocol = kind === 'network' ? 'TCP' : port === 443 ? 'HTTPS' : 'HTTP';
  return { arn, port, protocol, rules };
}

/** A target group as a load balancer of this name has it. */
export function madeTargetGroup(
  random: Random,
  region: string,
  account: string,
  name: string,
): TargetGroup {
  return {
    arn: elbArn(region, account, `targetgroup/${name}/${random.hex(16)}`),
    name,
    port: random.pick([80, 3000, 8080, 8443]),
    targetType: random.pick(['instance', 'ip']),
  };
}

/** A load balancer with its listeners, rules and target groups. */
export function madeLoadBalancer(
  random: Random,
  kind: LoadBalancer['kind'],
  name: string,
  where: { readonly account: string; readonly region: string },
): LoadBalancer {
  const { account, region } = where;
  const network = networkOf(random);
  if (kind === 'classic') {
    return {
      kind,
      name,
      account,
      region,
      ...network,
      arn: elbArn(region, account, `loadbalancer/${name}`),
      dnsName: `${name}-${random.between(100000000, 1999999999)}.${region}.elb.amazonaws.com`,
      listeners: [],
      targetGroups: [],
    };
  }
  const id = random.hex(16);
  const arn = elbArn(region, account, `loadbalancer/${shortKind[kind]}/${name}/${id}`);
  const ports = kind === 'network' ? [5432] : [80, 443];
  const short = name.slice(0, 24);
  return {
    kind,
    name,
    account,
    region,
    arn,
    ...network,
    dnsName:
      kind === 'network'
        ? `${name}-${id}.elb.${region}.amazonaws.com`
        : `${name}-${random.between(100000000, 1999999999)}.${region}.elb.amazonaws.com`,
    listeners: ports.map((port) => listenerOf(random, arn, port, kind)),
    targetGroups: [`${short}-blue`, `${short}-green`].map((group) =>
      madeTargetGroup(random, region, account, group),
    ),
  };
}

const production: Account = {
  id: '111122223333',
  alias: 'synthetic-production',
  regions: ['eu-west-1', 'us-east-1'],
};
const staging: Account = {
  id: '444455556666',
  alias: 'synthetic-staging',
  regions: ['eu-central-1'],
};
const tools: Account = { id: '777788889999', alias: 'synthetic-tools', regions: ['eu-west-1'] };

/** A world small enough to be read on a timeline: six load balancers in three regions. */
export function smallWorld(random: Random): World {
  const ireland = { account: production.id, region: 'eu-west-1' };
  const loadBalancers = [
    madeLoadBalancer(random, 'application', 'shop-web', ireland),
    madeLoadBalancer(random, 'application', 'k8s-shop-api-4f2a9c', ireland),
    madeLoadBalancer(random, 'network', 'ledger-tcp', ireland),
    madeLoadBalancer(random, 'classic', 'legacy-portal', ireland),
    madeLoadBalancer(random, 'application', 'shop-web-us', {
      account: production.id,
      region: 'us-east-1',
    }),
    madeLoadBalancer(random, 'application', 'stage-web', {
      account: staging.id,
      region: 'eu-central-1',
    }),
  ];
  return { accounts: [production, staging, tools], loadBalancers };
}

/** A world of `perRegion` more load balancers in each region of each account. */
export function largeWorld(random: Random, perRegion: number): World {
  const small = smallWorld(random);
  const more = ['ap-southeast-2', 'us-west-2', 'eu-central-1'];
  const accounts = small.accounts.map((account) => ({
    ...account,
    regions: [...new Set([...account.regions, ...more])],
  }));
  const loadBalancers = [...small.loadBalancers];
  for (const account of accounts) {
    for (const region of account.regions) {
      for (let i = 0; i < perRegion; i++) {
        const kind = random.pick(['application', 'application', 'network', 'classic'] as const);
        const name =
          kind === 'classic'
            ? `a${random.hex(31)}`
            : `svc-${String(i).padStart(3, '0')}-${random.hex(4)}`;
        loadBalancers.push(madeLoadBalancer(random, kind, name, { account: account.id, region }));
      }
    }
  }
  return { accounts, loadBalancers };
}
