import type { EpochMs } from '../../renderer/core/base/units.ts';
import { boto3, cliTwo } from './agents.ts';
import { asUser, type Caller, type Role, type Session } from './caller.ts';
import * as elb from './elb-calls.ts';
import type { ApiCall } from './record.ts';
import type { Stage } from './stage.ts';
import { madeTargetGroup, type Listener, type LoadBalancer, type TargetGroup } from './world.ts';

/** Where the intruder calls from; the second address appears with the role's key. */
export const addresses = { first: '203.0.113.77', second: '203.0.113.142' };
export const redirectHost = 'login-shop.example.net';

/** A script, on a machine that was seen nowhere before. */
export const scriptAgent = boto3('1.37.8', '6.12.13-amd64', 'Z,b,e');

/** A command typed on the same machine. */
export function typed(command: string): string {
  return cliTwo('2.24.7', '6.12.13-amd64', 'kali.2025', command);
}

/** A command's name as typed: `ListUsers` is `list-users`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

/** A call of another service that changes nothing and takes no parameters. */
export function serviceRead(service: string, name: string): ApiCall {
  return { service, name, readOnly: true, request: null, response: null };
}

/** A role's caller by what was typed. */
export type Typist = (command: string) => Caller;

/** What the intruder aims at. */
export interface Aims {
  readonly web: LoadBalancer;
  /** The listener of `web` with TLS. */
  readonly tls: Listener;
  readonly ledger: LoadBalancer;
  readonly portal: LoadBalancer;
  readonly staged: LoadBalancer;
}

function findAims(stage: Stage): Aims {
  const named = (name: string): LoadBalancer => {
    const found = stage.world.loadBalancers.find((lb) => lb.name === name);
    if (!found) throw new Error(`the world has no load balancer ${name}`);
    return found;
  };
  const web = named('shop-web');
  const tls = web.listeners.find((listener) => listener.port === 443);
  if (!tls) throw new Error('shop-web has no TLS listener');
  return {
    web,
    tls,
    ledger: named('ledger-tcp'),
    portal: named('legacy-portal'),
    staged: named('stage-web'),
  };
}

/** The intruder's place in the made life: what is planted goes through here, and time only goes on. */
export class Scene {
  readonly stage: Stage;
  readonly aims: Aims;
  /** The role in the first account, and the one in the other that it may take. */
  readonly deploy: Role;
  readonly visitor: Role;
  readonly rogue: TargetGroup;
  /** The rule that sends visitors to another host. */
  readonly rule: Parameters<typeof elb.createRule>[2];
  /** Keys handed out so far. */
  readonly chain: string[] = [];
  at: EpochMs;

  constructor(stage: Stage, start: EpochMs) {
    const { keys } = stage.roster;
    this.stage = stage;
    this.at = start;
    this.aims = findAims(stage);
    const { web, tls, staged } = this.aims;
    const role = (account: string, roleName: string): Role => ({
      account,
      roleName,
      path: '/',
      principalId: keys.principal('AROA'),
    });
    this.deploy = role(web.account, 'synthetic-deploy');
    this.visitor = role(staged.account, 'synthetic-release');
    this.rogue = madeTargetGroup(stage.random, web.region, web.account, 'shop-web-blue-2');
    this.rule = {
      arn: `${tls.arn.replace(':listener/', ':listener-rule/')}/${stage.random.hex(16)}`,
      priority: 1,
      path: '/login*',
      action: elb.redirect(redirectHost),
    };
  }

  /** Lets time go on, and answers what it then is. */
  wait(ms: number): EpochMs {
    this.at += ms;
    return this.at;
  }

  /** A call of the intruder, `ms` after what came before it. */
  plant(caller: Caller, region: string, ms: number, call: ApiCall, recipient?: string): void {
    const more = recipient === undefined ? { planted: true } : { planted: true, recipient };
    this.stage.play(caller, region, this.wait(ms), call, more);
  }

  /** The stolen key on the intruder's command line. */
  withStolenKey(command: string): Caller {
    return asUser(this.stage.roster.victim.user, {
      address: addresses.first,
      agent: typed(command),
    });
  }

  /** The stolen key in the intruder's script. */
  byScript(): Caller {
    return asUser(this.stage.roster.victim.user, { address: addresses.first, agent: scriptAgent });
  }

  /** A new key, handed out now; it joins the chain. */
  issue(): Session {
    const session = { key: this.stage.roster.keys.accessKey('ASIA'), since: this.at };
    this.chain.push(session.key);
    return session;
  }
}
