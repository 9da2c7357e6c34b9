import { describe, expect, it } from 'vitest';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, idle, openDesk, turn } from '../desk.ts';

describe('SelectionState', () => {
  it('loads what the columns know of the chosen event, and what is tied to it', async () => {
    const { session } = await openDesk();
    session.selection.select(1);
    await idle(session);
    expect(session.selection.event?.text.eventName).toBe('ModifyListener');
    expect(session.selection.correlation.phase).toBe('done');
  });

  it('counts other events everywhere, and never the chosen one', async () => {
    const { session } = await openDesk();
    const counted = () => {
      const { correlation } = session.selection;
      return correlation.phase === 'done' ? correlation.value : undefined;
    };
    session.selection.select(1);
    await idle(session);
    const [address, key] = counted()?.ties ?? [];
    expect([address?.all.count, address?.elb.count, address?.all.writes]).toEqual([2, 1, 1]);
    expect([key?.all.count, key?.elb.count, key?.all.denied]).toEqual([2, 1, 0]);
    expect(counted()?.allThree.count).toBe(counted()?.sharing.three);
    session.selection.select(2);
    await idle(session);
    expect(counted()?.ties[1]?.all).toMatchObject({ count: 1, denied: 0, firstSeen: 3000 });
    // An event without an access key is tied to none by it, itself included.
    session.selection.select(4);
    await idle(session);
    expect(counted()?.ties[1]?.all.count).toBe(0);
  });

  it('shows ties and details of one event, whichever answer comes first', async () => {
    const { session, queries } = await openDesk();
    session.selection.select(2);
    await idle(session);
    queries.hold();
    session.selection.select(1);
    await turn();
    queries.release();
    await idle(session);
    const { correlation, event } = session.selection;
    expect(event?.ref).toBe(1);
    expect(correlation.phase === 'done' && correlation.value?.ties[1]?.value).toBe('AKIA1');
  });

  it('ends with the event chosen last, whatever order the answers come in', async () => {
    const { session, queries } = await openDesk();
    queries.hold();
    for (const ref of [0, 1, 2]) session.selection.select(ref);
    await turn();
    queries.release();
    await idle(session);
    expect(session.selection.event?.text.eventName).toBe('DeleteLoadBalancer');
  });

  it('keeps the event before on the screen until the next is there', async () => {
    const { session, queries } = await openDesk();
    session.selection.select(0);
    await idle(session);
    queries.hold();
    session.selection.select(1);
    expect(session.selection.event?.text.eventName).toBe('DescribeLoadBalancers');
    queries.release();
    await idle(session);
  });

  it('reads the raw record only when a tab asks for it, and again for the next event', async () => {
    const reader = new MemoryCase(deskEvents).store();
    reader.records.set(0, '{"eventName":"first"}').set(100, '{"eventName":"second"}');
    const { session, queries } = await openDesk(reader);
    session.selection.select(0);
    await idle(session);
    expect(queries.asked).not.toContain('raw');
    session.selection.openTab('raw');
    await idle(session);
    expect(session.selection.record).toMatchObject({
      phase: 'done',
      value: { text: '{"eventName":"first"}' },
    });
    session.selection.select(1);
    await idle(session);
    expect(session.selection.record).toMatchObject({ value: { text: '{"eventName":"second"}' } });
  });

  it('says why the raw record can’t be read', async () => {
    const { session } = await openDesk();
    session.selection.openTab('raw');
    session.selection.select(0);
    await idle(session);
    expect(session.selection.record).toEqual({
      phase: 'failed',
      reason: 'The evidence file has gone',
    });
  });

  it('verifies the evidence of the chosen event, and forgets the verdict with it', async () => {
    const { session } = await openDesk();
    session.selection.select(0);
    await idle(session);
    await session.selection.verify();
    expect(session.selection.verification).toMatchObject({
      phase: 'done',
      value: { kind: 'same' },
    });
    session.selection.select(1);
    expect(session.selection.verification).toEqual({ phase: 'none' });
    await idle(session);
  });

  it('brings the chosen event into the timeline, and tells where it stands in the table', async () => {
    const { session } = await openDesk();
    session.timeline.show({ start: 100_000, end: 200_000 });
    session.selection.select(2);
    await idle(session);
    const { visible } = session.timeline;
    expect(visible && visible.start <= 3000 && visible.end > 3000).toBe(true);
    expect(session.pages.place).toBe(2);
  });

  it('is empty once cleared, though answers are still on their way', async () => {
    const { session, queries } = await openDesk();
    queries.hold();
    session.selection.select(0);
    await turn();
    session.selection.clear();
    queries.release();
    await idle(session);
    expect(session.selection.ref).toBeUndefined();
    expect(session.selection.details).toEqual({ phase: 'none' });
    expect(session.selection.correlation).toEqual({ phase: 'none' });
  });
});
