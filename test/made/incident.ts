import type { EpochMs } from '../../renderer/core/base/units.ts';
import { asUser } from './caller.ts';
import * as elb from './elb-calls.ts';
import { beRefused, enumerate, lookAround, takeRole } from './incident-key.ts';
import { crossOver, destroy, redirectVisitors, tryTrail } from './incident-role.ts';
import { addresses, redirectHost, scriptAgent, Scene } from './incident-scene.ts';
import type { ApiCall } from './record.ts';
import type { Stage } from './stage.ts';
import { minute, second } from './times.ts';

/** The planted incident: what a test, or a reader of the sample, is to find. */
export interface Incident {
  readonly start: EpochMs;
  /** When the last thing was done by the intruder. */
  readonly end: EpochMs;
  readonly stolenKey: string;
  /** Keys handed out on the way, in order: each was issued to the one before it. */
  readonly chain: readonly string[];
  readonly addresses: readonly string[];
  /** The agent of the intruder's script; what was typed has another for each command. */
  readonly scriptAgent: string;
  readonly redirectHost: string;
  readonly redirectRule: string;
  readonly rogueTargetGroup: string;
  /** Load balancers that were deleted, by ARN. */
  readonly deleted: readonly string[];
  readonly accessLogsOff: readonly string[];
}

/** The key is noticed and turned off; the rule goes, the logs come back. */
function answer(scene: Scene): void {
  const { web, tls } = scene.aims;
  const { stage } = scene;
  const helper = stage.roster.people[0];
  if (!helper) throw new Error('nobody is there to answer');
  const { user } = stage.roster.victim;
  const say = (command: string, region: string, ms: number, call: ApiCall): void => {
    const seat = { address: helper.office, agent: helper.commandLine(command) };
    stage.play(asUser(helper.user, seat), region, scene.wait(ms), call);
  };
  say('iam.update-access-key', 'us-east-1', 22 * minute, {
    service: 'iam',
    name: 'UpdateAccessKey',
    readOnly: false,
    request: { userName: user.userName, accessKeyId: user.key, status: 'Inactive' },
    response: null,
  });
  say('elbv2.describe-rules', web.region, 6 * minute, elb.describeRules(web, tls));
  say('elbv2.delete-rule', web.region, 90 * second, elb.deleteRule(web, scene.rule.arn));
  const logs = elb.modifyAttributes(web, [
    ['access_logs.s3.enabled', 'true'],
    ['access_logs.s3.bucket', 'synthetic-access-logs'],
  ]);
  say('elbv2.modify-load-balancer-attributes', web.region, 2 * minute, logs);
}

/** Plays the incident from `start` on, a good two hours. */
export function playIncident(stage: Stage, start: EpochMs): Incident {
  const scene = new Scene(stage, start);
  lookAround(scene);
  scene.wait(9 * minute);
  enumerate(scene);
  scene.wait(6 * minute);
  beRefused(scene);
  const as = takeRole(scene);
  redirectVisitors(scene, as);
  tryTrail(scene, as);
  crossOver(scene, as);
  destroy(scene, as);
  const end = scene.at;
  answer(scene);
  const { web, ledger, portal, staged } = scene.aims;
  return {
    start,
    end,
    stolenKey: stage.roster.victim.user.key,
    chain: scene.chain,
    addresses: [addresses.first, addresses.second],
    scriptAgent,
    redirectHost,
    redirectRule: scene.rule.arn,
    rogueTargetGroup: scene.rogue.arn,
    deleted: [staged.arn, ledger.arn, portal.arn],
    accessLogsOff: [web.arn, portal.arn],
  };
}
