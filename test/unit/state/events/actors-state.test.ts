import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/state/app/run-command.ts';
import { idle, openDesk } from '../desk.ts';

describe('ActorsState', () => {
  it('lists the actors of the case when it is opened, by key too', async () => {
    const { session } = await openDesk();
    runCommand('actors', session);
    expect(session.actors.isOpen).toBe(true);
    await idle(session);
    const { list, actor } = session.actors;
    if (list.phase !== 'done') throw new Error('no list');
    expect(list.value.inAll).toBe(list.value.actors.length);
    expect(list.value.actors.reduce((sum, { sums }) => sum + sums.count, 0)).toBe(6);
    expect(actor).toBe(list.value.actors[0]);
    session.actors.close();
    expect(session.actors.isOpen).toBe(false);
  });

  it('selects the events of a flag, and closes', async () => {
    const { session } = await openDesk();
    session.actors.open();
    await idle(session);
    const event = { ref: 2, time: 3000, eventName: 'DeleteLoadBalancer', sourceIp: '198.51.1.1' };
    const flag = {
      rule: 'attackTool' as const,
      level: 'high' as const,
      about: '',
      count: 1,
      events: [{ ...event, accessKey: 'AKIA2', tool: 'Boto3 1.4', outcome: 'denied' as const }],
      first: 3000,
      last: 3000,
    };
    session.actors.show(flag);
    await idle(session);
    expect(session.actors.isOpen).toBe(false);
    expect(session.selection.event?.ref).toBe(2);
    expect(session.pages.place).toBe(0);
    expect(session.search.filter).toMatchObject({
      scope: 'all',
      span: { start: -57_000, end: 63_000 },
      terms: [{ field: 'accessKey', value: 'AKIA2' }],
    });
    session.actors.show({ ...flag, rule: 'persistence' });
    await idle(session);
    expect(session.search.filter.terms.map(({ field, value }) => [field, value])).toEqual([
      ['accessKey', 'AKIA2'],
      ['eventName', 'DeleteLoadBalancer'],
    ]);
  });
});
