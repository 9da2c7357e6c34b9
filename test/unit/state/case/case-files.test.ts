import { describe, expect, it } from 'vitest';
import { emptyJournal } from '../../../../renderer/core/journal/journal-entry.ts';
import type { CaseFile } from '../../../../renderer/sources/case-file.ts';
import { idle, makeDesk, openDesk, until, type Desk } from '../desk.ts';

const file: CaseFile = {
  ...{ name: 'outage.trailwitness', path: '/cases/outage.trailwitness', bytes: 7 },
  blob: () => Promise.resolve(new Blob(['content'])),
};
const sha256 = 'a'.repeat(64);

/** What the worker would have done: the case is there. */
async function arrive({ caseFiles, cases }: Desk): Promise<void> {
  const ask = caseFiles.asked.at(-1);
  if (ask?.kind !== 'read') throw new Error('no file is being read');
  const facts = { name: 'Copied', created: 5, journal: emptyJournal };
  await cases.arrive(ask.caseId, facts);
  await cases.note(ask.caseId, { arriving: false });
  caseFiles.tell({ kind: 'read', facts, sha256 });
}

const lastAct = ({ session }: Desk) => session.journal.entries.at(-1)?.act;

describe('CaseFiles', () => {
  it('writes what the worker tells, in order, and notes the file in the journal', async () => {
    const desk = await openDesk();
    const { caseFiles, openCase } = desk.session;
    const info = openCase.info;
    if (info === undefined) throw new Error('no case is open');
    const saving = caseFiles.save(info, 'a passphrase');
    await until(() => desk.caseFiles.asked.length === 1);
    expect(desk.caseFiles.asked[0]).toMatchObject({ kind: 'write', passphrase: 'a passphrase' });
    desk.caseFiles.tell({ kind: 'progress', progress: { done: 1, inAll: 4 } });
    expect(caseFiles.current).toEqual({ phase: 'saving', progress: { done: 1, inAll: 4 } });
    for (const [place, text] of ['one ', 'two'].entries()) {
      desk.caseFiles.tell({ kind: 'bytes', bytes: new TextEncoder().encode(text) });
      await until(() => desk.caseFiles.taken === place + 1);
    }
    desk.caseFiles.tell({ kind: 'written' });
    await saving;
    const name = 'Checkout outage - case.trailwitness';
    expect(new TextDecoder().decode(desk.host.files.get(name))).toBe('one two');
    expect(lastAct(desk)).toMatchObject({
      ...{ kind: 'exported', path: `/out/${name}`, bytes: 7 },
      what: 'the whole case as a case file, sealed with a passphrase',
    });
    expect(caseFiles.current).toEqual({ phase: 'none' });
  });

  it('leaves nothing where it is stopped, or the disk is full', async () => {
    const desk = await openDesk();
    const { caseFiles, openCase, notices } = desk.session;
    const info = openCase.info;
    if (info === undefined) throw new Error('no case is open');
    const stopped = caseFiles.save(info, undefined);
    await until(() => desk.caseFiles.asked.length === 1);
    caseFiles.cancel();
    await stopped;
    expect(desk.caseFiles.cancelled).toBe(1);
    desk.host.failure = new Error('no space left on device');
    const failed = caseFiles.save(info, undefined);
    await until(() => desk.caseFiles.asked.length === 2);
    desk.caseFiles.tell({ kind: 'bytes', bytes: new Uint8Array(1) });
    await failed;
    expect(desk.host.files.size).toBe(0);
    expect(notices.list.map(({ title, text }) => `${title}: ${text}`)).toEqual([
      expect.stringContaining('The case file was not saved: no space left on device'),
    ]);
    expect(lastAct(desk)?.kind).not.toBe('exported');
  });

  it('asks for the passphrase until it opens, then shows the case and says where it is from', async () => {
    const desk = makeDesk();
    const { caseFiles, openCase } = desk.session;
    const opening = caseFiles.open(file);
    await until(() => desk.caseFiles.asked.length === 1);
    desk.caseFiles.tell({ kind: 'sealed' });
    await until(() => caseFiles.current.phase === 'sealed');
    expect(caseFiles.current).toMatchObject({ name: file.name, wrong: false });
    caseFiles.give('wrong');
    await until(() => desk.caseFiles.asked.length === 2);
    desk.caseFiles.tell({ kind: 'sealed' });
    await until(() => caseFiles.current.phase === 'sealed');
    expect(caseFiles.current).toMatchObject({ wrong: true });
    caseFiles.give('right');
    await until(() => desk.caseFiles.asked.length === 3);
    expect(desk.caseFiles.asked[2]).toMatchObject({ passphrase: 'right' });
    await arrive(desk);
    await opening;
    await idle(desk.session);
    expect(openCase.info?.name).toBe('Copied');
    const { path, bytes } = file;
    expect(desk.session.journal.entries.map(({ act }) => act)).toContainEqual({
      ...{ kind: 'opened from file', path, bytes, sha256 },
    });
  });

  it('leaves alone what is begun while the case that was read is being shown', async () => {
    const desk = await openDesk();
    const { caseFiles, openCase } = desk.session;
    const info = openCase.info;
    if (info === undefined) throw new Error('no case is open');
    const opening = caseFiles.open(file);
    await until(() => desk.caseFiles.asked.length === 1);
    desk.queries.hold();
    await arrive(desk);
    await until(() => caseFiles.current.phase === 'none');
    const saving = caseFiles.save(info, undefined);
    await until(() => desk.caseFiles.asked.length === 2);
    desk.queries.release();
    await opening;
    expect(caseFiles.current.phase).toBe('saving');
    caseFiles.cancel();
    await saving;
  });

  it('opens nothing where no passphrase is given', async () => {
    const desk = makeDesk();
    const opening = desk.session.caseFiles.open(file);
    await until(() => desk.caseFiles.asked.length === 1);
    desk.caseFiles.tell({ kind: 'sealed' });
    await until(() => desk.session.caseFiles.current.phase === 'sealed');
    desk.session.caseFiles.give(undefined);
    await opening;
    expect(desk.session.openCase.info).toBeUndefined();
    expect(desk.session.notices.list).toEqual([]);
  });

  it('says why a file was not opened, and drops what was read of it', async () => {
    const desk = makeDesk();
    const opening = desk.session.caseFiles.open(file);
    await until(() => desk.caseFiles.asked.length === 1);
    const ask = desk.caseFiles.asked[0];
    if (ask?.kind !== 'read') throw new Error('no file is being read');
    await desk.cases.arrive(ask.caseId, { name: 'Half', created: 0 });
    desk.caseFiles.tell({ kind: 'failed', reason: 'The file is cut off.' });
    await opening;
    expect(desk.session.notices.list[0]).toMatchObject({
      title: '“outage.trailwitness” was not opened',
      text: expect.stringContaining('The file is cut off. Nothing of it was kept.') as string,
    });
    expect(await desk.cases.facts(ask.caseId)).toBeUndefined();
  });

  it('keeps imports, other cases and further files away while it runs', async () => {
    const desk = await openDesk();
    const { caseFiles, caseWork, openCase, notices } = desk.session;
    const info = openCase.info;
    if (info === undefined) throw new Error('no case is open');
    const saving = caseFiles.save(info, undefined);
    await until(() => desk.caseFiles.asked.length === 1);
    await caseWork.open({ ...info, id: 'other' });
    await caseWork.remove(info);
    await caseFiles.open(file);
    expect(openCase.info?.id).toBe(info.id);
    expect(desk.caseFiles.asked).toHaveLength(1);
    expect(notices.list[0]?.text).toContain('A case file is being saved or opened.');
    caseFiles.cancel();
    await saving;
  });
});

/** A list of evidence that is empty. */
async function* none(): AsyncGenerator<readonly never[]> {
  yield* await Promise.resolve([]);
}

describe('paths named while the app is open', () => {
  it('become a case of their own, or wait for another time while an import runs', async () => {
    const desk = await openDesk();
    const { intake, caseWork, openCase, importRun, notices } = desk.session;
    void intake.followStarts();
    desk.host.open({ sample: false, caseName: 'second evidence' });
    await until(() => importRun.running);
    expect(openCase.info?.name).toBe('second evidence');
    await desk.imports.tell({ kind: 'failed', reason: 'told so' });
    await until(() => !importRun.running);
    await idle(desk.session);
    void caseWork.import(none(), '');
    await until(() => importRun.running);
    desk.host.open({ sample: false, caseName: 'third' });
    await until(() => notices.list.some(({ title }) => title === 'One thing at a time'));
    expect(openCase.info?.name).toBe('second evidence');
  });
});
