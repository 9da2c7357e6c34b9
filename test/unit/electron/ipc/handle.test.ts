import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../../../electron/ipc/handle.ts';
import { noAthena } from '../../../fixtures/no-athena.ts';

type Listener = (event: unknown, request: unknown) => Promise<unknown>;
const listeners = new Map<string, Listener>();
vi.mock('electron', () => ({
  ipcMain: { handle: (call: string, listener: Listener) => listeners.set(call, listener) },
}));
const { handleCalls, handleOwnFiles } = await import('../../../../electron/ipc/handle.ts');
const { callNames } = await import('../../../../electron/ipc/calls.ts');

const asked: unknown[] = [];
const note = (request: unknown): void => {
  asked.push(request);
};
const notHere = (): never => {
  throw new Error('not asked here');
};
const saved = { path: '/saved', bytes: 1, sha256: 'ab' };
const answers: Answers = {
  ...noAthena,
  launch: notHere,
  listCredentials: notHere,
  pasteKeys: notHere,
  connectAws: (request) => {
    note(request);
    return notHere();
  },
  disconnectAws: note,
  openStore: notHere,
  listRegions: notHere,
  lookUpEvents: notHere,
  listObjects: notHere,
  openObjectPorts: note,
  listOffered: (request) => {
    note(request);
    return [];
  },
  offerSample: note,
  nextOpened: notHere,
  offerOpened: note,
  openSave: () => undefined,
  writeSave: note,
  closeSave: () => saved,
  printPdf: note,
  writeManifest: note,
  showSaved: note,
  print: note,
  exit: note,
};
const ours = { frame: 'ours' };

function call(name: string, request: unknown, event: unknown = ours): Promise<unknown> {
  const listener = listeners.get(name);
  if (!listener) throw new Error(`nobody listens to ${name}`);
  return listener(event, request);
}

beforeEach(() => {
  asked.length = 0;
  listeners.clear();
  handleCalls(answers, (event: IpcMainInvokeEvent) => (event as unknown) === ours);
});

describe('handleCalls', () => {
  it('answers every call of the contract and no other', () => {
    expect([...listeners.keys()].sort()).toEqual([...callNames].sort());
    expect(Object.keys(answers).sort()).toEqual([...callNames].sort());
  });

  it('hands a good request over, and the answer back', async () => {
    expect(await call('listOffered', { from: 3 })).toEqual([]);
    expect(await call('closeSave', { save: 1, keep: true })).toBe(saved);
    expect(asked).toEqual([{ from: 3 }]);
  });

  it('refuses strangers', async () => {
    for (const name of callNames) {
      await expect(call(name, { from: 0 }, { frame: 'theirs' })).rejects.toThrow(
        'the sender is not this app',
      );
    }
    expect(asked).toEqual([]);
  });

  it.each([
    ['listOffered', { from: -1 }],
    ['listOffered', { from: 0.5 }],
    ['listOffered', undefined],
    ['listOffered', { from: 0, more: true }],
    ['launch', { any: 1 }],
    ['openSave', { name: '', kind: 'csv' }],
    ['openSave', { name: 'a', kind: 'exe' }],
    ['writeSave', { save: 1, bytes: 'text' }],
    ['writeSave', { save: 1, bytes: [1, 2] }],
    ['closeSave', { save: '1', keep: true }],
    ['printPdf', { save: 1, html: 1, title: '' }],
    ['showSaved', { path: ['/'] }],
    ['print', { text: 'a' }],
    ['exit', { code: 256 }],
    ['exit', { code: '0' }],
  ])('refuses %s with %j', async (name, request) => {
    await expect(call(name, request)).rejects.toThrow(`${name}: `);
    expect(asked).toEqual([]);
  });
});

describe('handleOwnFiles', () => {
  it('offers the paths that the preload script names, to our own page only', async () => {
    const offered: (readonly string[])[] = [];
    handleOwnFiles(
      (paths) => {
        offered.push(paths);
      },
      (event) => (event as unknown) === ours,
    );
    await call('offerOwn', { paths: ['/logs'] });
    expect(() => call('offerOwn', { paths: ['/secret'] }, {})).toThrow('not this app');
    expect(() => call('offerOwn', { paths: [''] })).toThrow();
    expect(offered).toEqual([['/logs']]);
  });
});
