import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AwsConnections } from '../../../../electron/aws/aws-connections.ts';
import { EventHistories } from '../../../../electron/aws/event-history.ts';
import type { LookUpRequest } from '../../../../electron/ipc/event-history.ts';
import type { AnswerPage, Told } from '../../../../electron/ipc/aws.ts';
import { startFakeCloudTrail, type FakeCloudTrail } from '../../../fixtures/fake-cloudtrail.ts';

const start = Date.UTC(2026, 2, 10);
const elb = 'elasticloadbalancing.amazonaws.com';
const records = Array.from({ length: 120 }, (_, place) => ({
  eventTime: new Date(start + place * 60_000).toISOString(),
  eventSource: place % 3 === 0 ? 's3.amazonaws.com' : elb,
  eventName: 'Do',
  eventID: `e${place}`,
  awsRegion: place % 2 === 0 ? 'eu-west-1' : 'us-east-1',
}));

let fake: FakeCloudTrail;
let connections: AwsConnections;
let histories: EventHistories;
let connection = 0;

beforeEach(async () => {
  fake = await startFakeCloudTrail(records);
  vi.stubEnv('AWS_ENDPOINT_URL_CLOUDTRAIL', fake.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_ACCOUNT', fake.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  connections = new AwsConnections({
    readClipboard: () => Promise.resolve(''),
    proxyFor: () => Promise.resolve(undefined),
  });
  histories = new EventHistories(connections);
  const told = await connections.connectAws({
    ...{ credentials: { kind: 'environment' }, region: 'eu-west-1', askIdentity: false },
  });
  if (told.kind === 'problem') throw new Error(told.problem.reason);
  connection = told.answer.connection;
});
afterEach(async () => {
  await connections.disconnectAws({ connection });
  await fake.stop();
  vi.unstubAllEnvs();
});

const ask = (more: Partial<LookUpRequest> = {}): LookUpRequest => ({
  ...{ connection, region: 'eu-west-1', attribute: undefined, next: undefined },
  ...{ start, end: start + 86_400_000, ...more },
});

function pageOf(told: Told<AnswerPage>): AnswerPage {
  if (told.kind === 'problem') throw new Error(told.problem.reason);
  return told.answer;
}

function problemOf(told: Told<unknown>): unknown {
  if (told.kind === 'answer') throw new Error('it was answered');
  return told.problem;
}

describe('EventHistories, against a fake of CloudTrail', () => {
  it('gives each page as the very bytes that came, to the end', async () => {
    const first = pageOf(await histories.lookUpEvents(ask()));
    const second = pageOf(await histories.lookUpEvents(ask({ next: first.next })));
    expect([first, second].map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(
      fake.answers,
    );
    expect(first.next).toBe('after 50');
    expect(second.next).toBeUndefined();
    const ids = [first, second].flatMap(({ bytes }) => idsIn(bytes));
    expect(ids.sort()).toEqual(idsOf(({ awsRegion }) => awsRegion === 'eu-west-1'));
  });

  it('asks by an attribute, in the region, for a span that ends before its end', async () => {
    const end = start + 41 * 60_000;
    const attribute = { name: 'EventSource', value: elb } as const;
    const page = pageOf(await histories.lookUpEvents(ask({ region: 'us-east-1', attribute, end })));
    const wanted = idsOf(
      ({ awsRegion, eventSource, eventTime }) =>
        awsRegion === 'us-east-1' && eventSource === elb && Date.parse(eventTime) < end,
    );
    expect(idsIn(page.bytes).sort()).toEqual(wanted);
    expect(fake.lookUps[0]?.asked).toEqual({
      ...{ StartTime: start / 1000, EndTime: end / 1000 - 1 },
      LookupAttributes: [{ AttributeKey: 'EventSource', AttributeValue: elb }],
    });
  });

  it('asks a region twice a second at most, so that none is refused, and others meanwhile', async () => {
    const pages = await Promise.all(
      ['eu-west-1', 'us-east-1', 'eu-west-1', 'us-east-1', 'eu-west-1', 'eu-west-1'].map((region) =>
        histories.lookUpEvents(ask({ region })),
      ),
    );
    expect(pages.every(({ kind }) => kind === 'answer')).toBe(true);
    expect(fake.lookUps).toHaveLength(6);
    expect(fake.answers).toHaveLength(6);
    const firstOf = (region: string) => fake.lookUps.findIndex((each) => each.region === region);
    expect(firstOf('us-east-1')).toBeLessThan(4);
  });

  it('waits and asks again where it was asked too often, or the network broke', async () => {
    fake.faults.push(
      { region: '', after: 0, times: 2, how: 'throttled' },
      { region: '', after: 0, times: 1, how: 'reset' },
    );
    expect(idsIn(pageOf(await histories.lookUpEvents(ask())).bytes)).toHaveLength(50);
    expect(fake.lookUps.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['expired', 'connection', /credentials have expired/],
    ['denied', 'object', /lack cloudtrail:LookupEvents on \* in eu-west-1/],
    ['not enabled', 'object', /eu-west-1 does not know/],
  ] as const)('says what is wrong where it is %s', async (how, scope, reason) => {
    fake.faults.push({ region: '', after: 0, times: 99, how });
    expect(problemOf(await histories.lookUpEvents(ask()))).toMatchObject({
      scope,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('breaks off where its connection ends', async () => {
    const asked = [1, 2, 3].map(() => histories.lookUpEvents(ask()));
    await connections.disconnectAws({ connection });
    const told = await Promise.all(asked);
    expect(told.map(({ kind }) => kind)).toEqual(['problem', 'problem', 'problem']);
    expect(fake.lookUps.length).toBeLessThan(3);
  });

  it('lists the regions that are enabled, or says which permission is missing', async () => {
    fake.regions = ['us-east-1', 'af-south-1'];
    expect(await histories.listRegions({ connection })).toEqual({
      kind: 'answer',
      answer: ['af-south-1', 'us-east-1'],
    });
    fake.regions = undefined;
    expect(problemOf(await histories.listRegions({ connection }))).toMatchObject({
      reason: expect.stringMatching(/lack account:ListRegions/) as string,
    });
  });
});

function idsIn(bytes: Uint8Array): string[] {
  const { Events } = JSON.parse(new TextDecoder().decode(bytes)) as {
    readonly Events: readonly { readonly EventId: string }[];
  };
  return Events.map(({ EventId }) => EventId);
}

function idsOf(fits: (record: (typeof records)[number]) => boolean): string[] {
  return records
    .filter(fits)
    .map(({ eventID }) => eventID)
    .sort();
}
