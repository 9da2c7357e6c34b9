import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { FindingTarget } from '../../../../renderer/core/journal/finding.ts';
import { CaseDatabase } from '../../../../renderer/store/case-database.ts';
import { JournalStore } from '../../../../renderer/store/journal-store.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';
import { idle, openDesk, type Desk } from '../desk.ts';

const key: FindingTarget = { kind: 'entity', field: 'accessKey', value: 'AKIA1' };
const span: FindingTarget = { kind: 'span', start: 4500, end: 5500 };

async function starEvent({ session }: Desk, ref: number): Promise<FindingTarget> {
  const target = await session.findings.targetOf(ref);
  if (target === undefined) throw new Error('no such event');
  await session.findings.toggleStar(target);
  await idle(session);
  return target;
}

const names = ({ session }: Desk): readonly string[] =>
  session.findings.list.map(({ target }) =>
    target.kind === 'event' ? target.eventName : target.kind,
  );

describe('Findings', () => {
  it('puts star, tags and note to events, entities and spans, in order of time', async () => {
    const desk = await openDesk();
    const { findings } = desk.session;
    await findings.note(key, ' leaked ');
    await starEvent(desk, 4);
    await starEvent(desk, 1);
    await findings.toggleTag(span, await findings.makeTag('exfiltration', 'red'));
    expect(names(desk)).toEqual(['entity', 'ModifyListener', 'span', 'DescribeRules']);
    expect(findings.markingOf(key).note).toBe('leaked');
    expect(findings.tagsOf(findings.markingOf(span))).toMatchObject([{ name: 'exfiltration' }]);
    expect(findings.ofEvent(1)?.marking.starred).toBe(true);
    expect(findings.ofEvent(2)).toBeUndefined();
  });

  it('knows of an event whose it was, from where and on what', async () => {
    const desk = await openDesk();
    const { findings } = desk.session;
    const target = await starEvent(desk, 1);
    const details = await desk.queries.ask('details', { ref: 1 });
    const { loadBalancer, principal, sourceIp } = details?.text ?? {};
    expect(sourceIp).not.toBe('');
    expect(findings.rowOf(target)?.text).toEqual({ loadBalancer, principal, sourceIp });
    expect(findings.rowOf(key)).toBeUndefined();
  });

  it('tells the stories order as the investigator wants it', async () => {
    const desk = await openDesk();
    const { findings } = desk.session;
    const first = await starEvent(desk, 1);
    await starEvent(desk, 4);
    await findings.move(first, 1);
    expect(names(desk)).toEqual(['DescribeRules', 'ModifyListener']);
    await findings.move(first, 5);
    expect(names(desk)).toEqual(['DescribeRules', 'ModifyListener']);
  });

  it('takes everything back, one by one, and does it again', async () => {
    const desk = await openDesk();
    const { findings, journal } = desk.session;
    const event = await starEvent(desk, 1);
    await findings.toggleTag(event, await findings.makeTag('odd', 'blue'));
    await findings.remove(event);
    expect(findings.list).toEqual([]);
    await journal.undo();
    await idle(desk.session);
    expect(findings.ofEvent(1)?.marking).toMatchObject({ starred: true });
    expect(findings.tagsOf(findings.markingOf(event))).toHaveLength(1);
    for (let step = 0; step < 5; step++) await journal.undo();
    expect(findings.list).toEqual([]);
    expect(findings.tags).toEqual([]);
    expect(journal.nextUndo).toBeUndefined();
    for (let step = 0; step < 5; step++) await journal.redo();
    expect(journal.nextRedo).toBeUndefined();
    expect(findings.list).toEqual([]);
    expect(findings.tags).toHaveLength(1);
    await idle(desk.session);
  });

  it('has all of it again when the case is opened anew', async () => {
    const desk = await openDesk();
    const { findings, caseWork, openCase, journal } = desk.session;
    await starEvent(desk, 1);
    await findings.note(span, 'here');
    const { info } = openCase;
    const before = findings.list;
    caseWork.close();
    expect(findings.list).toEqual([]);
    if (info !== undefined) await caseWork.open(info);
    await idle(desk.session);
    expect(findings.list).toEqual(before);
    expect(findings.ofEvent(1)).toBeDefined();
    expect(journal.faults).toEqual([]);
    await journal.undo();
    expect(findings.markingOf(span).note).toBe('');
    await idle(desk.session);
  });

  it('loses nothing of what is asked for at the same moment', async () => {
    const { session } = await openDesk();
    const { findings, journal } = session;
    await Promise.all([findings.note(key, 'leaked'), findings.toggleStar(key)]);
    expect(findings.markingOf(key)).toMatchObject({ note: 'leaked', starred: true });
    const tags = await Promise.all([findings.makeTag('a', 'red'), findings.makeTag('b', 'blue')]);
    expect(new Set(tags).size).toBe(2);
    expect(findings.tags.map(({ name }) => name)).toEqual(['a', 'b']);
    await Promise.all([journal.undo(), journal.undo(), journal.undo()]);
    expect(findings.tags).toEqual([]);
    expect(findings.markingOf(key)).toMatchObject({ note: 'leaked', starred: false });
    await idle(session);
  });

  it('says how many findings are on events that some imports keep', async () => {
    const desk = await openDesk();
    await starEvent(desk, 1);
    await desk.session.findings.note(key, 'x');
    const { importId } = evidenceSource();
    expect(await desk.session.findings.countIn([importId, 77])).toBe(1);
    expect(await desk.session.findings.countIn([77])).toBe(0);
  });

  it('makes no tag twice, and none of nothing', async () => {
    const { session } = await openDesk();
    const one = await session.findings.makeTag('Odd', 'red');
    expect(await session.findings.makeTag('odd', 'blue')).toBe(one);
    session.findings.recolour({ id: one }, 'green');
    await idle(session);
    expect(session.findings.tags).toEqual([{ id: one, name: 'Odd', colour: 'green' }]);
  });

  it('lists nothing that had only a tag that was deleted, until that is taken back', async () => {
    const { session } = await openDesk();
    const { findings, journal } = session;
    await findings.tagAnew(key, 'odd', 'red');
    await findings.note(span, 'here');
    const [tag] = findings.tags;
    if (tag === undefined) throw new Error('no tag');
    findings.deleteTag(tag);
    await idle(session);
    expect(findings.list.map(({ target }) => target.kind)).toEqual(['span']);
    await journal.undo();
    expect(findings.list.map(({ target }) => target.kind)).toEqual(['entity', 'span']);
    await findings.move(key, 1);
    expect(findings.list.map(({ target }) => target.kind)).toEqual(['span', 'entity']);
    await idle(session);
  });
});

