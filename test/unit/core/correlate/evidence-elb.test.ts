import { describe, expect, it } from 'vitest';
import { assignLoadBalancers } from '../../../../renderer/core/correlate/load-balancers.ts';
import { classify } from '../../../../renderer/core/record/access.ts';
import { elbResource } from '../../../../renderer/core/record/elb-resource.ts';
import { flag, resourceRules } from '../../../../renderer/core/record/flags.ts';
import { member, textOf } from '../../../../renderer/core/record/json-value.ts';
import { evidenceFolder } from '../../../fixtures/evidence-folder.ts';
import { elbColumns, type ElbEvent } from './elb-case.ts';
import { elbRecordsBelow } from './evidence-elb-records.ts';

const none = '';
const nlbGuide =
  'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/net/my-load-balancer/ffcddace1759e1d0';
const spotlight =
  'arn:aws:elasticloadbalancing:ap-northeast-1:999999999999:loadbalancer/net/TESTflontback/813270f8ee6fa76a';
const spotlightGroup =
  'arn:aws:elasticloadbalancing:ap-northeast-1:999999999999:targetgroup/TESTfontback-tgt/297bf72439f1364c (load balancer unknown)';
const custodian =
  'arn:aws:elasticloadbalancing:us-east-1:123456789123:loadbalancer/app/test/433ae0ba96204181';
const watcherAlb =
  'arn:aws:elasticloadbalancing:ap-northeast-2:000000000000:loadbalancer/app/test-alb/42306a5c6d606af3';
const watcherClassic =
  'arn:aws:elasticloadbalancing:ap-northeast-2:000000000000:loadbalancer/test-clb';
const grycap = 'arn:aws:elasticloadbalancing:us-east-1:974349055189:loadbalancer/alucloud171-lb';

/** Read by eye from the records: event id, API, access, load balancer. */
const expected: readonly (readonly [string, 'classic' | 'v2', 'read' | 'write', string])[] = [
  ['6f4ab5bd-2daa-4d00-be14-d92efEXAMPLE', 'v2', 'write', nlbGuide],
  ['75e81c95-4012-421f-a0cf-babdaEXAMPLE', 'v2', 'write', nlbGuide],
  ['009d103b-0d6e-4fc4-b35a-7f2cc315795f', 'v2', 'write', spotlight],
  ['7b009e94-e6da-4ddb-ba7e-9019dfb67722', 'v2', 'write', spotlightGroup],
  ['46787bab-e6c6-4c49-b9c7-69bc0578a928', 'v2', 'write', spotlight],
  ['0195aac9-8b72-4da5-b360-95c526363516', 'v2', 'write', spotlightGroup],
  ['e9f72371-5fc5-48fc-999d-462e13fdc6bd', 'v2', 'write', custodian],
  ['57f6c0e3-7740-4098-bd1f-82ebd40d6fb7', 'v2', 'write', watcherAlb],
  ['96a861ee-dbc9-49d3-a288-d7a631127b14', 'classic', 'write', watcherClassic],
  ['c205d2bb-f2ec-4080-8932-37f5991c8062', 'classic', 'read', grycap],
  ['1fc99508-e58d-4331-8e90-dd2c2c2eee20', 'classic', 'read', none],
  ['403000c3-471b-4fbf-a243-0caff1e96918', 'classic', 'read', grycap],
  ['aff2db42-067e-4f56-8a15-73b515910de0', 'classic', 'read', none],
  ['c3ac54f6-b782-4512-9c44-017ef6066d2c', 'classic', 'read', grycap],
  ['a15e3e8c-fbeb-4f8c-b951-190b79e2472c', 'classic', 'read', grycap],
  ['12196006-7e09-401b-8622-04651ba950ce', 'classic', 'read', none],
  ['ccffa5f8-3cb7-41af-9f86-0dd3ef35f2f5', 'classic', 'read', none],
  ['a4e6208a-81bc-4627-bb2a-186aa23582f8', 'classic', 'read', grycap],
  ['dacdd979-85cb-408e-a6ad-68ff8920483d', 'v2', 'read', none],
  ['57cac86d-c063-4581-a33d-404281c39cfb', 'classic', 'read', grycap],
  ['cc85a861-7277-4807-8ac1-da5371178325', 'classic', 'read', grycap],
  ['d9f8dabf-72d7-46a3-8207-44ea67404189', 'classic', 'read', grycap],
  ['4cfc9928-8d2e-4619-a2be-3e0a2e786c3e', 'v2', 'read', none],
  ['09aad6d3-953f-4eaa-9429-f29d3e9488e5', 'classic', 'write', grycap],
  ['8498d261-2956-49c2-9ee6-9c319bc8e5e3', 'classic', 'read', none],
  ['52a57ab1-b09a-442d-9f5b-99e57bd0c667', 'v2', 'read', none],
  ['07738f3b-e552-4068-a22f-87e7d5e08d6c', 'v2', 'read', none],
  ['ab89df37-4295-4d15-817b-11317872e9f8', 'classic', 'read', grycap],
  ['11aa7390-5df7-4a16-888b-501ab8327df2', 'classic', 'read', none],
  ['7bc3483f-e721-4df2-8ef0-8590c895986d', 'classic', 'read', grycap],
  ['712bc1a2-454a-4722-8b6a-20758491aa87', 'classic', 'read', grycap],
  ['dbd1641a-b7ea-47da-ad28-744756b8153d', 'classic', 'read', none],
  ['7dd777b1-f997-4e08-af18-242ec048f4d2', 'classic', 'read', grycap],
  ['94bff4e0-2fe6-4f1b-bc6e-7742a21fb5e8', 'classic', 'read', grycap],
  ['6e32875d-8676-4d29-895a-6263ff810973', 'classic', 'read', grycap],
  ['e017a3ac-1b64-4b80-85f3-b215a279aeaf', 'classic', 'read', grycap],
  ['7929758d-94ae-4206-9f13-be41a9768c6e', 'classic', 'read', grycap],
  ['e3bb4364-d0ca-4c0f-a194-b3af5d5280b3', 'classic', 'read', none],
  ['95248614-3d48-4dc0-84dd-ecf263fa6c5f', 'v2', 'read', none],
  ['ce9f76cc-8348-4b27-860b-8435f0e77881', 'classic', 'read', none],
  ['97998cf1-fdcf-4d73-9bd3-0a5753d0c6e2', 'classic', 'read', none],
  ['0bfb4a18-6c30-4e64-81eb-0e195693eb69', 'v2', 'read', none],
];

