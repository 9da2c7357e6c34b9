import { afterEach, describe, expect, it } from 'vitest';
import { everything } from '../../../../renderer/core/query/filter.ts';
import type { QueryAnswer, QueryAsk } from '../../../../renderer/workers/query/query.ts';
import { QueryClient } from '../../../../renderer/workers/query/query-client.ts';

/** The workers' side, answered by hand. */
class HandWorkers {
  readonly asked: (readonly QueryAsk[])[] = [];
  started = 0;
  answer: (...answers: readonly QueryAnswer[]) => void = () => undefined;
  die: (reason: string) => void = () => undefined;
  readonly client = new QueryClient((hear, died) => {
    this.started++;
    this.answer = (...answers) => {
      hear(answers);
    };
    this.die = died;
    return { postMessage: (asks) => this.asked.push(asks) };
  });
}

const find = { filter: everything };
const answered = (number: number, reply: unknown): QueryAnswer => ({
  number,
  kind: 'answered',
  reply,
  milliseconds: 7,
});

describe('QueryClient', () => {
  afterEach(() => {
    performance.clearMeasures();
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const workers = new HandWorkers();
    const { client } = workers;
    const sums = client.ask('find', find);
    const lanes = client.ask('lanes', { ...find, fields: { field: 'sourceIp' }, sort: 'count' });
    workers.answer(answered(2, ['lane']), answered(1, { count: 3 }));
    expect(await lanes).toEqual(['lane']);
    expect(await sums).toEqual({ count: 3 });
  });

  it('sends together what is asked in one go, without what is not wanted any more', async () => {
    const workers = new HandWorkers();
    const { client } = workers;
    const abort = new AbortController();
    const dropped = client.ask('integrity', {}, abort.signal);
    void client.ask('find', find);
    void client.ask('ledger', {});
    abort.abort();
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    void client.ask('find', find);
    await Promise.resolve();
    expect(workers.asked.map((asks) => asks.map(({ call }) => call))).toEqual([
      ['find', 'ledger'],
      ['find'],
    ]);
  });

  it('rejects with the reason of a failure', async () => {
    const workers = new HandWorkers();
    const found = workers.client.ask('find', find);
    workers.answer({ number: 1, kind: 'failed', reason: 'No case is open' });
    await expect(found).rejects.toThrow('No case is open');
  });

  it('rejects an aborted question at once and drops its late answer', async () => {
    const workers = new HandWorkers();
    const { client } = workers;
    const abort = new AbortController();
    const found = client.ask('find', find, abort.signal);
    abort.abort();
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    workers.answer(answered(1, { count: 3 }));
    expect(performance.getEntriesByName('query:find')).toEqual([]);
  });

  it('does not ask what is aborted already', async () => {
    const workers = new HandWorkers();
    const found = workers.client.ask('find', find, AbortSignal.abort());
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.resolve();
    expect(workers.asked).toEqual([]);
  });

  it('does not mind an abort after the answer', async () => {
    const workers = new HandWorkers();
    const abort = new AbortController();
    const found = workers.client.ask('find', find, abort.signal);
    workers.answer(answered(1, { count: 3 }));
    abort.abort();
    expect(await found).toEqual({ count: 3 });
  });

  it('rejects everything that waits when the worker dies, and asks another one from then on', async () => {
    const workers = new HandWorkers();
    const { client } = workers;
    const lost: string[] = [];
    client.onLost((reason) => lost.push(reason));
    const both = [client.ask('find', find), client.ask('ledger', {})];
    workers.die('out of memory');
    for (const one of both) await expect(one).rejects.toThrow('out of memory');
    expect(lost).toEqual(['The query worker stopped: out of memory.']);
    expect(workers.started).toBe(2);
    const found = client.ask('find', find);
    workers.answer(answered(3, { count: 3 }));
    expect(await found).toEqual({ count: 3 });
  });

  it('leaves one measure of each call, with the part of the worker', async () => {
    const workers = new HandWorkers();
    const { client } = workers;
    for (const number of [1, 2]) {
      const found = client.ask('find', find);
      workers.answer(answered(number, {}));
      await found;
    }
    expect(performance.getEntriesByName('query:find')).toMatchObject([
      { entryType: 'measure', detail: { milliseconds: 7 } },
    ]);
  });
});
