import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/state/app/run-command.ts';
import { idle, openDesk } from '../desk.ts';

const address = { field: 'sourceIp', value: '203.0.113.9' } as const;
const key = { field: 'accessKey', value: 'AKIA1' } as const;

describe('EntityState', () => {
  it('shows what the case knows of an entity, and goes back to the one before', async () => {
    const { session } = await openDesk();
    const { entity } = session;
    entity.open(address);
    entity.open(key);
    entity.open(key);
    await idle(session);
    expect(entity.card).toMatchObject({ phase: 'done', value: { ...key, all: { count: 3 } } });
    expect(entity.canGoBack).toBe(true);
    entity.back();
    await idle(session);
    expect(entity.current).toEqual(address);
    expect(entity.card).toMatchObject({ phase: 'done', value: { ...address, elb: { count: 2 } } });
    expect(entity.canGoBack).toBe(false);
  });

  it('never has the facts of one entity under the name of another', async () => {
    const { session } = await openDesk();
    session.entity.open(address);
    await idle(session);
    session.entity.open(key);
    expect(session.entity.card).toEqual({ phase: 'loading' });
    await idle(session);
    session.entity.refresh();
    expect(session.entity.card).toMatchObject({ phase: 'done', value: key });
    await idle(session);
  });

  it('says nothing of what is not in the case', async () => {
    const { session } = await openDesk();
    session.entity.open({ field: 'accessKey', value: 'AKIA404' });
    await idle(session);
    expect(session.entity.card).toEqual({ phase: 'done', value: undefined });
  });

  it('gives way to an event that is chosen', async () => {
    const { session } = await openDesk();
    session.entity.open(key);
    session.selection.select(2);
    await idle(session);
    expect(session.entity.current).toBeUndefined();
    expect(session.entity.card).toEqual({ phase: 'none' });
  });

  it('opens by key for the chosen event, and says where there is nothing to show', async () => {
    const { session } = await openDesk();
    runCommand('cardKey', session);
    expect(session.notices.list).toHaveLength(1);
    session.selection.select(1);
    await idle(session);
    runCommand('cardKey', session);
    expect(session.entity.current).toEqual(key);
    runCommand('cardIp', session);
    expect(session.entity.current).toEqual(address);
    runCommand('cardLoadBalancer', session);
    expect(session.entity.current).toEqual(address);
  });
});
