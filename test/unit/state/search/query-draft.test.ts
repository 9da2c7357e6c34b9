import { describe, expect, it } from 'vitest';
import { allTime, elbOnly } from '../../../../renderer/core/query/filter.ts';
import { idle, openDesk } from '../desk.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';

async function typed(text: string): ReturnType<typeof openDesk> {
  const desk = await openDesk();
  desk.session.draft.type(text, text.length);
  await idle(desk.session);
  return desk;
}

describe('QueryDraft', () => {
  it('makes free text the filter’s own at once, and conditions when applied', async () => {
    const { session } = await typed('modify');
    const { draft, search } = session;
    expect(search.filter.text).toBe('modify');
    expect(draft.isPending).toBe(false);
    draft.type('ip:203.0.113.9 modify', 21);
    expect(search.filter.terms).toEqual([]);
    await draft.apply();
    await idle(session);
    expect(search.filter.terms).toEqual([
      { field: 'sourceIp', value: '203.0.113.9', exclude: false },
    ]);
    expect(draft.text).toBe('modify');
    expect(search.sums?.count).toBe(1);
  });

  it('leaves nothing in the filter of a name that was being typed', async () => {
    const { session } = await openDesk();
    const { draft, search } = session;
    for (const text of ['k', 'ke', 'key', 'key:', 'key:A']) draft.type(text, text.length);
    expect(search.filter).toEqual(elbOnly);
    expect(search.canGoBack).toBe(false);
    draft.cancel();
    for (const text of ['x', 'x k', 'x k:']) draft.type(text, text.length);
    expect(search.filter.text).toBe('x');
    search.back();
    expect(search.filter.text).toBe('');
    await idle(session);
  });

  it('takes a word that names of fields are offered for as free text once they are not', async () => {
    const { session } = await openDesk();
    const { draft, search } = session;
    for (const text of ['o', 'ou', 'out']) draft.type(text, text.length);
    await idle(session);
    expect(draft.text).toBe('out');
    expect(search.filter).toEqual(elbOnly);
    draft.closeSuggestions();
    expect(search.filter.text).toBe('out');
    expect(draft.isPending).toBe(false);
    draft.type('modify -ke', 10);
    expect(search.filter.text).toBe('modify');
    draft.type('modify -kept', 12);
    expect(search.filter.text).toBe('modify -kept');
    draft.type('modify ke', 9);
    await draft.apply();
    await idle(session);
    expect(search.filter.text).toBe('modify ke');
    draft.type('ip:10.0.0.1 ou', 14);
    draft.closeSuggestions();
    expect(draft.text).toBe('ip:10.0.0.1 ou');
    expect(search.filter.text).toBe('ou');
    await idle(session);
  });

  it('takes times and scope', async () => {
    const { session } = await typed('after:1970-01-01T00:00:04 scope:all');
    await session.draft.apply();
    await idle(session);
    expect(session.search.filter).toMatchObject({
      ...{ scope: 'all', span: { start: 4000, end: allTime.end } },
    });
    expect(session.search.sums?.count).toBe(3);
    session.draft.type('before:1970-01-01T00:00:05', 26);
    await session.draft.apply();
    expect(session.search.filter.span).toEqual({ start: 4000, end: 5000 });
    session.draft.type('before:1970-01-01T00:00:01', 26);
    await session.draft.apply();
    expect(session.search.filter.span).toEqual({ start: allTime.start, end: 1000 });
    await idle(session);
  });

  it('turns the whole filter into text and back, and replaces it by what is written', async () => {
    const { session } = await openDesk();
    const { draft, search } = session;
    search.include('accessKey', 'AKIA1');
    search.exclude('eventName', 'ModifyListener');
    const before = search.filter;
    draft.editWhole();
    expect(draft.text).toBe('key:AKIA1 -event:ModifyListener');
    await draft.apply();
    expect(search.filter).toEqual(before);
    draft.editWhole();
    draft.type('key:AKIA1', 9);
    await draft.apply();
    await idle(session);
    expect(search.filter.terms).toEqual([{ field: 'accessKey', value: 'AKIA1', exclude: false }]);
    expect(draft.isWhole).toBe(false);
  });

  it('gives up the text when the filter is changed beside it', async () => {
    const { session } = await openDesk();
    session.draft.editWhole();
    session.draft.type('key:AKIA2', 9);
    session.search.include('region', 'eu-west-1');
    expect(session.draft.isWhole).toBe(false);
    expect(session.draft.text).toBe('');
    await idle(session);
  });

  it('tells what is wrong once the caret has left the word, or on applying', async () => {
    const { session } = await typed('ip:10.0.0.0/');
    const { draft, search } = session;
    expect(draft.problems).toEqual([]);
    draft.type('ip:10.0.0.0/ x', 14);
    expect(draft.problems).toHaveLength(1);
    draft.type('outcome:den', 11);
    expect(draft.problems).toEqual([]);
    await draft.apply();
    expect(draft.problems.map(({ what }) => inEnglish(what))[0]).toContain('den is no outcome');
    expect(search.filter).toEqual(elbOnly);
    draft.cancel();
    expect(draft.text).toBe('');
    await idle(session);
  });

  it('suggests names, and the case’s own values with counts', async () => {
    const { session } = await typed('ke');
    const { draft } = session;
    expect(draft.suggestions).toEqual([{ value: 'key', shown: 'key:', hint: 'Access key' }]);
    expect(draft.active).toBeUndefined();
    draft.moveActive(1);
    expect(draft.accept()).toEqual({ text: 'key:', caret: 4 });
    await idle(session);
    expect(draft.suggestions.map(({ value, hint }) => [value, hint])).toEqual([
      ['AKIA1', 3],
      ['AKIA2', 2],
    ]);
    draft.moveActive(-1);
    expect(draft.accept()?.text).toBe('key:AKIA2 ');
    await idle(session);
    expect(draft.suggestions).toEqual([]);
  });

  it('suggests every name where nothing is typed, and times of the case', async () => {
    const { session } = await typed('');
    const { draft } = session;
    draft.moveActive(1);
    await idle(session);
    expect(draft.suggestions.length).toBeGreaterThan(10);
    draft.type('after:', 6);
    await idle(session);
    expect(draft.suggestions.map(({ hint }) => hint)).toContain('first event');
    draft.moveCaret(3);
    expect(draft.suggestions).toEqual([]);
  });

  it('forgets what was typed when another case is opened', async () => {
    const { session } = await typed('key:AK');
    await session.caseWork.create('Another case');
    await idle(session);
    expect(session.draft.text).toBe('');
  });
});
