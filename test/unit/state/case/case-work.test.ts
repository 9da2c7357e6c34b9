import { describe, expect, it } from 'vitest';
import { caseNameFor } from '../../../../renderer/state/case/case-work.ts';
import type { Offer } from '../../../../renderer/state/evidence/import-run.svelte.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, idle, makeDesk, openDesk, progressOf, turn, until } from '../desk.ts';

const file = { kind: 'file', file: new File(['{}'], 'a.json'), path: '/logs/a.json' } as const;

// eslint-disable-next-line @typescript-eslint/require-await -- a list that is there already
async function* offers(...list: readonly Offer[]): AsyncGenerator<Offer> {
  yield* list;
}

const oneFile: Offer = [file];

describe('CaseWork', () => {
  it('opens a case: filter, selection and timeline start anew', async () => {
    const { session } = await openDesk();
    session.search.setScope('all');
    session.selection.select(1);
    await idle(session);
    await session.caseWork.create('Second');
    await idle(session);
    expect(session.openCase.info?.name).toBe('Second');
    expect(session.search.filter.scope).toBe('elb');
    expect(session.search.canGoBack).toBe(false);
    expect(session.selection.ref).toBeUndefined();
    expect(session.timeline.whole?.start).toBe(1000);
  });

  it('says so where the last import of a case never came to its end', async () => {
    const stored = new MemoryCase(deskEvents).store();
    stored.isUnfinished = true;
    const { session } = makeDesk(stored);
    await session.caseWork.create('Interrupted');
    await idle(session);
    expect(session.notices.list.map(({ title }) => title)).toEqual([
      'The last import into this case did not come to its end',
    ]);
  });

  it('notes in the list of cases what the opened case holds', async () => {
    const { session, cases } = await openDesk();
    const id = session.openCase.info?.id;
    await idle(session);
    expect((await cases.list()).find((one) => one.id === id)?.events).toBe(6);
  });

  it('makes a case for evidence where none is open, and shows events as they are stored', async () => {
    const reader = new MemoryCase(deskEvents);
    const { session, imports } = makeDesk(reader);
    const work = session.caseWork.import(offers(oneFile), 'AWSLogs');
    await until(() => session.importRun.running);
    reader.store(3);
    await imports.tell({ kind: 'stored' });
    await until(() => session.search.sums?.count === 3);
    reader.store();
    await imports.tell({
      ...{ kind: 'done', importId: 1, cancelled: false },
      progress: progressOf({}),
    });
    await work;
    await idle(session);
    expect(session.openCase.info?.name).toBe('AWSLogs');
    expect(session.search.sums?.count).toBe(4);
    expect(session.ledger.isOpen).toBe(true);
    expect(session.ledger.facts.files).toBe(1);
    expect(session.notices.list).toEqual([]);
  });

  it('adds to the open case, and keeps filter and chosen event', async () => {
    const reader = new MemoryCase(deskEvents).store(2);
    const { session, imports } = await openDesk(reader);
    session.search.include('sourceIp', '203.0.113.9');
    session.selection.select(1);
    await idle(session);
    const work = session.caseWork.import(offers(oneFile), 'ignored');
    await until(() => session.importRun.running);
    reader.store();
    await imports.tell({
      ...{ kind: 'done', importId: 2, cancelled: false },
      progress: progressOf({}),
    });
    await work;
    await idle(session);
    expect(session.openCase.info?.name).toBe('Checkout outage');
    expect(session.search.filter.terms).toHaveLength(1);
    expect(session.selection.event?.text.eventName).toBe('ModifyListener');
    expect(session.openCase.contents?.events).toBe(6);
    expect(session.cases.cases[0]?.events).toBe(6);
  });

  it('waits for all that was stored before it sums up, though a refresh is under way', async () => {
    const reader = new MemoryCase(deskEvents).store(2);
    const { session, imports, queries } = await openDesk(reader);
    const work = session.caseWork.import(offers(oneFile), '');
    await until(() => session.importRun.running);
    queries.hold();
    await imports.tell({ kind: 'stored' });
    await turn();
    reader.store();
    await imports.tell({
      ...{ kind: 'done', importId: 2, cancelled: false },
      progress: progressOf({}),
    });
    await turn();
    queries.release();
    await work;
    expect(session.openCase.contents?.events).toBe(6);
    expect(session.cases.cases[0]?.events).toBe(6);
    await idle(session);
  });

  it('does one thing at a time: no other case, no second import while one runs', async () => {
    const { session, imports } = await openDesk();
    const id = session.openCase.info?.id;
    const work = session.caseWork.import(offers(oneFile), '');
    await session.caseWork.create('Other');
    await session.caseWork.import(offers(oneFile), '');
    session.caseWork.close();
    expect(session.openCase.info?.id).toBe(id);
    expect(session.notices.list[0]?.title).toBe('One thing at a time');
    await until(() => session.importRun.running);
    await imports.tell({ kind: 'failed', reason: 'disk full' });
    await work;
    expect(imports.slices).toHaveLength(1);
    expect(session.notices.list.at(-1)).toMatchObject({ title: 'The import stopped' });
    await idle(session);
  });

  it('renames and deletes the open case', async () => {
    const { session, cases } = await openDesk();
    const info = session.openCase.info;
    if (info === undefined) throw new Error('no case is open');
    await session.caseWork.rename(info, 'Outage of May');
    expect(session.openCase.info?.name).toBe('Outage of May');
    await session.caseWork.remove(info);
    expect(session.openCase.opened.phase).toBe('none');
    expect((await cases.list()).map(({ id }) => id)).not.toContain(info.id);
    await idle(session);
  });

  it('goes on with the open case, and its journal, where it could not be deleted', async () => {
    const { session, cases } = await openDesk();
    const info = session.openCase.info;
    if (info === undefined) throw new Error('no case is open');
    cases.remove = () => Promise.reject(new Error('the disk fails'));
    await session.caseWork.remove(info);
    await idle(session);
    expect(session.notices.list.map(({ title }) => title)).toEqual(['The case was not deleted']);
    await session.caseWork.rename(info, 'Still there');
    expect(session.journal.entries.at(-1)?.act).toMatchObject({ after: 'Still there' });
  });

  it('goes on with the open case where the query worker stopped, filter and choice as they were', async () => {
    const { session, queries } = await openDesk();
    session.search.pivot('sourceIp', '203.0.113.9');
    await idle(session);
    queries.lose('it ran out of memory');
    await idle(session);
    expect(session.notices.list.map(({ title }) => title)).toContain(
      'A part of the app stopped and was started anew',
    );
    expect(session.openCase.contents?.events).toBe(6);
    expect(session.search.sums?.count).toBe(3);
    session.search.reset();
    await idle(session);
    expect(session.search.sums?.count).toBe(4);
  });

  it('does not open the case for ever where that is what stops the query worker', async () => {
    const { session, queries } = await openDesk();
    queries.hold();
    queries.lose('first');
    await turn();
    queries.lose('second');
    await turn();
    expect(queries.asked.filter((call) => call === 'open')).toHaveLength(2);
    expect(session.notices.list.some(({ text }) => text.includes('stopped again'))).toBe(true);
    queries.release();
    await idle(session);
  });

  it('says why a case can’t be opened', async () => {
    const { session, queries } = await openDesk();
    const { info } = session.openCase;
    if (info === undefined) throw new Error('no case is open');
    Object.assign(queries, { ask: () => Promise.reject(new Error('The database is gone')) });
    await session.caseWork.open(info);
    expect(session.openCase.opened).toMatchObject({
      phase: 'failed',
      reason: 'The database is gone',
    });
  });
});

describe('caseNameFor', () => {
  it('is the name of the folder or file that the evidence comes from', () => {
    const name = (path: string): string => caseNameFor([path], '2026-05-01');
    expect(name('AWSLogs')).toBe('AWSLogs');
    expect(name('/evidence/incident 7/')).toBe('incident 7');
    expect(name('C:\\logs\\trail.json.gz')).toBe('trail');
    expect(name('bundle.zip')).toBe('bundle');
    expect(caseNameFor([], '2026-05-01')).toBe('Case of 2026-05-01');
  });
});
