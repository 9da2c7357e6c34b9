import { describe, expect, it } from 'vitest';
import {
  droppedFiles,
  takeDropped,
  type Dropped,
} from '../../../renderer/sources/dropped-files.ts';
import type { LocalFile, LocalSlice, UnlistedEntry } from '../../../renderer/sources/local-file.ts';
import { knownFiles, offeredFiles } from '../../../renderer/sources/offered-files.ts';
import { pickedFiles } from '../../../renderer/sources/picked-files.ts';

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
  ...{ entry: entryOf(name, tree), path },
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
    expect(taken.map(({ entry, path }) => [entry.name, path])).toEqual([
      ['a.json', '/evidence/a.json'],
    ]);
  });
});

describe('pickedFiles', () => {
  it('hands files on in slices, with their paths', async () => {
    const files = Array.from(
      { length: 401 },
      (_, number) => new File([], `${String(number).padStart(3, '0')}.json`),
    );
    const slices: LocalSlice[] = [];
    for await (const slice of pickedFiles(files, ({ name }) => `/logs/${name}`)) slices.push(slice);
    expect(slices.map((slice) => slice.length)).toEqual([200, 200, 1]);
    expect(slices[2]?.[0]?.path).toBe('/logs/400.json');
  });
});

describe('offeredFiles', () => {
  it('tells files that can be read from those that can’t', async () => {
    const denied = { outcome: 'unreadable', reason: 'permission denied' } as const;
    const file = (path: string, refusal?: typeof denied) => ({
      ...{ number: 5, path, name: path, bytes: 3, modified: 7, refusal },
    });
    const host = {
      // eslint-disable-next-line @typescript-eslint/require-await -- the list is there already
      offered: async function* () {
        yield [file('a'), file('b', denied)];
        yield [file('c')];
      },
    };
    const offers = [];
    for await (const offer of offeredFiles(host)) offers.push(offer);
    expect(offers.flatMap((slice) => slice.map(({ path }) => path))).toEqual(['a', 'b', 'c']);
    expect(offers[0]).toEqual([
      { kind: 'host file', number: 5, path: 'a', name: 'a', bytes: 3, modified: 7 },
      { kind: 'unlisted', path: 'b', ...denied },
    ]);
  });
});

describe('knownFiles', () => {
  it('leaves small files to the host, keeps large ones, and tells what is no file', async () => {
    const [small, large, unknown] = ['small', 'large', 'unknown'].map((name) => new File([], name));
    const pipe = new File([], 'pipe');
    const reason = 'a pipe, no file: nothing was read from it';
    const known = new Map([
      [small, { number: 4, bytes: 65_536, refusal: undefined }],
      [large, { number: 5, bytes: 65_537, refusal: undefined }],
      [pipe, { number: -1, bytes: 0, refusal: { outcome: 'skipped', reason } as const }],
    ]);
    const asked: boolean[] = [];
    const host = {
      listOwn: (files: readonly File[], isFirst: boolean) => {
        asked.push(isFirst);
        return Promise.resolve(
          files.map((file) => {
            const found = known.get(file);
            return found && { ...found, path: '/host', name: file.name, modified: 7 };
          }),
        );
      },
    };
    const entry = (file: File | undefined) => {
      if (file === undefined) throw new Error('no such file');
      return { kind: 'file', file, path: `/logs/${file.name}` } as const;
    };
    const locked = {
      kind: 'unlisted',
      path: '/locked',
      outcome: 'unreadable',
      reason: '',
    } as const;
    // eslint-disable-next-line @typescript-eslint/require-await -- the list is there already
    async function* slices() {
      yield [entry(small), locked, entry(large)];
      yield [entry(pipe), entry(unknown)];
    }
    const offers = [];
    for await (const offer of knownFiles(host, slices())) offers.push(offer);
    const named = { path: '/logs/small', name: 'small', modified: 7 };
    expect(offers).toEqual([
      [{ kind: 'host file', number: 4, bytes: 65_536, ...named }, locked, entry(large)],
      [{ kind: 'unlisted', path: '/logs/pipe', outcome: 'skipped', reason }, entry(unknown)],
    ]);
    expect(asked).toEqual([true, false]);
  });
});
