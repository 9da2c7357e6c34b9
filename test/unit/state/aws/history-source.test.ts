import { describe, expect, it } from 'vitest';
import { noAthena } from '../../../fixtures/no-athena.ts';
import type { AwsHost, AwsProblem, LookUpRequest } from '../../../../renderer/host/host.ts';
import { AwsImport } from '../../../../renderer/state/aws/aws-import.svelte.ts';
import { openDesk } from '../desk.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('not asked here'));
const expired: AwsProblem = {
  ...{ scope: 'connection', reason: 'The credentials have expired.', wayOut: 'Get new ones.' },
};

/** An account with an Event history of one page a region, and no trail. */
async function setUp(trouble: { regions?: readonly string[]; problem?: AwsProblem } = {}) {
  const asked: LookUpRequest[] = [];
  const calls: string[] = [];
  const aws: AwsHost = {
    ...noAthena,
    listCredentials: () => Promise.resolve({ profiles: [], environment: true, region: undefined }),
    pasteKeys: notHere,
    connectAws: ({ askIdentity }) => {
      calls.push(askIdentity ? 'connect, ask who' : 'connect');
      const arn = 'arn:aws:iam::111122223333:user/ir';
      const identity = { kind: 'known', arn, account: '111122223333', accessKeyId: 'A' } as const;
      const answer = { connection: 7, region: 'eu-west-1', identity };
      return Promise.resolve({ kind: 'answer', answer });
    },
    disconnectAws: () => {
      calls.push('disconnect');
      return Promise.resolve();
    },
    openStore: notHere,
    listObjects: notHere,
    openPorts: notHere,
    listRegions: () =>
      Promise.resolve(
        trouble.regions === undefined
          ? { kind: 'problem', problem: expired }
          : { kind: 'answer', answer: trouble.regions },
      ),
    lookUpEvents: (request) => {
      asked.push(request);
      const { problem } = trouble;
      if (problem !== undefined) return Promise.resolve({ kind: 'problem', problem });
      const bytes = new Uint8Array(new TextEncoder().encode('{"Events":[]}'));
      return Promise.resolve({ kind: 'answer', answer: { bytes, next: undefined } });
    },
  };
  const desk = await openDesk();
  const { caseWork, openCase, notices, journal } = desk.session;
  const awsImport = new AwsImport({
    ...{ aws, query: desk.queries, openCase, caseWork, notices },
    filter: () => desk.session.search.filter,
  });
  awsImport.choose('history');
  return { awsImport, history: awsImport.history, asked, calls, desk, notices, journal };
}

describe('import from Event history', () => {
  it('asks nothing before it is told to, then each region for the days and the attribute', async () => {
    const { awsImport, history, asked, calls, desk } = await setUp();
    history.draft.from = history.draft.to;
    await awsImport.open();
    await awsImport.connect();
    expect(calls).toEqual(['connect, ask who']);
    expect(asked).toEqual([]);
    expect(history.regions).toContain('us-east-1');
    history.choose(['eu-west-1', 'us-east-1']);
    const work = awsImport.source.next?.run();
    while (desk.imports.slices.length < 2) await new Promise((resolve) => setTimeout(resolve));
    expect(awsImport.isOpen).toBe(false);
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await work;
    const start = Date.parse(`${history.draft.from}T00:00:00Z`);
    const attribute = { name: 'EventSource', value: 'elasticloadbalancing.amazonaws.com' };
    expect(asked.map(({ region }) => region).sort()).toEqual(['eu-west-1', 'us-east-1']);
    expect(asked).toMatchObject([
      { start, attribute, next: undefined },
      { start, attribute, next: undefined },
    ]);
    expect(asked.every(({ end }) => end > start && end <= Date.now())).toBe(true);
    expect(desk.imports.slices.flat().map(({ path }) => path)).toEqual([
      expect.stringMatching(/^event-history:\/\/111122223333\/.*\/page-00001-last.json$/),
      expect.stringMatching(/^event-history:\/\/111122223333\/.*\/page-00001-last.json$/),
    ]);
    expect(calls).toEqual(['connect, ask who', 'disconnect']);
  });

  it('writes into the journal what was asked, and under which name', async () => {
    const { awsImport, history, desk, journal } = await setUp();
    await awsImport.connect();
    history.choose(['eu-west-1']);
    const work = awsImport.source.next?.run();
    while (desk.imports.slices.length < 1) await new Promise((resolve) => setTimeout(resolve));
    expect(journal.entries.at(-1)?.act).toMatchObject({
      kind: 'evidence asked',
      what: expect.stringMatching(/^LookupEvents: event-history:.*eu-west-1/) as string,
      identity: 'arn:aws:iam::111122223333:user/ir',
    });
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await work;
  });

  it('says why a region was not read to its end', async () => {
    const { awsImport, history, desk, notices } = await setUp({ problem: expired });
    await awsImport.connect();
    history.choose(['eu-west-1', 'us-east-1']);
    const work = awsImport.source.next?.run();
    while (desk.imports.slices.length < 2) await new Promise((resolve) => setTimeout(resolve));
    expect(desk.imports.slices.flat().every(({ kind }) => kind === 'unlisted')).toBe(true);
    await desk.imports.tell({ kind: 'failed', reason: 'nothing' });
    await work;
    const [notice] = notices.list.filter(({ text }) => text.includes('have expired'));
    expect(awsImport.isOpen).toBe(false);
    notice?.action?.run();
    expect([awsImport.isOpen, awsImport.sourceName]).toEqual([true, 'history']);
  });

  it('takes the regions that are enabled, and shows why it can’t', async () => {
    const trouble: { regions?: readonly string[] } = { regions: ['af-south-1', 'us-east-1'] };
    const { awsImport, history } = await setUp(trouble);
    await awsImport.connect();
    await history.listRegions();
    expect(history.regions).toEqual(['af-south-1', 'us-east-1']);
    expect(awsImport.source.next?.label).toContain('2');
    delete trouble.regions;
    await history.listRegions();
    expect(awsImport.task.problem).toEqual(expired);
    expect(history.regions).toEqual(['af-south-1', 'us-east-1']);
  });

  it('connects to nothing where there is nothing to ask for', async () => {
    const { awsImport, history, calls } = await setUp();
    history.draft.value = ' ';
    await awsImport.connect();
    expect(history.isWrong).toBe(true);
    history.draft.attribute = '';
    history.draft.from = '2999-01-01';
    await awsImport.connect();
    expect(history.isWrong).toBe(true);
    expect(calls).toEqual([]);
  });
});
