import { describe, expect, it } from 'vitest';
import { noAthena } from '../../../fixtures/no-athena.ts';
import type { AwsHost, AwsProblem, ObjectList } from '../../../../renderer/host/host.ts';
import { AwsImport } from '../../../../renderer/state/aws/aws-import.svelte.ts';
import { openDesk, progressOf, until } from '../desk.ts';

const keys = ['10', '11', '12', '13'].map(
  (day) => `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/${day}/file.json.gz`,
);
const denied: AwsProblem = {
  ...{ scope: 'connection', reason: 'Access denied.', wayOut: 'Ask for it.' },
};

/** A store of these keys in memory, and the case work that takes what is imported. */
async function setUp(
  refusal: { problem?: AwsProblem; below?: string; others?: Promise<undefined> } = {},
) {
  const asked: string[] = [];
  const aws: AwsHost = {
    ...noAthena,
    listCredentials: () => Promise.resolve({ profiles: [], environment: true, region: undefined }),
    pasteKeys: () => Promise.resolve(undefined),
    connectAws: () => {
      asked.push('connect');
      const identity = { kind: 'not asked', accessKeyId: 'AKIA1' } as const;
      const answer = { connection: 7, region: 'eu-west-1', identity };
      return Promise.resolve({ kind: 'answer', answer });
    },
    disconnectAws: () => {
      asked.push('disconnect');
      return Promise.resolve();
    },
    openStore: () => Promise.resolve({ store: 3, endpoint: undefined }),
    listObjects: async ({ prefix, folders }) => {
      asked.push(`list ${prefix}`);
      const { problem, below = '', others } = refusal;
      if (problem !== undefined && prefix.includes(below)) return { kind: 'problem', problem };
      await others;
      return { kind: 'answer', answer: listed(prefix, folders) };
    },
    listRegions: () => Promise.reject(new Error('not asked here')),
    lookUpEvents: () => Promise.reject(new Error('not asked here')),
    openPorts: () => {
      asked.push('ports');
      return Promise.resolve([]);
    },
  };
  const desk = await openDesk();
  const { caseWork, openCase, notices } = desk.session;
  const awsImport = new AwsImport({
    ...{ aws, query: desk.queries, openCase, caseWork, notices },
    filter: () => desk.session.search.filter,
  });
  const { objects: source, task } = awsImport;
  source.draft.address = 's3://trail';
  return { awsImport, source, task, asked, desk };
}

function listed(prefix: string, folders: boolean): ObjectList {
  const below = keys.filter((key) => key.startsWith(prefix));
  if (!folders) {
    const of = (key: string) => ({ key, bytes: 5, etag: 'e', modified: 1, storageClass: '' });
    return { objects: below.map(of), folders: [], next: undefined };
  }
  const next = below.map((key) => key.slice(0, key.indexOf('/', prefix.length) + 1));
  return {
    objects: [],
    folders: [...new Set(next)].filter((folder) => folder !== ''),
    next: undefined,
  };
}

function choiceOf({ step }: AwsImport['objects']) {
  if (step?.choice === undefined) throw new Error('there is nothing to choose yet');
  return step.choice;
}

/** Presses the button that leads on, which is called so. */
async function press({ source }: AwsImport, label: RegExp): Promise<void> {
  expect(source.next?.label).toMatch(label);
  await source.next?.run();
}

