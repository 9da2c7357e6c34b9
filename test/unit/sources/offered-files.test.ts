import { describe, expect, it } from 'vitest';
import type { OfferedFile } from '../../../renderer/host/host.ts';
import type { OwnEvidence } from '../../../renderer/sources/local-file.ts';
import { offeredFiles, ownFiles } from '../../../renderer/sources/offered-files.ts';

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

const offered = (path: string, bytes: number): OfferedFile => ({
  ...{ number: 4, path, name: path.slice(1), bytes, modified: 7, refusal: undefined },
});
const link = { outcome: 'skipped', reason: 'a link' } as const;

/** A host that lists this of whatever is offered to it, or can't. */
function hostOf(list: readonly OfferedFile[] | undefined) {
  const asked: (readonly File[])[] = [];
  return {
    asked,
    offerOwn: (files: readonly File[]) => {
      asked.push(files);
      return Promise.resolve(list !== undefined);
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- the list is there already
    offered: async function* () {
      yield list ?? [];
    },
  };
}

const large = new File([], 'large');
const evidence: OwnEvidence = {
  files: [large],
  // eslint-disable-next-line @typescript-eslint/require-await -- the list is there already
  slices: async function* () {
    yield [{ kind: 'file', file: large, path: 'large' }];
  },
  open: (path) => Promise.resolve(path.startsWith('/large') ? large : undefined),
};

async function all(host: ReturnType<typeof hostOf>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const slice of ownFiles(host, evidence)) found.push(...slice);
  expect(host.asked).toEqual([[large]]);
  return found;
}

describe('ownFiles', () => {
  it('lists what the host sees: small files are left to it, large ones the page opens', async () => {
    const found = [
      offered('/small', 65_536),
      offered('/large', 65_537),
      { ...offered('/link', 0), number: -1, refusal: link },
      offered('/by-a-way-the-page-has-not', 65_537),
      offered('/large\ufffd', 65_537),
    ];
    const hostFile = (path: string, bytes: number) => ({
      ...{ kind: 'host file', number: 4, path, name: path.slice(1), bytes, modified: 7 },
    });
    expect(await all(hostOf(found))).toEqual([
      hostFile('/small', 65_536),
      { kind: 'file', file: large, path: '/large' },
      { kind: 'unlisted', path: '/link', ...link },
      hostFile('/by-a-way-the-page-has-not', 65_537),
      hostFile('/large\ufffd', 65_537),
    ]);
  });

  it('lists what the page finds where the host can’t', async () => {
    expect(await all(hostOf(undefined))).toEqual([{ kind: 'file', file: large, path: 'large' }]);
  });
});
