import { describe, expect, it } from 'vitest';
import { assignLoadBalancers } from '../../../../renderer/core/correlate/load-balancers.ts';
import { classify } from '../../../../renderer/core/record/access.ts';
import { elbResource } from '../../../../renderer/core/record/elb-resource.ts';
import { flag, resourceRules } from '../../../../renderer/core/record/flags.ts';
import { member, textOf } from '../../../../renderer/core/record/json-value.ts';
import { evidenceLoadBalancers, nlbGuide } from '../../../fixtures/evidence-load-balancers.ts';
import { evidenceFolder } from '../../../fixtures/evidence-folder.ts';
import { elbColumns, type ElbEvent } from './elb-case.ts';
import { elbRecordsBelow } from './evidence-elb-records.ts';
import { inEnglish, phrase } from '../../../../renderer/core/words/phrase.ts';

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
    flags: classify({ ...fields, requestParameters: () => fields.requestParameters }),
  };
}

const where = evidenceFolder ?? '';
const title =
  'gives each of the 42 real events its API, access and load balancer, and says by which rule';

describe('the ELB events of the evidence folder', () => {
  it.skipIf(where === '')(
    where === '' ? `${title} (skipped: no evidence folder here)` : title,
    async () => {
      const events = (await elbRecordsBelow(where)).map(read).sort((a, b) => a.time - b.time);
      const { loadBalancer, texts, reason } = assignLoadBalancers(elbColumns(events));
      const found = events.map(({ id, flags }, row) => [
        id,
        (flags & flag.elbClassic) === 0 ? 'v2' : 'classic',
        (flags & flag.readOnly) === 0 ? 'write' : 'read',
        texts[loadBalancer[row] ?? 0],
        inEnglish(reason(row) ?? phrase('rule.none')),
      ]);
      const byId = (a: readonly unknown[], b: readonly unknown[]) =>
        String(a[0]).localeCompare(String(b[0]));
      expect(found.sort(byId)).toEqual(evidenceLoadBalancers.toSorted(byId));
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
