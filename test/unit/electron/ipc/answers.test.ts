import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchOrder } from '../../../../electron/command-line.ts';
import type { SaveKind } from '../../../../electron/ipc/contract.ts';

const showSaveDialog = vi.fn();
vi.mock('electron', () => ({
  app: { getVersion: () => '1.2.3', getPath: () => '/documents' },
  dialog: { showSaveDialog },
  protocol: {},
  shell: { showItemInFolder: () => undefined },
}));
const { AppScheme } = await import('../../../../electron/app-scheme.ts');
const { EvidenceOffer } = await import('../../../../electron/evidence-offer.ts');
const { EvidenceFiles } = await import('../../../../electron/evidence-files.ts');
const { SaveFiles } = await import('../../../../electron/files/save-file.ts');
const { LaterStarts } = await import('../../../../electron/later-starts.ts');
const { answersFrom, forTerminal } = await import('../../../../electron/ipc/answers.ts');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'answers-'));
  showSaveDialog.mockReset();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function answers(batch: BatchOrder | undefined, exits: number[] = []) {
  return answersFrom({
    start: { kind: 'start', sample: false, paths: ['/evidence/outage'], batch },
    offer: new EvidenceOffer([], new EvidenceFiles()),
    sampleFolder: folder,
    saves: new SaveFiles(),
    laterStarts: new LaterStarts(),
    scheme: new AppScheme(folder, new EvidenceFiles()),
    window: () => ({}) as never,
    aws: () => Promise.reject(new Error('not asked here')),
    exit: (code) => {
      exits.push(code);
      return Promise.resolve();
    },
  });
}

const order = (...targets: [SaveKind, string][]): BatchOrder => ({
  ...{ allServices: true, redact: false, paper: 'A4' },
  targets: new Map(targets),
});

describe('answersFrom', () => {
  it('tells how the app was started', async () => {
    expect(await answers(order(['csv', '/out/a.csv'])).launch({})).toEqual({
      ...{ version: '1.2.3', platform: process.platform, hasPaths: true, sample: false },
      ...{ caseName: 'outage' },
      batch: { allServices: true, redact: false, paper: 'A4', exports: ['csv'] },
    });
  });

  it('saves to the named file in a batch run, and asks nobody', async () => {
    const target = path.join(folder, 'a.csv');
    const { openSave, writeSave, closeSave } = answers(order(['csv', target]));
    const open = await openSave({ name: 'else.csv', kind: 'csv' });
    await writeSave({ save: open?.save ?? -1, bytes: new TextEncoder().encode('a\r\n') });
    expect(await closeSave({ save: open?.save ?? -1, keep: true })).toMatchObject({ path: target });
    expect(await readFile(target, 'utf8')).toBe('a\r\n');
    expect(showSaveDialog).not.toHaveBeenCalled();
  });

  it('opens no file in a batch run that was not named', async () => {
    const { openSave } = answers(order(['csv', path.join(folder, 'a.csv')]));
    await expect(openSave({ name: 'a.pdf', kind: 'pdf' })).rejects.toThrow(
      'no file was named for pdf',
    );
  });

  it('proposes a plain file name whatever the case is called, and saves nothing on cancel', async () => {
    showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    const open = await answers(undefined).openSave({ name: '../../.bashrc\0<x>.csv', kind: 'csv' });
    expect(open).toBeUndefined();
    expect(showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
      defaultPath: path.join('/documents', '.._.._.bashrc__x_.csv'),
    });
  });

  it('prints and ends in a batch run only', async () => {
    const exits: number[] = [];
    await answers(order(['csv', '/a']), exits).exit({ code: 2 });
    expect(exits).toEqual([2]);
    await expect(answers(undefined, exits).exit({ code: 0 })).rejects.toThrow('no batch run');
    await expect(answers(undefined).print({ text: 'x', error: false })).rejects.toThrow(
      'no batch run',
    );
    expect(exits).toEqual([2]);
  });

  it('shows no file in the file manager that it did not save', () => {
    expect(() => answers(undefined).showSaved({ path: '/etc/passwd' })).toThrow('was not saved');
  });
});

describe('forTerminal', () => {
  it('commands no terminal and turns no line around', () => {
    expect(forTerminal('a\u001b[2Jb\r\u202egpj.exe\nnext')).toBe(
      'a\\u001b[2Jb\\u000d\\u202egpj.exe\nnext',
    );
  });

  it('leaves names in any script as they are', () => {
    expect(forTerminal('証跡/ログ é.json')).toBe('証跡/ログ é.json');
  });

  it('lists the sample once it was offered', async () => {
    await writeFile(path.join(folder, 'sample.json'), '{}');
    const all = answers(undefined);
    expect(await all.listOffered({ from: 0 })).toEqual([]);
    await all.offerSample({});
    expect(await all.listOffered({ from: 0 })).toMatchObject([{ name: 'sample.json' }]);
  });
});
