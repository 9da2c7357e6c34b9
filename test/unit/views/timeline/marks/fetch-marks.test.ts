import { describe, expect, it } from 'vitest';
import type { Marks, MarksRequest } from '../../../../../renderer/core/layout/marks.ts';
import {
  MarksFetcher,
  mostSingleEvents,
} from '../../../../../renderer/views/timeline/marks/fetch-marks.svelte.ts';
import type { MarksView } from '../../../../../renderer/views/timeline/marks/held-marks.ts';
import type { TimelineData } from '../../../../../renderer/state/timeline/timeline-data.ts';
import {
  lanesOf,
  madeData,
  madeLanes,
  plainMarks,
  rowsOf,
  valueLanes,
} from '../../../../fixtures/timeline-marks.ts';

interface Asked {
  readonly request: MarksRequest;
  readonly signal: AbortSignal;
  answer(marks?: Marks): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A worker that answers when told to, and a clock that rests when told to. */
function setUp(laneCount = 100) {
  const asked: Asked[] = [];
  let resting: (() => void) | undefined;
  const data: TimelineData = {
    ...madeData([]),
    lanes: madeLanes(laneCount),
    marks: (request, signal) =>
      new Promise((resolve, reject) => {
        const settled = async () => {
          // As many turns as an answer takes through the fetcher's promises, and some to spare.
          for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        };
        asked.push({
          request,
          signal,
          answer: (marks = plainMarks([{ time: 1500, lane: 0 }], request)) => {
            resolve(marks);
            return settled();
          },
          fail: (error) => {
            reject(error);
            return settled();
          },
        });
      }),
  };
  const fetcher = new MarksFetcher((run) => {
    resting = run;
    return () => {
      resting = undefined;
    };
  });
  const view: MarksView = {
    data,
    window: { start: 1000, end: 2000 },
    width: 700,
    lanes: { first: 40, count: 20 },
  };
  const rest = () => {
    const run = resting;
    resting = undefined;
    run?.();
  };
  const ask = (place: number): Asked => {
    const one = asked[place];
    if (one === undefined) throw new Error(`asked ${asked.length} times only`);
    return one;
  };
  return { asked, ask, fetcher, view, rest };
}

const window = (start: number, end: number) => ({ window: { start, end } });

describe('MarksFetcher', () => {
  it('asks for the window and half of it on each side, and for a margin of lanes', () => {
    const { ask, fetcher, view } = setUp();
    fetcher.look(view);
    const { request } = ask(0);
    expect(request.span).toEqual({ start: 500, end: 2500 });
    expect(request.bins).toBe(700);
    expect(request.maxEvents).toBe(mostSingleEvents);
    expect(request.lanes).toEqual(
      valueLanes(...Array.from({ length: 40 }, (_, lane) => 31 + lane)),
    );
  });

  it('asks nothing while the window moves within what it holds', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    for (let by = 0; by <= 500; by += 50)
      fetcher.look({ ...view, ...window(1000 + by, 2000 + by) });
    expect(asked).toHaveLength(1);
    expect(fetcher.held?.span).toEqual({ start: 500, end: 2500 });
  });

  it('asks when the window leaves what it holds', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    fetcher.look({ ...view, ...window(1600, 2600) });
    expect(asked).toHaveLength(2);
    expect(ask(1).request.span).toEqual({ start: 1100, end: 3100 });
  });

