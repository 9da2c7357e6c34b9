import { asOtherAccount, asRole, asServiceRole, userArn, type Caller } from './caller.ts';
import * as classic from './classic-elb-calls.ts';
import * as elb from './elb-calls.ts';
import { addresses, scriptAgent, serviceRead, type Scene, type Typist } from './incident-scene.ts';
import { assumeRole, sharedIds } from './life/sign-on.ts';
import { denied, failed, type ApiCall } from './record.ts';
import { minute, second } from './times.ts';
import type { LoadBalancer } from './world.ts';

/** Second part of the incident: what is done with the roles' keys. */

/** Visitors are sent to another host; the logs that would show it are turned off before. */
export function redirectVisitors(scene: Scene, as: Typist): void {
  const { web, tls } = scene.aims;
  const say = (command: string, ms: number, call: ApiCall): void => {
    scene.plant(as(command), web.region, ms, call);
  };
  const change = 'elbv2.modify-load-balancer-attributes';
  const blue = web.targetGroups[0] ?? scene.rogue;
  const mixed = elb.forward([
    [blue, 80],
    [scene.rogue, 20],
  ]);
  say('sts.get-caller-identity', 40 * second, serviceRead('sts', 'GetCallerIdentity'));
  say('elbv2.describe-load-balancers', 30 * second, elb.describeAllLoadBalancers());
  say('elbv2.describe-listeners', 25 * second, elb.describeListeners(web));
  say('elbv2.describe-rules', 20 * second, elb.describeRules(web, tls));
  say('elbv2.describe-load-balancer-attributes', 45 * second, elb.describeAttributes(web));
  say(change, 3 * minute, elb.modifyAttributes(web, [['access_logs.s3.enabled', 'false']]));
  say(change, 20 * second, elb.modifyAttributes(web, [['connection_logs.s3.enabled', 'false']]));
  say('elbv2.create-target-group', 4 * minute, elb.createTargetGroup(scene.rogue, web.vpc));
  const target = elb.registerTargets(web, scene.rogue, ['10.20.66.6']);
  say('elbv2.register-targets', 40 * second, target);
  say('elbv2.create-rule', 2 * minute, elb.createRule(web, tls, scene.rule));
  const weaker = elb.modifyListener(web, tls, mixed, 'ELBSecurityPolicy-2016-08');
  say('elbv2.modify-listener', 5 * minute, weaker);
  say('elbv2.describe-target-health', 90 * second, elb.describeTargetHealth(web, scene.rogue));
  say('elbv2.describe-rules', 60 * second, elb.describeRules(web, tls));
}

/** The trail itself is tried; it holds. */
export function tryTrail(scene: Scene, as: Typist): void {
  const { region, account } = scene.aims.web;
  const resource = `arn:aws:cloudtrail:${region}:${account}:trail/synthetic-trail`;
  const look = serviceRead('cloudtrail', 'DescribeTrails');
  scene.plant(as('cloudtrail.describe-trails'), region, 2 * minute, look);
  const stop = { ...serviceRead('cloudtrail', 'StopLogging'), readOnly: false, resource };
  for (let i = 0; i < 2; i++) {
    const caller = as('cloudtrail.stop-logging');
    scene.plant(caller, region, 30 * second, denied(stop, caller));
  }
}

/** From the role into the other account: noted in both, under one shared id. */
export function crossOver(scene: Scene, as: Typist): void {
  const { staged } = scene.aims;
  const { random } = scene.stage;
  const caller = as('sts.assume-role');
  scene.wait(4 * minute);
  const session = scene.issue();
  const given = { sessionName: 'release-check', session, durationSeconds: 3600 };
  const call = { ...assumeRole(random, scene.visitor, given), shared: sharedIds(random) };
  scene.plant(caller, staged.region, 0, call);
  const seen = asOtherAccount(caller, `${scene.deploy.principalId}:maintenance`, staged.account);
  scene.plant(seen, staged.region, 0, call, staged.account);
  const use = { sessionName: given.sessionName, session, since: session.since };
  const there = asRole(scene.visitor, use, { address: addresses.second, agent: scriptAgent });
  const unprotect = elb.modifyAttributes(staged, [['deletion_protection.enabled', 'false']]);
  for (const one of [elb.describeAllLoadBalancers(), elb.describeListeners(staged), unprotect]) {
    scene.plant(there, staged.region, 40 * second, one);
  }
  remove(scene, there, staged, elb.deleteLoadBalancer(staged));
  for (const group of staged.targetGroups) {
    scene.plant(there, staged.region, 15 * second, elb.deleteTargetGroup(group));
  }
}

/** A load balancer goes, and the service takes its network interfaces down. */
function remove(scene: Scene, caller: Caller, lb: LoadBalancer, call: ApiCall): void {
  const { stage } = scene;
  scene.plant(caller, lb.region, 50 * second, call);
  stage.remove(lb, scene.at + second);
  const role = stage.roster.serviceRole(lb.account, 'elasticloadbalancing');
  const service = asServiceRole(role, 'elasticloadbalancing', 'ElasticLoadBalancing', scene.at);
  lb.subnets.forEach((_, i) => {
    stage.play(service, lb.region, scene.at + (4 + 3 * i) * second, {
      service: 'ec2',
      name: 'DeleteNetworkInterface',
      readOnly: false,
      request: { networkInterfaceId: `eni-0${stage.random.hex(16)}` },
      response: { requestId: stage.random.guid(), _return: true },
    });
  });
}

/** A network and a classic load balancer are deleted; a key of one's own is refused. */
export function destroy(scene: Scene, as: Typist): void {
  const { ledger, portal } = scene.aims;
  const say = (command: string, ms: number, call: ApiCall): void => {
    scene.plant(as(command), ledger.region, ms, call);
  };
  const gone = elb.deleteLoadBalancer(ledger);
  const refusal = `Load balancer '${ledger.arn}' cannot be deleted because deletion protection is enabled`;
  const unprotect = elb.modifyAttributes(ledger, [['deletion_protection.enabled', 'false']]);
  say('elbv2.describe-load-balancer-attributes', 5 * minute, elb.describeAttributes(ledger));
  const refused = failed(gone, 'OperationNotPermittedException', refusal);
  say('elbv2.delete-load-balancer', 30 * second, refused);
  say('elbv2.modify-load-balancer-attributes', 40 * second, unprotect);
  remove(scene, as('elbv2.delete-load-balancer'), ledger, gone);
  say('elb.modify-load-balancer-attributes', 2 * minute, classic.stopClassicAccessLog(portal));
  remove(scene, as('elb.delete-load-balancer'), portal, classic.deleteClassic(portal));
  const caller = as('iam.create-access-key');
  const resource = userArn(scene.stage.roster.victim.user);
  const key = { ...serviceRead('iam', 'CreateAccessKey'), readOnly: false, resource };
  scene.plant(caller, 'us-east-1', 3 * minute, denied(key, caller));
}
