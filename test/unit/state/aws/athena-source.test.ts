import { describe, expect, it } from 'vitest';
import { noAthena } from '../../../fixtures/no-athena.ts';
import { plainTable, projectedTable } from '../../../fixtures/trail-tables.ts';
import type { TableMetadata } from '../../../../renderer/core/athena/trail-table.ts';
import { exactTerm, pivotTo } from '../../../../renderer/state/search/filter-edits.ts';
import { isPossible } from '../../../../renderer/state/app/possible-commands.ts';
import { runCommand } from '../../../../renderer/state/app/run-command.ts';
import type { AwsHost, AwsProblem, QueryProgress, Told } from '../../../../renderer/host/host.ts';
import { AwsImport } from '../../../../renderer/state/aws/aws-import.svelte.ts';
import { idle, openDesk } from '../desk.ts';

const notHere = (): Promise<never> => Promise.reject(new Error('not asked here'));
const given = <T>(answer: T): Promise<Told<T>> => Promise.resolve({ kind: 'answer', answer });
const denied: AwsProblem = { scope: 'connection', reason: 'Access denied', wayOut: 'Ask for it.' };

const injectedTable: TableMetadata = {
  ...projectedTable,
  name: 'injected',
  parameters: projectedTable.parameters.map(([name, value]) =>
    name === 'projection.account.type' ? [name, 'injected'] : [name, value],
  ),
};
const otherTable: TableMetadata = {
  ...plainTable,
  name: 'access_logs',
  columns: [{ name: 'elb', type: 'string' }],
};
const tables = [projectedTable, plainTable, injectedTable, otherTable];

const succeeded: QueryProgress = {
  ...{ state: 'succeeded', reason: '', scannedBytes: 5_000_000_000 },
  output: 's3://results/one.csv',
};

/** Athena with one database, and a bucket with the result of any query. */
async function setUp() {
  const calls: string[] = [];
  const answers = {
    progress: succeeded,
    workGroup: {
      ...{ output: 's3://results/', isManaged: false, limitBytes: 1e10, engine: '' },
    } as { output: string | undefined; isManaged: boolean; limitBytes: number; engine: string },
    isListDenied: false,
    nextRows: undefined as string | undefined,
  };
  const started: string[] = [];
  const aws: AwsHost = {
    ...noAthena,
    listCredentials: () => Promise.resolve({ profiles: [], environment: true, region: undefined }),
    pasteKeys: notHere,
    connectAws: () => {
      const identity = { kind: 'not asked', accessKeyId: 'AKIA1' } as const;
      return given({ connection: 7, region: 'eu-west-1', identity });
    },
    disconnectAws: () => {
      calls.push('disconnect');
      return Promise.resolve();
    },
    openStore: () => Promise.resolve({ store: 3, endpoint: undefined }),
    listObjects: ({ prefix }) => {
      const object = { bytes: 100, etag: 'e', modified: 0, storageClass: '' };
      const objects = [prefix, `${prefix}.metadata`].map((key) => ({ ...object, key }));
      return given({ objects, folders: [], next: undefined });
    },
    openPorts: () => Promise.resolve([]),
    listRegions: notHere,
    lookUpEvents: notHere,
    listWorkGroups: () => {
      calls.push('list');
      return answers.isListDenied
        ? Promise.resolve({ kind: 'problem', problem: denied })
        : given(['one', 'primary']);
    },
    getWorkGroup: () => given(answers.workGroup),
    listCatalogs: () => given(['AwsDataCatalog']),
    listDatabases: () => given(['trails']),
    listTables: () => given(tables.map(({ name }) => name)),
    getTable: ({ table }) => {
      const found = tables.find(({ name }) => name === table);
      return found === undefined
        ? Promise.resolve({ kind: 'problem', problem: denied })
        : given(found);
    },
    startQuery: ({ sql, output }) => {
      started.push(sql);
      calls.push(`start ${output ?? ''}`.trim());
      return given('0000');
    },
    getQuery: () => given(answers.progress),
    getQueryResults: ({ execution, next }) => {
      calls.push(`rows ${next ?? ''}`.trim());
      if (next === 'denied') return Promise.resolve({ kind: 'problem', problem: denied });
      const bytes = new TextEncoder().encode(`${execution} ${next ?? 'first'}`);
      return given({ bytes, next: next === undefined ? answers.nextRows : undefined });
    },
    stopQuery: () => {
      calls.push('stop');
      return given(undefined);
    },
  };
  const desk = await openDesk();
  const { caseWork, openCase, notices, search } = desk.session;
  const awsImport = new AwsImport({
    ...{ aws, query: desk.queries, openCase, caseWork, notices },
    filter: () => search.filter,
  });
  const { athena } = awsImport;
  return { awsImport, athena, answers, calls, started, desk };
}

type SetUp = Awaited<ReturnType<typeof setUp>>;

