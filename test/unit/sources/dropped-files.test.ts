import { describe, expect, it } from 'vitest';
import {
  droppedEvidence,
  droppedFiles,
  takeDropped,
  type Dropped,
} from '../../../renderer/sources/dropped-files.ts';
import type { LocalFile, LocalSlice, UnlistedEntry } from '../../../renderer/sources/local-file.ts';

type Tree = string | Error | { readonly [name: string]: Tree };

/** An entry as a drop hands it over: a reader answers at most a hundred children at a time. */
function entryOf(name: string, tree: Tree): FileSystemEntry {
  const isDirectory = typeof tree === 'object' && !(tree instanceof Error);
  const entry = {
    ...{ name, isFile: !isDirectory, isDirectory },
    file: (found: (file: File) => void, failed: (error: Error) => void) => {
      if (tree instanceof Error) failed(tree);
      else found(new File([typeof tree === 'string' ? tree : ''], name));
    },
    getFile: (
      path: string,
      _: unknown,
      found: (entry: FileSystemEntry) => void,
      failed: () => void,
    ) => {
      const names = path.split('/');
      const at = names.reduce<Tree | undefined>(
        (above, each) =>
          typeof above === 'object' && !(above instanceof Error) ? above[each] : undefined,
        tree,
      );
      if (at === undefined) failed();
      else found(entryOf(names.at(-1) ?? '', at));
    },
    createReader: () => {
      const children = Object.entries(tree).map(([child, below]) => entryOf(child, below as Tree));
      return {
        readEntries: (found: (some: FileSystemEntry[]) => void, failed: (error: Error) => void) => {
          if (name === 'locked') failed(new Error('permission denied'));
          else found(children.splice(0, 100));
        },
      };
    },
  };
  return entry as unknown as FileSystemEntry;
}

async function allOf(dropped: readonly Dropped[]): Promise<{
  readonly files: readonly LocalFile[];
  readonly unlisted: readonly UnlistedEntry[];
  readonly slices: number;
}> {
  const slices: LocalSlice[] = [];
  for await (const slice of droppedFiles(dropped)) slices.push(slice);
  const all = slices.flat();
  return {
    files: all.filter((one) => one.kind === 'file'),
    unlisted: all.filter((one) => one.kind === 'unlisted'),
    slices: slices.length,
  };
}

const drop = (name: string, tree: Tree, path = `/evidence/${name}`): Dropped => ({
  ...{ entry: entryOf(name, tree), file: new File([], name), path },
});

describe('droppedFiles', () => {
  it('walks folders to their ends, in the order of names, with whole paths', async () => {
    const tree = { b: { 'two.json': '2' }, a: { 'one.json': '1', deep: { 'x.gz': 'x' } } };
    const { files } = await allOf([drop('AWSLogs', tree)]);
    expect(files.map(({ path }) => path)).toEqual([
      '/evidence/AWSLogs/a/deep/x.gz',
      '/evidence/AWSLogs/a/one.json',
      '/evidence/AWSLogs/b/two.json',
    ]);
    expect(files.map(({ file }) => file.name)).toEqual(['x.gz', 'one.json', 'two.json']);
  });

  it('reads more than the hundred entries that a reader answers at once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1234 }, (_, number) => [`${number}.json`, 'x']),
    );
    const { files, slices } = await allOf([drop('many', many)]);
    expect(files).toHaveLength(1234);
    expect(slices).toBe(7);
  });

  it('reports what can’t be read, and goes on', async () => {
    const { files, unlisted } = await allOf([
      drop('logs', {
        locked: { 'never.json': '' },
        'gone.json': new Error('not found'),
        'ok.json': '',
      }),
    ]);
    expect(files.map(({ path }) => path)).toEqual(['/evidence/logs/ok.json']);
    expect(unlisted).toEqual([
      {
        kind: 'unlisted',
        outcome: 'unreadable',
        path: '/evidence/logs/gone.json',
        reason: 'The file can’t be opened: not found',
      },
      {
        kind: 'unlisted',
        outcome: 'unreadable',
        path: '/evidence/logs/locked',
        reason: 'The folder can’t be read: permission denied',
      },
    ]);
  });

  it('takes several files and folders at once', async () => {
    const { files } = await allOf([drop('a.json', ''), drop('logs', { 'b.json': '' })]);
    expect(files.map(({ path }) => path)).toEqual(['/evidence/a.json', '/evidence/logs/b.json']);
  });

  it('writes paths as the system does', async () => {
    const { files } = await allOf([drop('logs', { 'b.json': '' }, 'C:\\evidence\\logs')]);
    expect(files[0]?.path).toBe('C:\\evidence\\logs\\b.json');
  });

  it('starts from the name where the whole path is not known', async () => {
    const { files } = await allOf([drop('logs', { 'b.json': '' }, 'logs')]);
    expect(files[0]?.path).toBe('logs/b.json');
  });
});

describe('takeDropped', () => {
  it('takes files and folders out of the event, and leaves dropped text alone', () => {
    const file = new File([], 'a.json');
    const items = [
      { webkitGetAsEntry: () => entryOf('a.json', ''), getAsFile: () => file },
      { webkitGetAsEntry: () => null, getAsFile: () => null },
    ];
    const transfer = { items } as unknown as DataTransfer;
    const taken = takeDropped(transfer, ({ name }) => `/evidence/${name}`);
    expect(taken.map(({ entry, file: own, path }) => [entry.name, own, path])).toEqual([
      ['a.json', file, '/evidence/a.json'],
    ]);
  });
});

describe('droppedEvidence', () => {
  const tree = { 'a.json': 'a', deep: { 'b.json': 'b' } };

  it('opens what was dropped, and what lies below it, by whole paths', async () => {
    const evidence = droppedEvidence([drop('logs', tree), drop('c.json', 'c', '/other/c.json')]);
    const opened = async (path: string): Promise<string | undefined> =>
      (await evidence.open(path))?.text();
    expect(await opened('/evidence/logs/a.json')).toBe('a');
    expect(await opened('/evidence/logs/deep/b.json')).toBe('b');
    expect(await opened('/other/c.json')).toBe('c');
    for (const path of ['/evidence/logs/deep', '/evidence/logs/x.json', '/evidence', '/other/d']) {
      expect(await opened(path)).toBeUndefined();
    }
  });

  it('opens files by the paths of Windows', async () => {
    const evidence = droppedEvidence([drop('logs', tree, 'C:\\evidence\\logs')]);
    const file = await evidence.open('C:\\evidence\\logs\\deep\\b.json');
    expect(await file?.text()).toBe('b');
  });

  it('has no file where the dropped one has gone', async () => {
    const evidence = droppedEvidence([drop('gone.json', new Error('not found'))]);
    expect(await evidence.open('/evidence/gone.json')).toBeUndefined();
  });
});
