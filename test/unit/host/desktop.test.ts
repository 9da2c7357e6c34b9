import { describe, expect, it } from 'vitest';
import { noAthena } from '../../fixtures/no-athena.ts';
import type { OfferedFile } from '../../../electron/ipc/contract.ts';
import { desktopHost, type DesktopBridge } from '../../../renderer/host/desktop.ts';

const file = (number: number): OfferedFile => ({
  ...{ number, path: `/logs/${number}`, name: String(number) },
  ...{ bytes: 1, modified: 0, refusal: undefined },
});

const notHere = (): Promise<never> => Promise.reject(new Error('not asked here'));

/** A bridge that notes what is asked, with so many files offered. */
function bridgeWith(count: number): { readonly bridge: DesktopBridge; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const note = (...call: unknown[]): Promise<void> => {
    asked.push(call);
    return Promise.resolve();
  };
  const files = Array.from({ length: count }, (_, number) => file(number));
  const bridge: DesktopBridge = {
    ...noAthena,
    launch: notHere,
    listCredentials: notHere,
    pasteKeys: notHere,
    connectAws: notHere,
    disconnectAws: notHere,
    openStore: notHere,
    listRegions: notHere,
    lookUpEvents: notHere,
    listObjects: notHere,
    openObjectPorts: (request) => note('openObjectPorts', request),
    offerSample: () => Promise.resolve(),
    nextOpened: () => Promise.resolve({ sample: false, caseName: '' }),
    offerOpened: () => Promise.resolve(),
    listOffered: ({ from }) => Promise.resolve(files.slice(from, from + 1000)),
    openSave: ({ name }) =>
      Promise.resolve(name === 'cancel' ? undefined : { save: 4, path: `/out/${name}` }),
    writeSave: (request) => note('writeSave', request),
    closeSave: async (request) => {
      await note('closeSave', request);
      return saved;
    },
    printPdf: (request) => note('printPdf', request),
    writeManifest: (request) => note('writeManifest', request),
    showSaved: (request) => note('showSaved', request),
    print: (request) => note('print', request),
    exit: (request) => note('exit', request),
    offerOwn: () => Promise.resolve(false),
    pathOf: (picked) => (picked instanceof File && picked.name === 'known' ? '/logs/known' : ''),
  };
  return { bridge, asked };
}

const saved = { path: '/out/a.csv', bytes: 1, sha256: 'ab' };

async function offeredBy(count: number): Promise<readonly number[]> {
  const sizes: number[] = [];
  for await (const files of desktopHost(bridgeWith(count).bridge).offered())
    sizes.push(files.length);
  return sizes;
}

describe('desktopHost', () => {
  it('reads the list of offered files to its end', async () => {
    expect(await offeredBy(0)).toEqual([]);
    expect(await offeredBy(999)).toEqual([999]);
    expect(await offeredBy(1000)).toEqual([1000]);
    expect(await offeredBy(2001)).toEqual([1000, 1000, 1]);
  });

  it('speaks of a save by its number', async () => {
    const { bridge, asked } = bridgeWith(0);
    const save = await desktopHost(bridge).openSave('a.csv', 'csv');
    const bytes = Uint8Array.of(1);
    await save?.write(bytes);
    await save?.print('<p>', 'Title');
    expect(await save?.close()).toBe(saved);
    await save?.discard();
    expect(save?.path).toBe('/out/a.csv');
    expect(asked).toEqual([
      ['writeSave', { save: 4, bytes }],
      ['printPdf', { save: 4, html: '<p>', title: 'Title' }],
      ['closeSave', { save: 4, keep: true }],
      ['closeSave', { save: 4, keep: false }],
    ]);
  });

  it('has no save where the user cancels', async () => {
    expect(await desktopHost(bridgeWith(0).bridge).openSave('cancel', 'csv')).toBeUndefined();
  });

  it('knows whole paths, and else what the browser knows', () => {
    const host = desktopHost(bridgeWith(0).bridge);
    expect(host.pathOf(new File([], 'known'))).toBe('/logs/known');
    expect(host.pathOf(new File([], 'made'))).toBe('made');
  });
});
