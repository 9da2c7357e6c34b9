import type { EpochMs } from '../../../renderer/core/base/units.ts';
import { browser } from '../agents.ts';
import { asConsoleUser, asUser, type Caller, type Session } from '../caller.ts';
import * as classic from '../classic-elb-calls.ts';
import * as elb from '../elb-calls.ts';
import { denied, type ApiCall } from '../record.ts';
import type { Person } from '../roster.ts';
import { working, type Routine, type Stage } from '../stage.ts';
import { day, hour, minute, second } from '../times.ts';
import type { LoadBalancer } from '../world.ts';
import { otherServiceReads } from './other-services.ts';

/** People in the console and on the command line, by day. */

function login(stage: Stage, person: Person, address: string, session: Session): void {
  const caller = { ...asUser(person.user, { address, agent: browser }), key: '' };
  stage.play(
    { ...caller, identity: { ...identityWithoutKey(person) } },
    'us-east-1',
    session.since,
    {
      service: 'signin',
      name: 'ConsoleLogin',
      readOnly: false,
      request: null,
      response: { ConsoleLogin: 'Success' },
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home',
        MobileVersion: 'No',
        MFAUsed: person.mfa ? 'Yes' : 'No',
      },
      eventType: 'AwsConsoleSignIn',
    },
  );
}

function identityWithoutKey(person: Person): Record<string, string> {
  const { principalId, account, userName } = person.user;
  return {
    type: 'IAMUser',
    principalId,
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    userName,
  };
}

/** The person's session of the day; the sign-in is noted when the first thing is done in it. */
function inConsole(
  stage: Stage,
  person: Person,
  at: EpochMs,
  proxied: boolean,
): { caller: Caller; since: EpochMs } {
  const address = person.office;
  const session = stage.sessions.of(
    `console ${person.user.key}`,
    at,
    day,
    (start) => start + 6.5 * hour + stage.random.below(90 * minute),
    (issued) => {
      login(stage, person, address, issued);
    },
  );
  const seat = proxied
    ? { address: 'AWS Internal', agent: 'AWS Internal' }
    : { address, agent: browser };
  return {
    caller: asConsoleUser(person.user, session, person.mfa, seat, proxied),
    since: session.since,
  };
}

function consoleElbCalls(stage: Stage, lb: LoadBalancer): readonly ApiCall[] {
  if (lb.kind === 'classic') {
    return [
      classic.describeAllClassic(),
      classic.describeClassicAttributes(lb),
      classic.describeInstanceHealth(lb),
    ];
  }
  const group = stage.random.pick(lb.targetGroups);
  const listener = stage.random.pick(lb.listeners);
  const calls = [
    elb.describeAllLoadBalancers(200),
    elb.describeListeners(lb),
    elb.describeTags(lb),
    elb.describeAttributes(lb),
    elb.describeTargetGroupsOf(lb),
    elb.describeTargetHealth(lb, group),
  ];
  if (stage.random.chance(0.35)) calls.push(elb.describeRules(lb, listener));
  if (stage.random.chance(0.12))
    calls.push(elb.modifyTargetGroupAttributes(lb, group, stage.random.pick([30, 60, 120])));
  if (stage.random.chance(0.06)) calls.push(elb.setSecurityGroups(lb, [lb.securityGroup]));
  return calls;
}

function browseLoadBalancers(stage: Stage, at: EpochMs): void {
  const person = stage.random.pick(stage.roster.people.filter((one) => one.console));
  const balancers = stage.balancersOf(person.user.account);
  if (balancers.length === 0) return;
  const lb = stage.random.pick(balancers);
  if (stage.isForgotten(lb, at)) return;
  const { caller, since } = inConsole(stage, person, at, stage.random.chance(0.25));
  let time = Math.max(at, since + minute);
  for (const call of consoleElbCalls(stage, lb)) {
    stage.playOn(caller, lb, time, call);
    time += stage.random.between(1, 4) * second;
  }
}

function browseOthers(stage: Stage, at: EpochMs): void {
  const person = stage.random.pick(stage.roster.people);
  const { caller, since } = inConsole(stage, person, at, stage.random.chance(0.4));
  const account = stage.world.accounts.find((one) => one.id === person.user.account);
  const region = stage.random.pick(account?.regions ?? ['us-east-1']);
  let time = Math.max(at, since + minute);
  for (let left = stage.random.between(3, 12); left > 0; left--) {
    stage.play(caller, region, time, otherServiceReads(stage.random, caller.account, region));
    time += stage.random.between(1, 20) * second;
  }
}

function typeElbCommands(stage: Stage, at: EpochMs): void {
  const person = stage.random.pick(stage.roster.people);
  const balancers = stage.balancersOf(person.user.account);
  if (balancers.length === 0) return;
  const lb = stage.random.pick(balancers);
  if (stage.isForgotten(lb, at)) return;
  const address = stage.random.chance(0.7) ? person.office : person.away;
  const by = (command: string): Caller =>
    asUser(person.user, { address, agent: person.commandLine(command) });
  const step = (): number => stage.random.between(8, 60) * second;
  if (lb.kind === 'classic') {
    stage.playOn(by('elb.describe-load-balancers'), lb, at, classic.describeClassic(lb));
    stage.playOn(
      by('elb.describe-instance-health'),
      lb,
      at + step(),
      classic.describeInstanceHealth(lb),
    );
    return;
  }
  const group = stage.random.pick(lb.targetGroups);
  stage.playOn(by('elbv2.describe-load-balancers'), lb, at, elb.describeLoadBalancerByName(lb));
  stage.playOn(
    by('elbv2.describe-target-health'),
    lb,
    at + step(),
    elb.describeTargetHealth(lb, group),
  );
  if (stage.random.chance(0.2)) {
    const tags = elb.addTags(lb, [['reviewed-by', person.user.userName]]);
    const caller = by('elbv2.add-tags');
    stage.playOn(
      caller,
      lb,
      at + 2 * minute,
      stage.random.chance(0.3) ? denied(tags, caller) : tags,
    );
  }
}

function typeOtherCommands(stage: Stage, at: EpochMs): void {
  const person = stage.random.pick(stage.roster.people);
  const address = stage.random.chance(0.7) ? person.office : person.away;
  const account = stage.world.accounts.find((one) => one.id === person.user.account);
  const region = stage.random.pick(account?.regions ?? ['us-east-1']);
  let time = at;
  for (let left = stage.random.between(1, 5); left > 0; left--) {
    const call = otherServiceReads(stage.random, person.user.account, region);
    const command = `${call.service}.${call.name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
    stage.play(
      asUser(person.user, { address, agent: person.commandLine(command) }),
      region,
      time,
      call,
    );
    time += stage.random.between(5, 90) * second;
  }
}

export const peopleRoutines: readonly Routine[] = [
  {
    name: 'load balancers in the console',
    elb: true,
    weight: (at) => 1.6 * working(at),
    perform: browseLoadBalancers,
  },
  {
    name: 'load balancers on the command line',
    elb: true,
    weight: (at) => 1.5 * working(at),
    perform: typeElbCommands,
  },
  { name: 'the console', elb: false, weight: (at) => 1.4 * working(at), perform: browseOthers },
  {
    name: 'the command line',
    elb: false,
    weight: (at) => 0.8 * working(at),
    perform: typeOtherCommands,
  },
];
