import type { EpochMs } from '../../renderer/core/base/units.ts';
import { boto3, cliOne, cliTwo, cliTwoOld, loadBalancerController, terraform } from './agents.ts';
import type { Role, Seat, Session, User } from './caller.ts';
import { Keys } from './keys.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Someone who works in the console and on the command line. */
export interface Person {
  readonly user: User;
  readonly mfa: boolean;
  /** Looks at load balancers in the console, not only on the command line. */
  readonly console: boolean;
  readonly office: string;
  readonly away: string;
  /** The user agent of a command as typed, e.g. `elbv2.describe-rules`. */
  readonly commandLine: (command: string) => string;
}

/** A user that is a program. */
export interface Machine {
  readonly user: User;
  readonly seat: Seat;
  readonly region: string;
}

/** An instance that got its credentials from its role. */
export interface Node {
  readonly role: Role;
  readonly instanceId: string;
  readonly region: string;
  readonly seat: Seat;
}

/** Everybody there is. */
export interface Roster {
  readonly people: readonly Person[];
  /** Terraform in the build system. */
  readonly builders: readonly Machine[];
  /** Inventory scripts. */
  readonly auditors: readonly Machine[];
  /** Load balancer controllers of Kubernetes clusters. */
  readonly controllers: readonly Machine[];
  readonly nodes: readonly Node[];
  /** Service-linked roles by account and service. */
  readonly serviceRole: (
    account: string,
    service: 'autoscaling' | 'ecs' | 'elasticloadbalancing',
  ) => Role;
  /** The user whose long-term key is stolen. */
  readonly victim: Person;
  readonly keys: Keys;
}

/** How many there are of each kind, per account (people, nodes) or per region of an account (the rest). */
export interface RosterSize {
  readonly people: number;
  readonly nodes: number;
  readonly controllers: number;
}

const kernels = [
  '6.8.0-52-generic',
  '5.15.167.4-microsoft-standard-WSL2',
  '6.1.119-129.201.amzn2023.x86_64',
  '5.10.234-225.910.amzn2.x86_64',
  '6.11.0-17-generic',
  '6.5.0-1024-aws',
];

const serviceRoleNames = {
  autoscaling: 'AWSServiceRoleForAutoScaling',
  ecs: 'AWSServiceRoleForECS',
  elasticloadbalancing: 'AWSServiceRoleForElasticLoadBalancing',
};

function commandLineOf(random: Random, i: number): Person['commandLine'] {
  const kernel = random.pick(kernels);
  const build = random.between(1, 30);
  switch (i % 3) {
    case 0:
      return (command) =>
        cliTwo(`2.${String(17 + (i % 8))}.${String(build)}`, kernel, 'ubuntu.24', command);
    case 1:
      return (command) => cliTwoOld(`2.${String(10 + (i % 5))}.${String(build)}`, kernel, command);
    default:
      return () => cliOne(`1.32.${String(build)}`, kernel);
  }
}

/** The first octets are of the ranges for documentation (RFC 5737, RFC 3849): nobody's addresses. */
function peopleOf(
  random: Random,
  keys: Keys,
  account: string,
  count: number,
  base: number,
): Person[] {
  return Array.from({ length: count }, (_, i) => {
    const number = base + i;
    const user = {
      account,
      userName: `synthetic-${['ops', 'dev', 'data'][number % 3] ?? 'ops'}-${Math.floor(number / 3) + 1}`,
      principalId: keys.principal('AIDA'),
      key: keys.accessKey('AKIA'),
    };
    const away =
      number % 3 === 1
        ? `2001:db8:4a:${number.toString(16)}::15`
        : `198.51.100.${80 + (number % 170)}`;
    const office = `198.51.100.${20 + Math.floor(number / 20)}`;
    return {
      user,
      mfa: number % 4 !== 2,
      console: number % 4 === 0,
      office,
      away,
      commandLine: commandLineOf(random, number),
    };
  });
}

function machine(
  keys: Keys,
  account: string,
  region: string,
  userName: string,
  seat: Seat,
): Machine {
  const user = {
    account,
    userName,
    principalId: keys.principal('AIDA'),
    key: keys.accessKey('AKIA'),
  };
  return { user, region, seat };
}

