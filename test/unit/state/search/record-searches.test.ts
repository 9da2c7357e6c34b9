import { describe, expect, it } from 'vitest';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, idle, makeDesk, openDesk, turn, until, type Desk } from '../desk.ts';

const refs = (...all: readonly number[]): Uint32Array => Uint32Array.from(all);

/** Answers once the search for the first text has begun. */
async function searching(text: string, reader?: MemoryCase): Promise<Desk> {
  const desk = await openDesk(reader);
  desk.session.search.setScope('all');
  desk.session.search.findInRecords(text);
  await until(() => desk.records.started.length === 1);
  return desk;
}

const count = ({ session }: Desk): number | undefined => session.search.sums?.count;

describe('RecordSearches', () => {
  it('has what is found in the selection as it comes, and combines it with other conditions', async () => {
    const desk = await searching('redirect');
    const { search, records } = desk.session;
    expect(search.filter.terms).toEqual([{ field: 'record', value: 'redirect', exclude: false }]);
    expect(desk.records.started).toEqual([{ text: 'redirect', searches: 6 }]);
    expect(records.of('Redirect')).toMatchObject({ phase: 'running', searched: 0, inAll: 6 });
    expect(records.isPartial).toBe(true);
    desk.records.tell({ kind: 'part', searched: 3, unread: 1, found: refs(0, 2) });
    await until(() => count(desk) === 2);
    expect(records.of('redirect')).toMatchObject({ searched: 3, unread: 1 });
    desk.records.tell({ kind: 'part', searched: 3, unread: 0, found: refs(5) });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    expect(records.of('redirect')).toMatchObject({ phase: 'done', searched: 6, unread: 1 });
    expect(records.isPartial).toBe(false);
    expect(count(desk)).toBe(3);
    search.include('accessKey', 'AKIA2');
    await idle(desk.session);
    expect(count(desk)).toBe(2);
    expect(desk.records.started).toHaveLength(1);
  });

  it('knows what was found when the filter comes back to it', async () => {
    const desk = await searching('redirect');
    desk.records.tell({ kind: 'part', searched: 6, unread: 0, found: refs(1) });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    desk.session.search.back();
    await idle(desk.session);
    expect(count(desk)).toBe(6);
    desk.session.search.forward();
    await idle(desk.session);
    expect(count(desk)).toBe(1);
    expect(desk.records.started).toHaveLength(1);
  });

  it('ends a search that nobody asks for any more, and begins anew when asked again', async () => {
    const desk = await searching('redirect');
    desk.records.tell({ kind: 'part', searched: 3, unread: 0, found: refs(1) });
    await until(() => count(desk) === 1);
    desk.session.search.back();
    await turn();
    expect(desk.records.cancelled).toBe(1);
    desk.session.search.forward();
    await until(() => desk.records.started.length === 2);
    desk.records.tell({ kind: 'part', searched: 6, unread: 0, found: refs(2, 3) });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    expect(count(desk)).toBe(2);
  });

  it('keeps what was found when it is stopped, says that it was, and searches all again', async () => {
    const desk = await searching('redirect');
    const { records } = desk.session;
    desk.records.tell({ kind: 'part', searched: 3, unread: 0, found: refs(1) });
    records.stop('redirect');
    await idle(desk.session);
    expect(records.of('redirect')).toMatchObject({ phase: 'stopped', searched: 3, inAll: 6 });
    expect(records.isPartial).toBe(true);
    expect(count(desk)).toBe(1);
    records.again('redirect');
    await until(() => desk.records.started.length === 2);
    expect(records.of('redirect')).toMatchObject({ phase: 'running', searched: 0 });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
  });

  it('searches for one text after the other, and stops one that waits', async () => {
    const desk = await searching('one');
    const { search, records } = desk.session;
    search.findInRecords('two');
    search.findInRecords('three');
    expect(records.of('two')?.phase).toBe('waiting');
    records.stop('two');
    expect(records.of('two')?.phase).toBe('stopped');
    desk.records.tell({ kind: 'done' });
    await until(() => desk.records.started.length === 2);
    expect(desk.records.started.map(({ text }) => text)).toEqual(['one', 'three']);
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
  });

  it('searches only what was added when the case has grown', async () => {
    const reader = new MemoryCase(deskEvents).store(4);
    const desk = await searching('redirect', reader);
    expect(desk.records.started).toEqual([{ text: 'redirect', searches: 4 }]);
    desk.records.tell({ kind: 'part', searched: 4, unread: 0, found: refs(1) });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    reader.store();
    await desk.session.openCase.refresh();
    await until(() => desk.records.started.length === 2);
    expect(desk.records.started[1]).toEqual({ text: 'redirect', searches: 2 });
    desk.records.tell({ kind: 'part', searched: 2, unread: 0, found: refs(5) });
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    expect(count(desk)).toBe(2);
  });

  it('says why it stopped, and keeps what was found', async () => {
    const desk = await searching('redirect');
    desk.records.tell({ kind: 'part', searched: 3, unread: 0, found: refs(1) });
    desk.records.tell({ kind: 'failed', reason: 'The disk is gone' });
    await idle(desk.session);
    expect(desk.session.records.of('redirect')?.phase).toBe('failed');
    expect(count(desk)).toBe(1);
    expect(desk.session.notices.list.at(-1)).toMatchObject({
      text: expect.stringContaining('The disk is gone') as string,
    });
  });

  it('saves no selection of which events may be missing', async () => {
    const desk = await searching('redirect');
    await desk.session.exports.save('csv');
    expect(desk.host.files.size).toBe(0);
    expect(desk.session.notices.list.at(-1)?.title).toBe('The CSV file was not saved');
    desk.records.tell({ kind: 'done' });
    await idle(desk.session);
    await desk.session.exports.save('csv');
    expect(desk.host.files.size).toBe(1);
  });

  it('looks for nothing in another case', async () => {
    const desk = await searching('redirect');
    await desk.session.caseWork.create('Another');
    await idle(desk.session);
    expect(desk.records.cancelled).toBe(1);
    expect(desk.session.records.of('redirect')).toBeUndefined();
  });

  it('waits for a case', () => {
    const desk = makeDesk();
    desk.session.search.findInRecords('redirect');
    expect(desk.session.records.of('redirect')).toBeUndefined();
  });
});
