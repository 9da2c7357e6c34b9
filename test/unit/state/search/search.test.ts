import { describe, expect, it } from 'vitest';
import { elbOnly } from '../../../../renderer/core/query/filter.ts';
import { GatedQueries, idle, openDesk, turn } from '../desk.ts';
import { Notices } from '../../../../renderer/state/app/notices.svelte.ts';
import { SearchState } from '../../../../renderer/state/search/search.svelte.ts';
import { parseQuery } from '../../../../renderer/core/query/parse-query.ts';

describe('SearchState', () => {
  it('starts with ELB only and counts what that selects', async () => {
    const { session } = await openDesk();
    expect(session.search.filter).toEqual(elbOnly);
    expect(session.search.sums).toMatchObject({ count: 4, writes: 1, denied: 1 });
  });

  it('counts anew with every change', async () => {
    const { session } = await openDesk();
    session.search.setScope('all');
    session.search.include('accessKey', 'AKIA1');
    await idle(session);
    expect(session.search.sums?.count).toBe(3);
    session.search.exclude('accessKey', 'AKIA1');
    await idle(session);
    expect(session.search.sums?.count).toBe(3);
    expect(session.search.filter.terms).toHaveLength(1);
  });

  it('shows the latest filter’s sums, whatever order the answers come in', async () => {
    const { session, queries } = await openDesk();
    queries.hold();
    session.search.include('sourceIp', '203.0.113.9');
    session.search.setScope('all');
    session.search.remove({ field: 'sourceIp', value: '203.0.113.9', exclude: false });
    await turn();
    queries.release();
    await idle(session);
    expect(session.search.sums?.count).toBe(6);
  });

  it('takes letters typed one after the other as one step', async () => {
    const { session } = await openDesk();
    const { search } = session;
    search.setText('d');
    search.setText('de');
    search.setText('del');
    search.back();
    expect(search.filter).toEqual(elbOnly);
    search.forward();
    expect(search.filter.text).toBe('del');
    search.setText('dele');
    search.back();
    expect(search.filter.text).toBe('del');
    await idle(session);
  });

  it('turns the words typed into a condition on whole records, to the letter', async () => {
    const { session } = await openDesk();
    const { search } = session;
    const values = (text: string): readonly string[] => {
      search.reset();
      search.findInRecords(text);
      return search.filter.terms.map(({ value }) => value);
    };
    expect(values(' "two words" ')).toEqual(['two words']);
    expect(values('"a":"b*"')).toEqual(['"a":"b*"']);
    expect(values('name"')).toEqual(['name"']);
    expect(values(' "" ')).toEqual([]);
    search.setText('redirect');
    search.findInRecords('redirect');
    expect(search.filter.text).toBe('');
    search.back();
    expect(search.filter.text).toBe('redirect');
  });

  it('pivots to all activity of an entity, all services, and back', async () => {
    const { session } = await openDesk();
    session.search.setText('Describe');
    session.search.pivot('accessKey', 'AKIA2');
    await idle(session);
    expect(session.search.filter).toEqual({
      ...{ scope: 'all', span: undefined, text: '' },
      terms: [{ field: 'accessKey', value: 'AKIA2', exclude: false }],
    });
    expect(session.search.sums?.count).toBe(2);
    session.search.back();
    expect(session.search.filter.text).toBe('Describe');
    await idle(session);
  });

  it('pivots to every load balancer that the event names', async () => {
    const { session } = await openDesk();
    session.search.pivot('loadBalancer', 'app/a', 'app/b*');
    expect(session.search.filter.terms.map(({ value }) => value)).toEqual(['app/a', 'app/b\\*']);
    await idle(session);
  });

  it('puts typed conditions in place of the text they were typed as, and keeps the words', async () => {
    const { session } = await openDesk();
    session.search.setText('Desc');
    await session.search.addTyped(parseQuery('-event:Describe* curl', 'UTC'));
    await idle(session);
    expect(session.search.filter.text).toBe('curl');
    expect(session.search.sums?.count).toBe(1);
    session.search.back();
    expect(session.search.filter.text).toBe('Desc');
    await idle(session);
  });

  it('looks typed values up in the case', async () => {
    const { session } = await openDesk();
    await session.search.addTyped(parseQuery('event:deleteloadbalancer event:rules', 'UTC'));
    await idle(session);
    expect(session.search.filter.terms.map(({ value }) => value)).toEqual([
      ...['DeleteLoadBalancer', '*rules*'],
    ]);
    expect(session.search.sums?.count).toBe(2);
  });

  it('tells its listeners of every change, until they have had enough', () => {
    const search = new SearchState(new GatedQueries(new Map()), new Notices());
    let told = 0;
    const stop = search.onChange(() => {
      told += 1;
    });
    search.setScope('all');
    search.setScope('all');
    search.refresh();
    stop();
    search.setScope('elb');
    expect(told).toBe(2);
  });

  it('says so where the question fails', async () => {
    const notices = new Notices();
    const search = new SearchState(new GatedQueries(new Map()), notices);
    search.setScope('all');
    await turn();
    expect(notices.list[0]).toMatchObject({
      kind: 'problem',
      title: 'The filter was not applied',
    });
    expect(notices.list[0]?.text).toContain('No case is open');
  });
});