interface ReadRecord extends ElbEvent {
  readonly id: string;
  readonly flags: number;
}

function read(record: unknown): ReadRecord {
  const text = (name: string) => textOf(member(record, name));
  const identity = (name: string) => textOf(member(member(record, 'userIdentity'), name));
  const readOnly = member(record, 'readOnly');
  const fields = {
    eventSource: text('eventSource'),
    eventName: text('eventName'),
    eventType: text('eventType'),
    apiVersion: text('apiVersion'),
    readOnly: typeof readOnly === 'boolean' ? readOnly : undefined,
    errorCode: text('errorCode'),
    errorMessage: text('errorMessage'),
    sourceIp: text('sourceIPAddress'),
    identityType: identity('type'),
    invokedBy: identity('invokedBy'),
    fromConsole: text('sessionCredentialFromConsole'),
    mfa: '',
    region: text('awsRegion'),
    account: text('recipientAccountId'),
    requestParameters: member(record, 'requestParameters'),
    responseElements: member(record, 'responseElements'),
    resources: member(record, 'resources'),
  };
  const { resource, rule, links } = elbResource(fields);
  return {
    id: text('eventID'),
    time: Date.parse(text('eventTime') || text('@timestamp')),
    eventName: fields.eventName,
    resource,
    rule: resourceRules[rule] ?? 'none',
    links,
    flags: classify(fields),
  };
}

const where = evidenceFolder ?? '';
const title = 'gives each of the 42 real events its API, access and load balancer';

describe('the ELB events of the evidence folder', () => {
  it.skipIf(where === '')(
    where === '' ? `${title} (skipped: no evidence folder here)` : title,
    async () => {
      const events = (await elbRecordsBelow(where)).map(read).sort((a, b) => a.time - b.time);
      const { loadBalancer, texts } = assignLoadBalancers(elbColumns(events));
      const found = events.map(({ id, flags }, row) => [
        id,
        (flags & flag.elbClassic) === 0 ? 'v2' : 'classic',
        (flags & flag.readOnly) === 0 ? 'write' : 'read',
        texts[loadBalancer[row] ?? 0],
      ]);
      const byId = (a: readonly unknown[], b: readonly unknown[]) =>
        String(a[0]).localeCompare(String(b[0]));
      expect(found.sort(byId)).toEqual(expected.toSorted(byId));
    },
  );

  it.skipIf(where === '')('have the guide’s pair without readOnly as one life', async () => {
    const records = (await elbRecordsBelow(where)).map(read);
    const pair = records.filter(({ id }) => id.endsWith('EXAMPLE'));
    expect(pair.map(({ eventName }) => eventName)).toEqual([
      'CreateLoadBalancer',
      'DeleteLoadBalancer',
    ]);
    expect(pair.every(({ flags }) => (flags & flag.accessByName) !== 0)).toBe(true);
    expect(assignLoadBalancers(elbColumns(pair)).texts).toEqual(['', nlbGuide]);
  });
});
