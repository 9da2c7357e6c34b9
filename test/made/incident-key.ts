import { asRole, userArn } from './caller.ts';
import * as classic from './classic-elb-calls.ts';
import * as elb from './elb-calls.ts';
import { addresses, kebab, serviceRead, typed, type Scene, type Typist } from './incident-scene.ts';
import { assumeRole } from './life/sign-on.ts';
import { denied, failed, type ApiCall } from './record.ts';
import { second } from './times.ts';

/** First part of the incident: what is done with the stolen long-term key. */

/** Who am I, and what is there? */
export function lookAround(scene: Scene): void {
  const home = scene.aims.web.region;
  const ask = (service: string, name: string, region: string, ms: number): void => {
    const caller = scene.withStolenKey(`${service}.${kebab(name)}`);
    scene.plant(caller, region, ms, serviceRead(service, name));
  };
  ask('sts', 'GetCallerIdentity', 'us-east-1', 0);
  for (const name of [
    'ListUsers',
    'GetAccountAuthorizationDetails',
    'ListAccessKeys',
    'ListUserPolicies',
  ]) {
    const caller = scene.withStolenKey(`iam.${kebab(name)}`);
    const resource = userArn(scene.stage.roster.victim.user);
    const call = denied({ ...serviceRead('iam', name), resource }, caller);
    scene.plant(caller, 'us-east-1', 35 * second, call);
  }
  ask('iam', 'ListRoles', 'us-east-1', 50 * second);
  ask('s3', 'ListBuckets', 'us-east-1', 40 * second);
  ask('ec2', 'DescribeRegions', home, 30 * second);
  for (const region of ['us-east-1', home, 'eu-central-1', 'us-west-2']) {
    ask('ec2', 'DescribeInstances', region, 20 * second);
  }
}

interface Question {
  readonly region: string;
  readonly call: ApiCall;
}

function questionsOf(scene: Scene): readonly Question[] {
  const asked: Question[] = [];
  for (const region of ['us-east-1', 'eu-west-1', 'eu-central-1', 'us-west-2']) {
    asked.push({ region, call: elb.describeAllLoadBalancers(400) });
    asked.push({ region, call: classic.describeAllClassic() });
    asked.push({ region, call: elb.describeAllTargetGroups() });
  }
  for (const lb of scene.stage.balancersOf(scene.aims.web.account).slice(0, 5)) {
    const { region } = lb;
    const calls =
      lb.kind === 'classic'
        ? [classic.describeClassicAttributes(lb), classic.describeInstanceHealth(lb)]
        : [
            elb.describeAttributes(lb),
            elb.describeListeners(lb),
            ...lb.listeners.map((listener) => elb.describeRules(lb, listener)),
            ...lb.targetGroups.map((group) => elb.describeTargetHealth(lb, group)),
          ];
    for (const call of calls) asked.push({ region, call });
  }
  asked.push({ region: 'eu-west-1', call: elb.describeSslPolicies() });
  return asked;
}

/** Load balancers, region after region, then one after the other, by a script that is too fast. */
export function enumerate(scene: Scene): void {
  const caller = scene.byScript();
  for (const { region, call } of questionsOf(scene)) {
    scene.plant(caller, region, scene.stage.random.between(0, 2) * second, call);
  }
  const { web } = scene.aims;
  const slower = failed(elb.describeListeners(web), 'ThrottlingException', 'Rate exceeded');
  for (let i = 0; i < 3; i++) scene.plant(caller, web.region, second, slower);
}

/** What the user may not do. */
export function beRefused(scene: Scene): void {
  const { web, tls, ledger } = scene.aims;
  const tries = [
    elb.createRule(web, tls, scene.rule),
    elb.modifyListener(web, tls, scene.rule.action),
    elb.modifyAttributes(web, [['access_logs.s3.enabled', 'false']]),
    elb.deleteLoadBalancer(ledger),
    elb.createRule(web, tls, scene.rule),
  ];
  for (const call of tries) {
    const caller = scene.withStolenKey(`elbv2.${kebab(call.name)}`);
    scene.plant(caller, web.region, 70 * second, denied(call, caller));
  }
  const caller = scene.withStolenKey('sts.assume-role');
  const call = assumeRole(
    scene.stage.random,
    { ...scene.deploy, roleName: 'synthetic-admin' },
    { sessionName: 'maintenance', session: { key: '', since: scene.at }, durationSeconds: 3600 },
  );
  scene.plant(caller, web.region, 45 * second, denied(call, caller));
}

/** Takes the role that may; its key is then used from a second address. */
export function takeRole(scene: Scene): Typist {
  const { region } = scene.aims.web;
  scene.wait(50 * second);
  const session = scene.issue();
  const given = { sessionName: 'maintenance', session, durationSeconds: 3600 };
  const call = assumeRole(scene.stage.random, scene.deploy, given);
  scene.plant(scene.withStolenKey('sts.assume-role'), region, 0, call);
  const use = { sessionName: given.sessionName, session, since: session.since };
  return (command) =>
    asRole(scene.deploy, use, { address: addresses.second, agent: typed(command) });
}