describe('import from S3', () => {
  it('asks nothing before it is told to, and lists only the days that were chosen', async () => {
    const { awsImport, source, asked } = await setUp();
    await awsImport.open();
    expect(asked).toEqual([]);
    await awsImport.connect();
    expect(asked).toEqual(['connect']);
    await press(awsImport, /List folders/);
    const day = (date: number): number => Date.UTC(2026, 2, date);
    expect(choiceOf(source).days).toEqual({ start: day(10), end: day(14) });
    asked.length = 0;
    choiceOf(source).setDays({ start: day(11), end: day(13) });
    await press(awsImport, /Count objects/);
    expect(asked).toEqual(
      keys.slice(1, 3).map((key) => `list ${key.slice(0, -'file.json.gz'.length)}`),
    );
    expect(source.selection?.count).toEqual({ objects: 2, bytes: 10 });
  });

  it('connects to nothing where the address is none', async () => {
    const { awsImport, source, asked } = await setUp();
    source.draft.address = 's3://No Bucket';
    await awsImport.connect();
    expect(source.isWrong).toBe(true);
    expect(asked).toEqual([]);
  });

  it('forgets the count when the choice changes', async () => {
    const { awsImport, source } = await setUp();
    await awsImport.connect();
    await press(awsImport, /List folders/);
    await press(awsImport, /Count objects/);
    expect(source.selection?.count.objects).toBe(4);
    choiceOf(source).choose('region', []);
    expect(source.selection).toBeUndefined();
    expect(choiceOf(source).prefixes).toEqual([]);
    expect(source.next).toMatchObject({ label: 'Count objects', isReady: false });
  });

  it('imports what was counted over ports of its own, and disconnects at the end', async () => {
    const { awsImport, asked, desk } = await setUp();
    await awsImport.open();
    await awsImport.connect();
    await press(awsImport, /List folders/);
    await press(awsImport, /Count objects/);
    const work = press(awsImport, /Import 4 objects/);
    while (desk.imports.slices.length === 0) await new Promise((resolve) => setTimeout(resolve));
    expect(awsImport.isOpen).toBe(false);
    expect(desk.imports.slices.flat().map(({ path }) => path)).toEqual(
      keys.map((key) => `s3://trail/${key}`),
    );
    expect(asked.slice(-1)).toEqual(['ports']);
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await work;
    expect(asked.slice(-1)).toEqual(['disconnect']);
  });

  it('leads back to an import that stopped, without listing again', async () => {
    const { awsImport, source, asked, desk } = await setUp();
    await awsImport.connect();
    await press(awsImport, /List folders/);
    choiceOf(source).setDays({ start: Date.UTC(2026, 2, 11), end: Date.UTC(2026, 2, 13) });
    await press(awsImport, /Count objects/);
    const work = press(awsImport, /Import 2 objects/);
    await until(() => desk.imports.slices.length > 0);
    const stopped = { reason: 'The network is gone.', wayOut: 'Check it.' };
    const done = { kind: 'done', importId: 1, cancelled: true, progress: progressOf({}) } as const;
    await desk.imports.tell({ ...done, stopped });
    await work;

    awsImport.choose('athena');
    source.draft.address = 's3://another-trail';
    asked.length = 0;
    desk.session.notices.list.find(({ text }) => text.includes('network'))?.action?.run();
    await until(() => awsImport.task.work === undefined);
    expect([awsImport.isOpen, awsImport.sourceName]).toEqual([true, 's3']);
    await awsImport.connect();
    expect(asked).toEqual(['connect']);
    expect(source.selection?.objects.map(({ key }) => key)).toEqual(keys.slice(1, 3));
    expect(source.next?.label).toBe('Import 2 objects');

    awsImport.back();
    source.draft.address = 's3://another-trail';
    await awsImport.connect();
    expect(source.selection).toBeUndefined();
    awsImport.close();
    source.draft.address = 's3://trail';
    await awsImport.open();
    await awsImport.connect();
    expect(source.selection).toBeUndefined();
  });

  it('shows what stands in the way, and can be told again', async () => {
    const refusal: { problem?: AwsProblem } = { problem: denied };
    const { awsImport, source, task } = await setUp(refusal);
    await awsImport.connect();
    await press(awsImport, /List folders/);
    expect(task.problem).toEqual(denied);
    expect(task.work).toBeUndefined();
    delete refusal.problem;
    await press(awsImport, /List folders/);
    expect(task.problem).toBeUndefined();
    expect(choiceOf(source).values('account')).toEqual(['111122223333']);
  });

  it('is done with the other folders too where one of them can’t be listed', async () => {
    const refusal: Parameters<typeof setUp>[0] = {};
    const { awsImport, source, task } = await setUp(refusal);
    await awsImport.connect();
    await press(awsImport, /List folders/);
    const others = Promise.withResolvers<undefined>();
    Object.assign(refusal, { problem: denied, below: '/11/', others: others.promise });
    await press(awsImport, /Count objects/);
    expect(task.problem).toEqual(denied);
    others.resolve(undefined);
    await new Promise((resolve) => setTimeout(resolve));
    expect(task.work).toBeUndefined();
    expect(source.next).toMatchObject({ label: 'Count objects', isReady: true });
  });

  it('drops the answer to what was stopped, and the connection with the dialog', async () => {
    const { awsImport, task, asked } = await setUp();
    const work = awsImport.connect();
    task.stop();
    await work;
    expect(awsImport.link).toBeUndefined();
    expect(asked).toEqual(['connect', 'disconnect']);
    await awsImport.connect();
    awsImport.close();
    expect(asked).toEqual(['connect', 'disconnect', 'connect', 'disconnect']);
  });
});
