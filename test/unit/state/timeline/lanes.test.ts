import { describe, expect, it } from 'vitest';
import { padded } from '../../../../renderer/state/timeline/timeline-window.svelte.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import type { Session } from '../../../../renderer/state/app/session.ts';
import { rowsOf } from '../../../fixtures/timeline-marks.ts';
import { idle, openDesk } from '../desk.ts';

describe('LanesState', () => {
  it('has a lane for each value among the selected events', async () => {
    const { session } = await openDesk();
    expect(rowsOf(session.lanes.source?.lanes).map(({ value }) => value)).toEqual([
      '203.0.113.9',
      '198.51.1.1',
    ]);
  });

  it('follows the field and the order chosen', async () => {
    const { session, saved } = await openDesk();
    session.lanes.setField('accessKey');
    session.lanes.setSort('name');
    await idle(session);
    expect(session.lanes.source?.fields.field).toBe('accessKey');
    expect(rowsOf(session.lanes.source?.lanes).map(({ value }) => value)).toEqual([
      'AKIA1',
      'AKIA2',
      '',
    ]);
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
        lanes: rowsOf(source.lanes).map(({ key }) => key),
        span: { start: 0, end: 10_000 },
        bins: 4,
        maxEvents: 100,
      },
      new AbortController().signal,
    );
    expect(marks?.kind === 'events' && [...marks.ref].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('comes with the answers to what is asked of it ahead', async () => {
    const { session, queries } = await openDesk();
    const before = session.lanes.source;
    const shownAhead: unknown[] = [];
    const span = { start: 0, end: 10_000 };
    const stop = session.lanes.onAhead((source, window, signal) => {
      shownAhead.push(session.lanes.source === before, window);
      void source.histogram(span, 2, signal);
    });
    session.search.setScope('all');
    await idle(session);
    expect(shownAhead).toEqual([true, session.timeline.visible]);
    const asked = queries.asked.length;
    const histogram = await session.lanes.source?.histogram(span, 2, new AbortController().signal);
    expect(histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(queries.asked).toHaveLength(asked);
    stop();
    session.search.setScope('elb');
    await idle(session);
    expect(shownAhead).toHaveLength(2);
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

  it('knows what lies in a stretch of time and next to it, whatever the lane', async () => {
    const { session } = await openDesk();
    const around = (start: number, end: number) =>
      session.lanes.source?.around({ start, end }, new AbortController().signal);
    expect(await around(2001, 3000)).toEqual({
      count: 0,
      first: undefined,
      before: { time: 2000, lane: { outer: '203.0.113.9' } },
      after: { time: 3000, lane: { outer: '198.51.1.1' } },
    });
    expect(await around(-9000, 1000)).toMatchObject({
      ...{ count: 0, before: undefined },
      after: { time: 1000 },
    });
    expect(await around(1500, 9000)).toMatchObject({
      ...{ count: 3, first: { time: 2000 }, before: { time: 1000 } },
      after: undefined,
    });
  });
});

describe('LanesState, arranged', () => {
  const values = ({ lanes }: Session) => rowsOf(lanes.source?.lanes).map(({ value }) => value);

  it('nests a field in the lanes, folds and unfolds, and forgets that with the field', async () => {
    const { session } = await openDesk();
    session.lanes.setNested('accessKey');
    await idle(session);
    const all = ['203.0.113.9', 'AKIA1', '198.51.1.1', 'AKIA2', ''];
    expect(values(session)).toEqual(all);
    const first = session.lanes.source?.lanes.at(0);
    if (first === undefined) throw new Error('there is a lane');
    session.arrangement.turnFold(first);
    expect(values(session)).toEqual(['203.0.113.9', '198.51.1.1', 'AKIA2', '']);
    session.arrangement.turnFold(first);
    expect(values(session)).toEqual(all);
    session.arrangement.turnFold(first);
    session.lanes.setNested(undefined);
    session.lanes.setNested('accessKey');
    await idle(session);
    expect(values(session)).toEqual(all);
  });

  it('knows the lane of what lies around, on both levels', async () => {
    const { session } = await openDesk();
    session.lanes.setNested('accessKey');
    await idle(session);
    const { signal } = new AbortController();
    expect(await session.lanes.source?.around({ start: 2001, end: 2500 }, signal)).toMatchObject({
      before: { lane: { outer: '203.0.113.9', inner: 'AKIA1' } },
      after: { lane: { outer: '198.51.1.1', inner: 'AKIA2' } },
    });
  });

  it('remembers with the case which lanes are pinned, and that the others are gathered', async () => {
    const { session, cases } = await openDesk();
    const pinned = session.lanes.source?.lanes.at(1);
    if (pinned === undefined) throw new Error('there are two lanes');
    session.arrangement.turnPin('sourceIp', pinned);
    session.arrangement.setGathers(true);
    expect(rowsOf(session.lanes.source?.lanes).map(({ kind, value }) => [kind, value])).toEqual([
      ['outer', '198.51.1.1'],
      ['others', ''],
    ]);
    await idle(session);
    const [info] = await cases.list();
    if (info === undefined) throw new Error('there is a case');
    await session.caseWork.create('Another');
    await idle(session);
    expect(session.arrangement.gathers).toBe(false);
    await session.caseWork.open(info);
    await idle(session);
    expect(session.arrangement.pinned('sourceIp')).toEqual(['198.51.1.1']);
    expect(session.lanes.source?.lanes).toHaveLength(2);
    session.arrangement.turnPin('sourceIp', pinned);
    expect(session.arrangement.gathers).toBe(false);
    expect(values(session)).toEqual(['203.0.113.9', '198.51.1.1']);
  });
});

/** Two keys' calls, hours apart. */
const farApart = plainEvents(`
  time     | is  | eventName      | eventSource                        | sourceIp    | accessKey
  0        | elb | CreateRule     | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1
  40000000 | elb | DeleteRule     | elasticloadbalancing.amazonaws.com | 198.51.1.1  | AKIA2
  41000000 | elb | DeleteListener | elasticloadbalancing.amazonaws.com | 198.51.1.1  | AKIA2
  90000000 | elb | CreateRule     | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1
`);

describe('LanesState and the window', () => {
  const open = () => openDesk(new MemoryCase(farApart).store());
  const burst = padded({ start: 40_000_000, end: 41_000_001 }, 30_000);

  it('leaves the window at the whole case when it is opened', async () => {
    const { session } = await open();
    expect(session.timeline.visible).toEqual(padded({ start: 0, end: 90_000_001 }));
  });

  it('goes to what a pivot selects, and back with the filter', async () => {
    const { session } = await open();
    const { visible } = session.timeline;
    session.search.pivot('accessKey', 'AKIA2');
    await idle(session);
    expect(session.timeline.visible).toEqual(burst);
    session.search.back();
    await idle(session);
    expect(session.timeline.visible).toEqual(visible);
  });

  it('does not go back once the window was moved by hand', async () => {
    const { session } = await open();
    session.search.pivot('accessKey', 'AKIA2');
    await idle(session);
    session.timeline.show({ start: 39_000_000, end: 42_000_000 });
    session.search.back();
    await idle(session);
    expect(session.timeline.visible).toEqual({ start: 39_000_000, end: 42_000_000 });
  });

  it('grows a window that was fitted to a span when the filter loses the span, and goes back', async () => {
    const { session } = await open();
    const { search, timeline } = session;
    const span = { start: 39_000_000, end: 42_000_000 };
    search.setSpan(span);
    timeline.fit(span);
    await idle(session);
    expect(timeline.visible).toEqual(padded(span));
    search.setSpan(undefined);
    await idle(session);
    expect(timeline.visible).toEqual(padded({ start: 0, end: 90_000_001 }));
    search.back();
    await idle(session);
    expect(timeline.visible).toEqual(padded(span));
  });

  it('asks what is in view without waiting for the lanes, and leaves a window that moves alone', async () => {
    const { session, queries } = await open();
    session.timeline.show({ start: 1000, end: 2000 });
    const before = queries.asked.length;
    queries.hold();
    session.search.pivot('accessKey', 'AKIA2');
    const asked = queries.asked.slice(before);
    expect(asked).toContain('lanes');
    expect(asked).toContain('countIn');
    session.timeline.show({ start: 3000, end: 5000 });
    queries.release();
    await idle(session);
    expect(session.timeline.visible).toEqual({ start: 3000, end: 5000 });
  });

  it('goes to the selection where a filter leaves nothing in view, and stays otherwise', async () => {
    const { session } = await open();
    session.timeline.show({ start: 80_000_000, end: 90_000_001 });
    session.search.include('sourceIp', '203.0.113.9');
    await idle(session);
    expect(session.timeline.visible).toEqual({ start: 80_000_000, end: 90_000_001 });
    session.search.back();
    await idle(session);
    session.search.include('sourceIp', '198.51.1.1');
    await idle(session);
    expect(session.timeline.visible).toEqual(burst);
  });

  it('stays where nothing is selected at all, and where the same events are shown otherwise', async () => {
    const { session } = await open();
    const near = { start: 50_000_000, end: 60_000_000 };
    session.timeline.show(near);
    session.lanes.setField('accessKey');
    await idle(session);
    session.search.setText('no such thing');
    await idle(session);
    expect(session.timeline.visible).toEqual(near);
  });

  it('fits the selected events, and the whole case when asked again', async () => {
    const { session } = await open();
    session.search.include('accessKey', 'AKIA2');
    await idle(session);
    session.timeline.fit();
    expect(session.timeline.visible).toEqual(burst);
    session.timeline.fit();
    expect(session.timeline.visible).toEqual(padded({ start: 0, end: 90_000_001 }));
  });
});