async function connected(): Promise<SetUp> {
  const all = await setUp();
  const term = exactTerm('accessKey', 'AKIA1', false);
  await all.awsImport.askAthena({ scope: 'all', span: undefined, terms: [term], text: '' });
  await all.awsImport.connect();
  return all;
}

async function atTable(table: string): Promise<SetUp> {
  const all = await connected();
  await all.athena.next?.run();
  await all.athena.place?.choose('table', table);
  return all;
}

async function managed(): Promise<SetUp> {
  const all = await connected();
  const { answers, athena } = all;
  answers.workGroup = { ...answers.workGroup, output: undefined, isManaged: true };
  answers.progress = { ...succeeded, output: undefined };
  await athena.next?.run();
  await athena.place?.choose('table', 'trail');
  return all;
}

describe('import from Athena', () => {
  it('asks nothing before it is told to, and then goes down to the only database', async () => {
    const { athena, calls } = await connected();
    expect(calls).toEqual([]);
    await athena.next?.run();
    expect(athena.place?.place).toEqual({
      ...{ catalog: 'AwsDataCatalog', database: 'trails', table: '' },
    });
    expect(athena.place?.chosen('workGroup')).toBe('primary');
    expect(athena.next?.isReady).toBe(false);
  });

  it('takes a typed name where listing is denied', async () => {
    const { athena, answers, awsImport } = await connected();
    answers.isListDenied = true;
    await athena.next?.run();
    expect(awsImport.task.problem).toEqual(denied);
    expect(athena.place?.names('workGroup')).toBeUndefined();
    await athena.place?.choose('workGroup', 'typed');
    expect(athena.place?.chosen('database')).toBe('trails');
  });

  it('puts what the card asked for into the statement, over the span of the case', async () => {
    const { athena } = await atTable('trail');
    expect(athena.question?.sql).toContain("useridentity.accesskeyid = 'AKIA1'");
    expect(athena.question?.sql).not.toContain('elasticloadbalancing');
    expect(athena.question?.sql).toContain(`"day" BETWEEN '1970/01/01' AND '1970/01/02'`);
    athena.question?.setDay('end', Date.UTC(1970, 0, 3));
    expect(athena.question?.sql).toContain(`AND '1970/01/04'`);
  });

  it('forgets what the card asked for with the dialog', async () => {
    const { athena, awsImport } = await atTable('trail');
    awsImport.close();
    expect(athena.filter.scope).toBe('elb');
    expect(athena.place).toBeUndefined();
  });

  it('refuses a table of something else, and one that needs a value until it has one', async () => {
    const { athena } = await atTable('access_logs');
    expect([athena.isNoTrail, athena.question]).toEqual([true, undefined]);
    await athena.place?.choose('table', 'injected');
    expect(athena.isNoTrail).toBe(false);
    expect(athena.next?.isReady).toBe(false);
    if (athena.question !== undefined) athena.question.draft.accounts = '111122223333';
    expect(athena.next?.isReady).toBe(true);
  });

  it('runs nothing where the result could not be fetched', async () => {
    const { athena, answers, calls } = await connected();
    answers.workGroup = { ...answers.workGroup, output: undefined };
    await athena.next?.run();
    await athena.place?.choose('table', 'trail');
    expect(athena.next?.isReady).toBe(false);
    athena.draft.output = 's3://mine/athena';
    await athena.next?.run();
    expect(calls).toContain('start s3://mine/athena/');
  });

  it('tells what a query read, and imports its result with its statement', async () => {
    const { athena, desk, started, calls } = await atTable('trail');
    await athena.next?.run();
    expect(athena.result).toMatchObject({ execution: '0000', scannedBytes: 5_000_000_000 });
    const done = athena.next?.run();
    await expect.poll(() => desk.imports.slices.flat()).toHaveLength(1);
    expect(athena.place).toBeUndefined();
    expect(desk.imports.slices.flat()).toMatchObject([
      { path: 's3://results/one.csv', query: expect.stringContaining('AKIA1') as string },
    ]);
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await done;
    expect(calls.at(-1)).toBe('disconnect');
    const acts = desk.session.journal.entries.map(({ act }) => act);
    const asked = acts.find(({ kind }) => kind === 'evidence asked');
    expect(asked).toMatchObject({ identity: 'access key AKIA1' });
    expect(JSON.stringify(asked)).toContain('5000000000 bytes read, $0.02 at the list price');
    expect(JSON.stringify(asked)).toContain('Athena query 0000: SELECT');
    expect(started).toHaveLength(1);
  });

  it('reads a result that Athena keeps itself answer by answer, each with its statement', async () => {
    const { athena, answers, calls, desk } = await managed();
    answers.nextRows = 'more';
    athena.draft.output = 's3://of/another/workgroup';
    await athena.next?.run();
    expect(calls.at(-1)).toBe('start');
    expect(athena.next?.label).toBe('Import result');
    const done = athena.next?.run();
    await expect.poll(() => desk.imports.slices.flat()).toHaveLength(2);
    const path = 'athena://AKIA1/eu-west-1/primary/0000/page-0000';
    const query = expect.stringMatching(/^Athena query 0000: SELECT/u) as string;
    expect(desk.imports.slices.flat()).toMatchObject([
      { path: `${path}1.json`, query },
      { path: `${path}2-last.json`, query },
    ]);
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await done;
    expect(calls.slice(-3)).toEqual(['rows', 'rows more', 'disconnect']);
    const acts = JSON.stringify(desk.session.journal.entries);
    expect(acts).toContain('result kept by Athena');
  });

  it('says where a result that Athena keeps was not read to its end', async () => {
    const { athena, answers, desk } = await managed();
    answers.nextRows = 'denied';
    await athena.next?.run();
    const done = athena.next?.run();
    await expect.poll(() => desk.imports.slices.flat()).toHaveLength(2);
    expect(desk.imports.slices.flat()[1]).toMatchObject({
      ...{ kind: 'unlisted', outcome: 'unreadable', reason: 'Access denied Ask for it.' },
    });
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await done;
    expect(desk.session.notices.list.map(({ text }) => text).join()).toContain('Access denied');
  });

  it('runs what was changed by hand, and forgets the result of what it was before', async () => {
    const { athena, started } = await atTable('plain');
    await athena.next?.run();
    athena.edit('SELECT 1');
    expect(athena.result).toBeUndefined();
    await athena.next?.run();
    expect(started.at(-1)).toBe('SELECT 1');
    athena.edit(undefined);
    expect(athena.question?.isEdited).toBe(false);
  });

  it('says why a query failed, at which line, and what to do about a limit', async () => {
    const { athena, answers, awsImport } = await atTable('trail');
    athena.edit('SELECT\n  eventnam');
    const failed = { ...succeeded, state: 'failed' } as const;
    answers.progress = { ...failed, reason: "line 2:3: Column 'eventnam' cannot be resolved" };
    await athena.next?.run();
    expect(awsImport.task.problem?.reason).toMatch(/cannot be resolved\. Line 2: eventnam$/u);
    answers.progress = { ...failed, reason: 'Bytes scanned limit was exceeded' };
    await athena.next?.run();
    expect(awsImport.task.problem?.wayOut).toMatch(/shorter span/u);
  });

  it('stops the query in Athena too', async () => {
    const { athena, answers, awsImport, calls } = await atTable('trail');
    answers.progress = { ...succeeded, state: 'running' };
    const run = athena.next?.run();
    await expect.poll(() => awsImport.task.work).toContain('5 GB');
    awsImport.task.stop();
    expect(calls.at(-1)).toBe('stop');
    await run;
    expect(athena.result).toBeUndefined();
  });

  it('makes a table only when told to, and chooses it', async () => {
    const { athena, started } = await atTable('plain');
    athena.makeTable(true);
    expect([athena.newTable?.fault, athena.next?.isReady]).toEqual(['place', false]);
    const draft = athena.newTable?.draft;
    if (draft === undefined) throw new Error('no table is made');
    draft.address = 's3://logs/AWSLogs/o-abc/';
    draft.accounts = '111122223333;444455556666';
    draft.regions = 'eu-west-1';
    draft.firstDay = '2026-01-01';
    draft.name = 'trail';
    expect(started).toEqual([]);
    await athena.next?.run();
    expect(started[0]).toMatch(/^CREATE EXTERNAL TABLE `trails`\.`trail`/u);
    expect(athena.newTable).toBeUndefined();
    expect(athena.place?.chosen('table')).toBe('trail');
    expect(athena.question).toBeDefined();
  });
});

describe('pivot from an event to Athena', () => {
  it.each([
    ['athenaKey', 'accessKey', 'AKIA1'],
    ['athenaIp', 'sourceIp', '203.0.113.9'],
  ] as const)('%s asks for everything, of all services', async (command, field, value) => {
    const { awsImport, athena, desk } = await setUp();
    const session = { ...desk.session, awsImport };
    expect(isPossible(command, session)).toBe(false);
    session.selection.select(1);
    await idle(session);
    expect(isPossible(command, session)).toBe(true);
    runCommand(command, session);
    expect([awsImport.isOpen, awsImport.sourceName]).toEqual([true, 'athena']);
    expect(athena.filter).toEqual(pivotTo(field, [value]));
  });

  it('says so where the event has none', async () => {
    const { awsImport, desk } = await setUp();
    desk.session.selection.select(4);
    await idle(desk.session);
    runCommand('athenaKey', { ...desk.session, awsImport });
    expect(awsImport.isOpen).toBe(false);
    expect(desk.session.notices.list[0]?.text).toContain('has no access key');
  });
});
