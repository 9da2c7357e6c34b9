import type { EpochMs } from '../../../renderer/core/base/units.ts';
import { asUser } from '../caller.ts';
import * as classic from '../classic-elb-calls.ts';
import * as elb from '../elb-calls.ts';
import { denied, failed, type ApiCall } from '../record.ts';
import { nightly, working, type Routine, type Stage } from '../stage.ts';
import { hour, minute, second } from '../times.ts';
import { madeLoadBalancer, madeTargetGroup, type LoadBalancer } from '../world.ts';
import { otherServiceReads } from './other-services.ts';

/** Programs that build and take stock: Terraform, an inventory script, preview environments. */

function refreshOf(lb: LoadBalancer, stage: Stage): readonly ApiCall[] {
  if (lb.kind === 'classic') {
    return [
      classic.describeClassic(lb),
      classic.describeClassicAttributes(lb),
      classic.describeInstanceHealth(lb),
    ];
  }
  const listener = stage.random.pick(lb.listeners);
  return [
    elb.describeLoadBalancer(lb),
    elb.describeAttributes(lb),
    elb.describeTags(lb),
    elb.describeListeners(lb),
    elb.describeRules(lb, listener),
    ...lb.targetGroups.map((group) => elb.describeTargetGroupAttributes(lb, group)),
  ];
}

function changeOf(lb: LoadBalancer, stage: Stage): ApiCall {
  if (lb.kind === 'classic') return classic.configureHealthCheck(lb, '/health');
  const listener = stage.random.pick(lb.listeners);
  const [blue, green] = lb.targetGroups;
  const weight = stage.random.pick([0, 10, 50, 100]);
  const action = elb.forward(
    blue && green
      ? [
          [blue, 100 - weight],
          [green, weight],
        ]
      : [],
  );
  const rule = listener.rules[0];
  return rule === undefined || stage.random.chance(0.4)
    ? elb.modifyListener(
        lb,
        listener,
        action,
        listener.port === 443 ? 'ELBSecurityPolicy-TLS13-1-2-2021-06' : undefined,
      )
    : elb.modifyRule(lb, rule, action);
}

function plan(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.builders);
  const balancers = stage.balancersOf(machine.user.account);
  if (balancers.length === 0) return;
  const caller = asUser(machine.user, machine.seat);
  const lb = stage.random.pick(balancers);
  if (stage.isForgotten(lb, at)) return;
  let time = at;
  for (const call of refreshOf(lb, stage)) {
    stage.playOn(caller, lb, time, call);
    time += stage.random.between(0, 1) * second;
  }
  if (stage.random.chance(0.35) && !stage.isGone(lb, time))
    stage.playOn(caller, lb, time + 40 * second, changeOf(lb, stage));
}

function refreshOthers(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.builders);
  const caller = asUser(machine.user, machine.seat);
  let time = at;
  for (let left = stage.random.between(6, 20); left > 0; left--) {
    stage.play(
      caller,
      machine.region,
      time,
      otherServiceReads(stage.random, caller.account, machine.region),
    );
    time += stage.random.between(0, 2) * second;
  }
}

/** An inventory script goes through the load balancers of every region; one call is refused to it. */
function takeStock(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.auditors);
  const caller = asUser(machine.user, machine.seat);
  const account = stage.world.accounts.find((one) => one.id === machine.user.account);
  let time = at;
  const next = (): number => (time += stage.random.between(0, 2) * second);
  for (const region of account?.regions ?? []) {
    stage.play(caller, region, next(), elb.describeAllLoadBalancers(400));
    stage.play(caller, region, next(), classic.describeAllClassic());
    stage.play(caller, region, next(), elb.describeAllTargetGroups());
  }
  const balancers = stage.balancersOf(machine.user.account);
  const lb = stage.random.pick(balancers);
  if (lb.kind === 'classic')
    stage.playOn(caller, lb, next(), classic.describeClassicAttributes(lb));
  else {
    const call = elb.describeAttributes(lb);
    stage.playOn(
      caller,
      lb,
      next(),
      stage.random.chance(0.1) ? failed(call, 'ThrottlingException', 'Rate exceeded') : call,
    );
  }
  if (stage.random.chance(0.15))
    stage.play(caller, lb.region, next(), denied(elb.describeAccountLimits(), caller));
}

/** A load balancer of its own for a change under review: built, tried, and taken down again. */
function preview(stage: Stage, at: EpochMs): void {
  const machine = stage.random.pick(stage.roster.builders);
  const caller = asUser(machine.user, machine.seat);
  const { account } = machine.user;
  const name = `preview-${stage.random.hex(6)}`;
  const lb = madeLoadBalancer(stage.random, 'application', name, {
    account,
    region: machine.region,
  });
  const group = madeTargetGroup(stage.random, machine.region, account, `${name}-tg`);
  const listener = lb.listeners[0];
  if (!listener) return;
  const end = at + stage.random.between(20, 180) * minute;
  stage.play(caller, lb.region, at, elb.createLoadBalancer(lb, at));
  stage.play(caller, lb.region, at + 3 * second, elb.createTargetGroup(group, lb.vpc));
  stage.play(
    caller,
    lb.region,
    at + 90 * second,
    elb.createListener(lb, listener, elb.forward([[group, 1]])),
  );
  stage.play(caller, lb.region, at + 95 * second, elb.describeListeners(lb));
  stage.play(caller, lb.region, at + 100 * second, elb.describeTargetHealth(lb, group));
  stage.play(caller, lb.region, end, elb.deleteLoadBalancer(lb));
  stage.play(caller, lb.region, end + 20 * second, elb.deleteTargetGroup(group));
}

export const builderRoutines: readonly Routine[] = [
  {
    name: 'Terraform on load balancers',
    elb: true,
    weight: (at) => 0.05 + 0.75 * working(at),
    perform: plan,
  },
  {
    name: 'Terraform',
    elb: false,
    weight: (at) => 0.03 + 0.5 * working(at),
    perform: refreshOthers,
  },
  { name: 'inventory', elb: true, weight: (at) => 0.5 * nightly(at), perform: takeStock },
];

/** Only where more load balancers do no harm to the picture. */
export const previewRoutine: Routine = {
  name: 'preview environments',
  elb: true,
  weight: (at) => 0.25 * working(at - hour),
  perform: preview,
};
