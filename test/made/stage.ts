import type { EpochMs } from '../../renderer/core/base/units.ts';
import type { Caller } from './caller.ts';
import type { Random } from './random.ts';
import { failed, madeEvent, type ApiCall, type MadeEvent } from './record.ts';
import { Sessions, type Roster } from './roster.ts';
import type { LoadBalancer, World } from './world.ts';

/** Where the made life goes on: who is there, what there is, and the trail that notes it. */
export class Stage {
  readonly world: World;
  readonly roster: Roster;
  readonly random: Random;
  readonly sessions: Sessions;
  readonly #balancers = new Map<string, LoadBalancer[]>();
  /** When load balancers go, by ARN. */
  readonly #gone = new Map<string, EpochMs>();
  readonly #emit: (event: MadeEvent) => void;

  constructor(world: World, roster: Roster, random: Random, emit: (event: MadeEvent) => void) {
    this.world = world;
    this.roster = roster;
    this.random = random;
    this.sessions = new Sessions(roster.keys);
    this.#emit = emit;
    for (const lb of world.loadBalancers) {
      const own = this.#balancers.get(lb.account) ?? [];
      own.push(lb);
      this.#balancers.set(lb.account, own);
    }
  }

  /** Load balancers of an account. */
  balancersOf(account: string): readonly LoadBalancer[] {
    return this.#balancers.get(account) ?? [];
  }

  /** From `at` on the load balancer is not there. */
  remove(lb: LoadBalancer, at: EpochMs): void {
    this.#gone.set(lb.arn, at);
  }

  /** Whether the caller still asks for it: what is gone is soon forgotten. */
  isForgotten(lb: LoadBalancer, at: EpochMs): boolean {
    return this.isGone(lb, at) && this.random.chance(0.75);
  }

  isGone(lb: LoadBalancer, at: EpochMs): boolean {
    const gone = this.#gone.get(lb.arn);
    return gone !== undefined && at >= gone;
  }

  play(
    caller: Caller,
    region: string,
    at: EpochMs,
    call: ApiCall,
    more: { readonly recipient?: string; readonly planted?: boolean } = {},
  ): void {
    this.#emit(madeEvent(this.random, caller, call, { at, region, ...more }));
  }

  /** A call on a load balancer, which fails where there is none any more. */
  playOn(caller: Caller, lb: LoadBalancer, at: EpochMs, call: ApiCall): void {
    const missing =
      this.isGone(lb, at) && call.subject !== undefined && call.subject.by !== 'target group ARN';
    this.play(caller, lb.region, at, missing ? notFound(lb, call) : call);
  }
}

function notFound(lb: LoadBalancer, call: ApiCall): ApiCall {
  if (lb.kind === 'classic') {
    return failed(
      call,
      'AccessPointNotFoundException',
      `There is no ACTIVE Load Balancer named '${lb.name}'`,
    );
  }
  switch (call.subject?.by) {
    case 'listener ARN':
      return failed(call, 'ListenerNotFoundException', 'One or more listeners not found');
    case 'rule ARN':
      return failed(call, 'RuleNotFoundException', 'One or more rules not found');
    case 'load balancer name':
      return failed(
        call,
        'LoadBalancerNotFoundException',
        `Load balancers '[${lb.name}]' not found`,
      );
    case 'load balancer ARN':
    case 'target group ARN':
    case 'response':
    case 'error message':
    case undefined:
      return failed(call, 'LoadBalancerNotFoundException', `Load balancer '${lb.arn}' not found`);
  }
}

/** Something that is done again and again, the oftener the greater its weight at that time. */
export interface Routine {
  readonly name: string;
  /** It is about load balancers. */
  readonly elb: boolean;
  readonly weight: (at: EpochMs) => number;
  readonly perform: (stage: Stage, at: EpochMs) => void;
}

/** Between 0 and 1: how much people work at that time; little at night and at the weekend. */
export function working(at: EpochMs): number {
  const date = new Date(at);
  const hours = date.getUTCHours() + date.getUTCMinutes() / 60;
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  const fromNoon = (hours - 12.5) / 3.6;
  const bell = Math.exp(-fromNoon * fromNoon);
  return (weekend ? 0.08 : 1) * (0.02 + 0.98 * bell);
}

/** Between 0 and 1: when jobs run that have been put off to the night. */
export function nightly(at: EpochMs): number {
  const hours = new Date(at).getUTCHours();
  return hours === 2 || hours === 3 ? 1 : 0.02;
}