describe('CaseJournal', () => {
  it('begins with the case and its evidence, and notes who, when and what', async () => {
    const { session } = await openDesk();
    session.settings.change({ userName: 'A. Analyst', zone: 'Asia/Tokyo' });
    await session.findings.note(key, 'leaked');
    await session.exports.save('csv');
    await idle(session);
    const { entries } = session.journal;
    expect(entries.map(({ act }) => act.kind)).toEqual([
      ...['case created', 'evidence added', 'marked', 'exported'],
    ]);
    expect(entries[2]).toMatchObject({ number: 3, user: 'A. Analyst', zone: 'Asia/Tokyo' });
    expect(entries[2]?.at).toMatch(/\+09:00$/u);
    expect(entries[3]?.act).toMatchObject({ filter: 'scope:elb', what: 'events as CSV' });
    expect(entries[1]?.act).toMatchObject({ files: 1, finished: true });
  });

  it('tells a journal that was altered, and repairs nothing', async () => {
    const { session } = await openDesk();
    await session.findings.note(key, 'leaked');
    const { info } = session.openCase;
    if (info === undefined) throw new Error('no case');
    const database = new CaseDatabase(info.id);
    const row = await database.journal.get(3);
    const text = row?.text.replace('leaked', 'innocent') ?? '';
    await database.journal.update(3, { text });
    await session.caseWork.open(info);
    await idle(session);
    expect(session.journal.faults).toMatchObject([{ number: 3 }]);
    expect(session.notices.list.map(({ title }) => title)).toContain(
      'The journal of this case was altered',
    );
    expect((await database.journal.get(3))?.text).toBe(text);
    await database.journal.delete(3);
    await session.caseWork.open(info);
    await idle(session);
    expect(session.journal.faults).toMatchObject([{ number: 3 }]);
    database.close();
  });

  it('says that a change was not saved, and does not show it', async () => {
    const { session } = await openDesk();
    const { info } = session.openCase;
    if (info === undefined) throw new Error('no case');
    const other = new JournalStore(info.id);
    const [last] = session.journal.rows.slice(-1);
    await other.append({ number: (last?.number ?? 0) + 1, text: '{}', hash: '' });
    await session.findings.note(key, 'leaked');
    expect(session.findings.list).toEqual([]);
    expect(session.notices.list.at(-1)?.title).toBe('The change was not saved');
    other.close();
    await idle(session);
  });
});

describe('SavedViews', () => {
  it('keeps filter, stretch and lanes under a name, and shows them again', async () => {
    const { session } = await openDesk();
    const { search, timeline, views, journal } = session;
    search.pivot('accessKey', 'AKIA1');
    await idle(session);
    session.lanes.setField('region');
    timeline.show({ start: 1000, end: 3000 });
    const shown = { filter: search.filter, visible: timeline.visible };
    await views.save('The key');
    search.reset();
    session.lanes.setField('sourceIp');
    await idle(session);
    const [view] = views.list;
    if (view === undefined) throw new Error('not kept');
    views.show(view);
    await idle(session);
    expect(search.filter).toEqual(shown.filter);
    expect(timeline.field).toBe('region');
    expect(timeline.visible).toEqual(shown.visible);
    await views.save('The key');
    expect(views.list).toHaveLength(1);
    await views.remove(view.id);
    expect(views.list).toEqual([]);
    await journal.undo();
    expect(views.list).toHaveLength(1);
    await idle(session);
  });
});

describe('Findings in the filter', () => {
  it('select events as soon as something is put to them, and are counted as facets', async () => {
    const desk = await openDesk();
    const { search, facets, findings } = desk.session;
    expect(facets.fields).not.toContain('is');
    await starEvent(desk, 1);
    expect(facets.facetOf('is')?.values).toEqual([{ value: 'starred', count: 1 }]);
    expect(facets.fields).toContain('is');
    search.include('is', 'starred');
    await idle(desk.session);
    expect(search.sums?.count).toBe(1);
    await starEvent(desk, 4);
    expect(search.sums?.count).toBe(2);
    await findings.toggleTag(key, await findings.makeTag('leaked', 'red'));
    search.pivot('tag', 'leaked');
    await idle(desk.session);
    expect(search.sums?.count).toBe(3);
    const [tag] = findings.tags;
    if (tag !== undefined) findings.deleteTag(tag);
    await idle(desk.session);
    expect(search.sums?.count).toBe(0);
  });
});
