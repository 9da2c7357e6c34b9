import type { EpochMs } from '../../../renderer/core/base/units.ts';
import { asServiceRole, asUser, type Caller } from '../caller.ts';
import * as classic from '../classic-elb-calls.ts';
import * as elb from '../elb-calls.ts';
import { failed, type ApiCall } from '../record.ts';
import { working, type Routine, type Stage } from '../stage.ts';
import { minute, second } from '../times.ts';
import type { LoadBalancer } from '../world.ts';
import { instanceId, runInstances, terminateInstances } from './other-services.ts';

/** What runs by itself: the Kubernetes controller, Auto Scaling, Amazon ECS. */

const modern = (lb: LoadBalancer): boolean => lb.kind !== 'classic';

function addresses(stage: Stage): string[] {
  return Array.from(
    { length: stage.random.between(1, 3) },
    () => `10.20.${stage.random.below(64)}.${stage.random.between(4, 250)}`,
  );
}

/** Now and then the service asks the caller to slow down. */
function perhapsThrottled(stage: Stage, call: ApiCall): ApiCall {
  return stage.random.chance(0.004) ? failed(call, 'ThrottlingException', 'Rate exceeded') : call;
}

function reconcile(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.controllers);
  const balancers = stage
    .balancersOf(machine.user.account)
    .filter((lb) => lb.kind === 'application' && lb.region === machine.region);
  if (balancers.length === 0) return;
  const lb = stage.random.pick(balancers);
  if (stage.isForgotten(lb, at)) return;
  const group = stage.random.pick(lb.targetGroups);
  const listener = stage.random.pick(lb.listeners);
  const caller = asUser(machine.user, machine.seat);
  const calls = [
    elb.describeLoadBalancer(lb),
    elb.describeListeners(lb),
    elb.describeTargetHealth(lb, group),
  ];
  if (stage.random.chance(0.4)) calls.push(elb.describeTags(lb), elb.describeTargetGroupsOf(lb));
  if (stage.random.chance(0.3)) calls.push(elb.describeRules(lb, listener));
  if (stage.random.chance(0.25)) calls.push(elb.registerTargets(lb, group, addresses(stage)));
  if (stage.random.chance(0.2)) calls.push(elb.deregisterTargets(lb, group, addresses(stage)));
  if (stage.random.chance(0.05)) {
    calls.push(elb.modifyRule(lb, stage.random.pick(listener.rules), elb.forward([[group, 1]])));
  }
  let time = at;
  for (const call of calls) {
    stage.playOn(caller, lb, time, perhapsThrottled(stage, call));
    time += stage.random.between(0, 2) * second;
  }
}

function scale(stage: Stage, at: EpochMs): void {
  const lb = stage.random.pick(stage.world.loadBalancers);
  if (stage.isGone(lb, at)) return;
  const role = stage.roster.serviceRole(lb.account, 'autoscaling');
  const caller = asServiceRole(role, 'autoscaling', 'AutoScaling', at - 5 * minute);
  const id = instanceId(stage.random);
  const subnet = stage.random.pick(lb.subnets);
  if (stage.random.chance(0.5)) {
    stage.play(caller, lb.region, at, runInstances(stage.random, id, subnet));
    const later = at + stage.random.between(40, 120) * second;
    stage.playOn(caller, lb, later, joined(lb, id, stage));
    stage.playOn(caller, lb, later + 30 * second, health(lb, stage));
  } else {
    stage.playOn(caller, lb, at, left(lb, id, stage));
    stage.playOn(caller, lb, at + 20 * second, health(lb, stage));
    stage.play(
      caller,
      lb.region,
      at + stage.random.between(60, 300) * second,
      terminateInstances(id),
    );
  }
}

function joined(lb: LoadBalancer, id: string, stage: Stage): ApiCall {
  if (lb.kind === 'classic') return classic.registerInstances(lb, [id]);
  return elb.registerTargets(lb, stage.random.pick(lb.targetGroups), [id]);
}

function left(lb: LoadBalancer, id: string, stage: Stage): ApiCall {
  if (lb.kind === 'classic') return classic.deregisterInstances(lb, [id]);
  return elb.deregisterTargets(lb, stage.random.pick(lb.targetGroups), [id]);
}

function health(lb: LoadBalancer, stage: Stage): ApiCall {
  if (lb.kind === 'classic') return classic.describeInstanceHealth(lb);
  return elb.describeTargetHealth(lb, stage.random.pick(lb.targetGroups));
}

function deployService(stage: Stage, at: EpochMs): void {
  const lb = stage.random.pick(stage.world.loadBalancers.filter(modern));
  if (stage.isGone(lb, at)) return;
  const caller: Caller = asServiceRole(
    stage.roster.serviceRole(lb.account, 'ecs'),
    'ecs',
    'ecs-service-scheduler',
    at - 30 * minute,
  );
  const group = stage.random.pick(lb.targetGroups);
  stage.playOn(caller, lb, at, elb.registerTargets(lb, group, addresses(stage)));
  stage.playOn(caller, lb, at + 15 * second, elb.describeTargetHealth(lb, group));
  stage.playOn(caller, lb, at + 45 * second, elb.describeTargetHealth(lb, group));
  stage.playOn(caller, lb, at + 90 * second, elb.deregisterTargets(lb, group, addresses(stage)));
}

export const controllerRoutines: readonly Routine[] = [
  { name: 'load balancer controller', elb: true, weight: () => 0.55, perform: reconcile },
  { name: 'Auto Scaling', elb: true, weight: (at) => 0.25 + 0.35 * working(at), perform: scale },
  {
    name: 'Amazon ECS',
    elb: true,
    weight: (at) => 0.08 + 0.35 * working(at),
    perform: deployService,
  },
];