  it('asks when the zoom passes three, and not before', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    fetcher.look({ ...view, ...window(1330, 1670) });
    expect(asked).toHaveLength(1);
    fetcher.look({ ...view, ...window(1340, 1660) });
    expect(asked).toHaveLength(2);
  });

  it('asks for sharp marks once movement stops, and then no more', async () => {
    const { asked, ask, fetcher, view, rest } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    rest();
    expect(asked).toHaveLength(1);
    fetcher.look({ ...view, ...window(1100, 1900) });
    rest();
    expect(asked).toHaveLength(2);
    await ask(1).answer();
    rest();
    expect(asked).toHaveLength(2);
    expect(fetcher.restingWindow).toEqual({ start: 1100, end: 1900 });
  });

  it('asks for fewer cells while moving, and for all of them once movement stops', async () => {
    const { ask, fetcher, view, rest } = setUp();
    const dense = ({ request }: Asked) => {
      const events = Array.from({ length: 20 }, () => ({ time: 2000, lane: 41 }));
      return plainMarks(events, { ...request, maxEvents: 10 });
    };
    fetcher.look(view);
    expect(ask(0).request.bins).toBe(700);
    await ask(0).answer(dense(ask(0)));
    fetcher.look({ ...view, ...window(1600, 2600) });
    expect(ask(1).request.bins).toBe(350);
    await ask(1).answer(dense(ask(1)));
    rest();
    expect(ask(2).request).toMatchObject({ bins: 700, span: ask(1).request.span });
  });

  it('does not ask again where single events came for the moving window', async () => {
    const { asked, ask, fetcher, view, rest } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    fetcher.look({ ...view, ...window(1600, 2600) });
    await ask(1).answer();
    rest();
    expect(asked).toHaveLength(2);
  });

  it('has one question under way, and asks for the newest window after it', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    fetcher.look({ ...view, ...window(5000, 6000) });
    fetcher.look({ ...view, ...window(9000, 10_000) });
    expect(asked).toHaveLength(1);
    expect(ask(0).signal.aborted).toBe(false);
    await ask(0).answer();
    expect(asked).toHaveLength(2);
    expect(ask(1).request.span).toEqual({ start: 8500, end: 10_500 });
  });

  it('keeps marks on the screen while evidence grows, as long as no lane moves', async () => {
    const { ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    const held = fetcher.held;
    const grown = setUp(101);
    fetcher.look({ ...view, data: grown.view.data });
    expect(fetcher.held).toBe(held);
    expect(grown.asked).toHaveLength(1);
    await grown.ask(0).answer();
    expect(fetcher.held?.view.data).toBe(grown.view.data);
  });

  it('gives up the question and the marks of another selection', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    fetcher.look({ ...view, ...window(5000, 6000) });
    const other = setUp();
    const names = rowsOf(other.view.data.lanes).map(({ value }) => value);
    const lanes = lanesOf(...names.toReversed());
    const data = { ...other.view.data, lanes };
    fetcher.look({ ...view, data });
    expect(fetcher.held).toBeUndefined();
    expect(ask(1).signal.aborted).toBe(true);
    expect(other.asked).toHaveLength(1);
    await ask(1).answer();
    expect(fetcher.held).toBeUndefined();
    expect(asked).toHaveLength(2);
    await other.ask(0).answer();
    expect(fetcher.held?.view.data).toBe(data);
  });

  it('asks again when the lanes scroll past the margin', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    fetcher.look({ ...view, lanes: { first: 50, count: 20 } });
    expect(asked).toHaveLength(1);
    fetcher.look({ ...view, lanes: { first: 51, count: 20 } });
    expect(asked).toHaveLength(2);
  });

  it('keeps what it holds when a question fails, says why, and asks again on the next move', async () => {
    const { asked, ask, fetcher, view } = setUp();
    fetcher.look(view);
    await ask(0).answer();
    const held = fetcher.held;
    fetcher.look({ ...view, ...window(5000, 6000) });
    await ask(1).fail(new Error('the worker is gone'));
    expect(fetcher.failure).toBe('the worker is gone');
    expect(fetcher.held).toBe(held);
    fetcher.look({ ...view, ...window(5001, 6001) });
    expect(asked).toHaveLength(3);
    await ask(2).answer();
    expect(fetcher.failure).toBeUndefined();
  });

  it('fans the events of one second', async () => {
    const { ask, fetcher, view } = setUp();
    fetcher.look(view);
    const burst = [1500, 1500, 1500].map((time) => ({ time, lane: 45 }));
    await ask(0).answer(plainMarks(burst, ask(0).request));
    expect([...(fetcher.held?.fan.size ?? [])]).toEqual([3, 3, 3]);
  });

  it('asks nothing without lanes or without width, and nothing once closed', async () => {
    const { asked, ask, fetcher, view, rest } = setUp();
    fetcher.look({ ...view, width: 0 });
    fetcher.look({ ...view, lanes: { first: 0, count: 0 } });
    rest();
    expect(asked).toHaveLength(0);
    fetcher.look(view);
    fetcher.close();
    expect(ask(0).signal.aborted).toBe(true);
    await ask(0).answer();
    rest();
    expect(asked).toHaveLength(1);
    expect(fetcher.held).toBeUndefined();
  });
});
