import { describe, expect, it } from 'vitest';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { idle, openDesk, type Desk, turn } from '../desk.ts';

const names = ({ session }: Desk): readonly (string | undefined)[] =>
  Array.from(
    { length: session.pages.count },
    (_, place) => session.pages.rowAt(place)?.text.eventName,
  );

describe('EventPages', () => {
  it('holds the rows in view, by time at first', async () => {
    const desk = await openDesk();
    expect(names(desk)).toEqual([
      'DescribeLoadBalancers',
      'ModifyListener',
      'DeleteLoadBalancer',
      'DescribeRules',
    ]);
  });

  it('sorts by a column, and the other way round at the second click', async () => {
    const desk = await openDesk();
    desk.session.pages.sortBy('eventName');
    await idle(desk.session);
    expect(names(desk)[0]).toBe('DeleteLoadBalancer');
    desk.session.pages.sortBy('eventName');
    await idle(desk.session);
    expect(desk.session.pages.sort).toEqual({ column: 'eventName', descending: true });
    expect(names(desk)[0]).toBe('ModifyListener');
  });

  it('shows the present filter’s rows, whatever order the answers come in', async () => {
    const desk = await openDesk();
    const { search } = desk.session;
    desk.queries.hold();
    search.include('accessKey', 'AKIA2');
    search.setScope('all');
    await turn();
    desk.queries.release();
    await idle(desk.session);
    expect(names(desk)).toEqual(['DeleteLoadBalancer', 'ListBuckets']);
  });

  it('keeps the rows before until the next are there', async () => {
    const desk = await openDesk();
    desk.queries.hold();
    desk.session.search.setScope('all');
    expect(desk.session.pages.rowAt(0)?.text.eventName).toBe('DescribeLoadBalancers');
    desk.queries.release();
    await idle(desk.session);
  });

  it('fetches the rows that come into view, and none that are there', async () => {
    const many = Array.from({ length: 1000 }, (_, number) => `${number} | elb | Event${number}`);
    const events = plainEvents(['time | is | eventName', ...many].join('\n'));
    const desk = await openDesk(new MemoryCase(events).store());
    const { pages } = desk.session;
    const pagesAsked = (): number => desk.queries.asked.filter((call) => call === 'page').length;
    const before = pagesAsked();
    pages.show({ start: 10, end: 40 });
    expect(pagesAsked()).toBe(before);
    pages.show({ start: 500, end: 530 });
    await idle(desk.session);
    expect(pagesAsked()).toBe(before + 1);
    expect(pages.rowAt(500)?.text.eventName).toBe('Event500');
    expect(pages.rowAt(0)).toBeUndefined();
  });

  it('knows where the chosen event stands, and that a filter leaves it out', async () => {
    const { session } = await openDesk();
    session.selection.select(2);
    await idle(session);
    expect(session.pages.place).toBe(2);
    session.pages.sortBy('eventName');
    await idle(session);
    expect(session.pages.place).toBe(0);
    session.search.exclude('eventName', 'DeleteLoadBalancer');
    await idle(session);
    expect(session.pages.place).toBeUndefined();
  });

  it('chooses the event at a place, loaded or not', async () => {
    const many = Array.from({ length: 1000 }, (_, number) => `${number} | elb | Event${number}`);
    const events = plainEvents(['time | is | eventName', ...many].join('\n'));
    const { session } = await openDesk(new MemoryCase(events).store());
    await session.pages.choose(3);
    expect(session.selection.ref).toBe(3);
    await session.pages.choose(999);
    expect(session.selection.ref).toBe(999);
    expect(session.pages.place).toBe(999);
    await idle(session);
  });

  it('fetches newly shown columns, and remembers them', async () => {
    const { session, saved } = await openDesk();
    session.pages.setColumns(['time', 'region']);
    await idle(session);
    expect(session.pages.rowAt(0)?.text).toEqual({ region: 'eu-west-1' });
    expect([...saved.values()].join()).toContain('"columns":["time","region"]');
  });
});
