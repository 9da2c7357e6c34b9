import { describe, expect, it } from 'vitest';
import { idle, openDesk } from './desk.ts';

describe('LanesState', () => {
  it('has a lane for each value among the selected events', async () => {
    const { session } = await openDesk();
    expect(session.lanes.source?.lanes.map(({ value }) => value)).toEqual([
      '203.0.113.9',
      '198.51.1.1',
    ]);
  });

  it('follows the field and the order chosen', async () => {
    const { session, saved } = await openDesk();
    session.lanes.setField('accessKey');
    session.lanes.setSort('name');
    await idle(session);
    expect(session.lanes.source?.field).toBe('accessKey');
    expect(session.lanes.source?.lanes.map(({ value }) => value)).toEqual(['AKIA1', 'AKIA2', '']);
    expect([...saved.values()].join()).toContain('"laneField":"accessKey"');
  });

  it('is another object for another selection, and its marks are of that selection', async () => {
    const { session } = await openDesk();
    const before = session.lanes.source;
    session.search.setScope('all');
    await idle(session);
    const { source } = session.lanes;
    expect(source).not.toBe(before);
    const marks = await source?.marks(
      {
        field: 'sourceIp',
        lanes: source.lanes.map(({ id }) => id),
        span: { start: 0, end: 10_000 },
        bins: 4,
        maxEvents: 100,
      },
      new AbortController().signal,
    );
    expect(marks?.kind === 'events' && [...marks.ref].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is busy while lanes are asked for', async () => {
    const { session, queries } = await openDesk();
    queries.hold();
    session.lanes.setSort('count');
    expect(session.lanes.busy).toBe(true);
    queries.release();
    await idle(session);
    expect(session.lanes.busy).toBe(false);
  });
});
