import { describe, expect, it } from 'vitest';
import type {
  ObjectList,
  StoreAccess,
  StoreProblem,
  StoreRequest,
} from '../../../renderer/host/host.ts';
import { ObjectSource } from '../../../renderer/state/object-source.svelte.ts';
import { openDesk } from './desk.ts';

const keys = ['10', '11', '12', '13'].map(
  (day) => `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/${day}/file.json.gz`,
);
const request: StoreRequest = {
  ...{ credentials: { kind: 'environment' }, region: undefined, endpoint: undefined },
  ...{ pathStyle: false, requesterPays: false, askIdentity: true },
};
const denied: StoreProblem = {
  ...{ scope: 'connection', reason: 'Access denied.', wayOut: 'Ask for it.' },
};

/** A store of these keys in memory, and the case work that takes what is imported. */
async function setUp(refusal: { problem?: StoreProblem } = {}) {
  const asked: string[] = [];
  const access: StoreAccess = {
    listCredentials: () => Promise.resolve({ profiles: [], environment: true, region: undefined }),
    pasteKeys: () => Promise.resolve(undefined),
    connectStore: () => {
      asked.push('connect');
      const identity = { kind: 'not asked', accessKeyId: 'AKIA1' } as const;
      const answer = { connection: 7, region: 'eu-west-1', endpoint: undefined, identity };
      return Promise.resolve({ kind: 'answer', answer });
    },
    disconnectStore: () => {
      asked.push('disconnect');
      return Promise.resolve();
    },
    listObjects: ({ prefix, folders }) => {
      asked.push(`list ${prefix}`);
      const { problem } = refusal;
      return Promise.resolve(
        problem === undefined
          ? { kind: 'answer', answer: listed(prefix, folders) }
          : { kind: 'problem', problem },
      );
    },
    openPorts: () => {
      asked.push('ports');
      return Promise.resolve([]);
    },
  };
  const desk = await openDesk();
  const { caseWork, openCase } = desk.session;
  const source = new ObjectSource({ access, query: desk.queries, openCase, caseWork });
  return { source, asked, desk };
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

function choiceOf({ step }: ObjectSource) {
  if (step.kind !== 'choosing') throw new Error(`nothing to choose at step ${step.kind}`);
  return step.choice;
}

describe('ObjectSource', () => {
  it('asks nothing before it is told to, and lists only the days that were chosen', async () => {
    const { source, asked } = await setUp();
    await source.open();
    expect(asked).toEqual([]);
    await source.connect('s3://trail', request);
    expect(asked).toEqual(['connect']);
    await source.look();
    const day = (date: number): number => Date.UTC(2026, 2, date);
    expect(choiceOf(source).days).toEqual({ start: day(10), end: day(14) });
    asked.length = 0;
    choiceOf(source).setDays({ start: day(11), end: day(13) });
    await source.count();
    expect(asked).toEqual(
      keys.slice(1, 3).map((key) => `list ${key.slice(0, -'file.json.gz'.length)}`),
    );
    expect(source.selection?.count).toEqual({ objects: 2, bytes: 10 });
  });

  it('forgets the count when the choice changes', async () => {
    const { source } = await setUp();
    await source.connect('trail', request);
    await source.look();
    await source.count();
    expect(source.selection?.count.objects).toBe(4);
    choiceOf(source).toggle('region', 'eu-west-1');
    expect(source.selection).toBeUndefined();
    expect(choiceOf(source).prefixes).toEqual([]);
  });

  it('imports what was counted over ports of its own, and disconnects at the end', async () => {
    const { source, asked, desk } = await setUp();
    await source.connect('trail', request);
    await source.look();
    await source.count();
    const work = source.import();
    expect(source.isOpen).toBe(false);
    while (desk.imports.slices.length === 0) await new Promise((resolve) => setTimeout(resolve));
    expect(desk.imports.slices.flat().map(({ path }) => path)).toEqual(
      keys.map((key) => `s3://trail/${key}`),
    );
    expect(asked.slice(-1)).toEqual(['ports']);
    await desk.imports.tell({ kind: 'failed', reason: 'the disk is full' });
    await work;
    expect(asked.slice(-1)).toEqual(['disconnect']);
  });

  it('shows what stands in the way, and can be told again', async () => {
    const refusal: { problem?: StoreProblem } = { problem: denied };
    const { source } = await setUp(refusal);
    await source.connect('trail', request);
    await source.look();
    expect(source.problem).toEqual(denied);
    expect(source.work).toBeUndefined();
    delete refusal.problem;
    await source.look();
    expect(source.problem).toBeUndefined();
    expect(choiceOf(source).values('account')).toEqual(['111122223333']);
  });

  it('drops the answer to what was stopped, and the connection with the dialog', async () => {
    const { source, asked } = await setUp();
    const work = source.connect('trail', request);
    source.stop();
    await work;
    expect(source.step.kind).toBe('where');
    expect(asked).toEqual(['connect', 'disconnect']);
    await source.connect('trail', request);
    source.close();
    expect(asked).toEqual(['connect', 'disconnect', 'connect', 'disconnect']);
  });
});