function nodesOf(
  random: Random,
  keys: Keys,
  account: string,
  regions: readonly string[],
  count: number,
): Node[] {
  const role = {
    account,
    roleName: 'synthetic-node',
    path: '/',
    principalId: keys.principal('AROA'),
  };
  return Array.from({ length: count }, (_, i) => {
    const region = regions[i % regions.length] ?? 'us-east-1';
    const seat = {
      address:
        i % 3 === 2
          ? `10.${String(20 + (i % 12))}.${random.below(256)}.${random.between(4, 250)}`
          : `192.0.2.${70 + (i % 180)}`,
      agent: 'aws-sdk-go/1.55.5 (go1.22.8; linux; amd64) amazon-ssm-agent/',
      ...(i % 3 === 2 ? { vpcEndpoint: `vpce-0${random.hex(16)}` } : {}),
    };
    return { role, instanceId: `i-0${random.hex(16)}`, region, seat };
  });
}

/** The people and machines of a world. */
export function makeRoster(random: Random, world: World, size: RosterSize): Roster {
  const keys = new Keys(random.fork('keys'));
  const people: Person[] = [];
  const nodes: Node[] = [];
  const builders: Machine[] = [];
  const auditors: Machine[] = [];
  const controllers: Machine[] = [];
  const serviceRoles = new Map<string, Role>();
  world.accounts.forEach((account, place) => {
    const { id, regions } = account;
    const home = regions[0] ?? 'us-east-1';
    people.push(...peopleOf(random, keys, id, size.people, place * size.people));
    nodes.push(...nodesOf(random, keys, id, regions, size.nodes));
    for (const [service, roleName] of Object.entries(serviceRoleNames)) {
      const path = `/aws-service-role/${service}.amazonaws.com/`;
      serviceRoles.set(`${id} ${service}`, {
        account: id,
        roleName,
        path,
        principalId: keys.principal('AROA'),
      });
    }
    builders.push(
      machine(keys, id, home, 'synthetic-terraform', {
        address: '192.0.2.44',
        agent: terraform('1.9.8', '5.84.0'),
      }),
    );
    if (place === 0) {
      const agent = boto3('1.35.97', '6.5.0-1024-aws', 'Z,b,g');
      auditors.push(
        machine(keys, id, home, 'synthetic-inventory', { address: '192.0.2.10', agent }),
      );
    }
    const clusters = account.regions.slice(0, place === 0 || size.controllers > 1 ? undefined : 0);
    clusters.forEach((region, j) => {
      for (let i = 0; i < size.controllers; i++) {
        const agent = loadBalancerController(`v2.${7 + (i % 5)}.${j % 3}`);
        const address = `10.${String(20 + j)}.${String(3 + i)}.17`;
        const seat = { address, agent, vpcEndpoint: `vpce-0${random.hex(16)}` };
        if (size.controllers > 1 || j === 0)
          controllers.push(machine(keys, id, region, 'synthetic-ingress', seat));
      }
    });
  });
  const victim = people[1];
  if (!victim) throw new Error('a roster needs two people in its first account');
  const serviceRole: Roster['serviceRole'] = (account, service) => {
    const role = serviceRoles.get(`${account} ${service}`);
    if (!role) throw new Error(`no service-linked role of ${service} in ${account}`);
    return role;
  };
  return { people, builders, auditors, controllers, nodes, serviceRole, victim, keys };
}

/** Temporary keys that are renewed after a while, one at a time per owner. */
export class Sessions {
  readonly #keys: Keys;
  readonly #current = new Map<string, { readonly period: number; readonly session: Session }>();

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  /**
   * The owner's session of the period (of `lasting` ms) that `at` is in. It begins at `begin` (by
   * default with the period), which is called, as `issued`, once per session.
   */
  of(
    owner: string,
    at: EpochMs,
    lasting: number,
    begin: (periodStart: EpochMs) => EpochMs,
    issued: (session: Session) => void,
  ): Session {
    const period = Math.floor(at / lasting);
    const current = this.#current.get(owner);
    if (current?.period === period) return current.session;
    const session = { key: this.#keys.accessKey('ASIA'), since: begin(period * lasting) };
    this.#current.set(owner, { period, session });
    issued(session);
    return session;
  }
}
