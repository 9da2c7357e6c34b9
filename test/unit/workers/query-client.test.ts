import { afterEach, describe, expect, it } from 'vitest';
import { everything } from '../../../renderer/core/query/filter.ts';
import type { QueryAnswer, QueryAsk } from '../../../renderer/workers/query.ts';
import { QueryClient, type QueryPipe } from '../../../renderer/workers/query-client.ts';

/** The worker's side of the pipe, answered by hand. */
class HandPipe extends EventTarget implements QueryPipe {
  readonly asked: QueryAsk[] = [];

  postMessage(ask: QueryAsk): void {
    this.asked.push(ask);
  }

  answer(answer: QueryAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
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
    const pipe = new HandPipe();
    const client = new QueryClient(pipe);
    const sums = client.ask('find', find);
    const lanes = client.ask('lanes', { ...find, fields: { field: 'sourceIp' }, sort: 'count' });
    expect(pipe.asked.map(({ call }) => call)).toEqual(['find', 'lanes']);
    pipe.answer(answered(2, ['lane']));
    pipe.answer(answered(1, { count: 3 }));
    expect(await lanes).toEqual(['lane']);
    expect(await sums).toEqual({ count: 3 });
  });

  it('rejects with the reason of a failure', async () => {
    const pipe = new HandPipe();
    const found = new QueryClient(pipe).ask('find', find);
    pipe.answer({ number: 1, kind: 'failed', reason: 'No case is open' });
    await expect(found).rejects.toThrow('No case is open');
  });

  it('rejects an aborted question at once and drops its late answer', async () => {
    const pipe = new HandPipe();
    const client = new QueryClient(pipe);
    const abort = new AbortController();
    const found = client.ask('find', find, abort.signal);
    abort.abort();
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    pipe.answer(answered(1, { count: 3 }));
    expect(performance.getEntriesByName('query:find')).toEqual([]);
  });

  it('does not ask what is aborted already', async () => {
    const pipe = new HandPipe();
    const found = new QueryClient(pipe).ask('find', find, AbortSignal.abort());
    await expect(found).rejects.toMatchObject({ name: 'AbortError' });
    expect(pipe.asked).toEqual([]);
  });

  it('does not mind an abort after the answer', async () => {
    const pipe = new HandPipe();
    const abort = new AbortController();
    const found = new QueryClient(pipe).ask('find', find, abort.signal);
    pipe.answer(answered(1, { count: 3 }));
    abort.abort();
    expect(await found).toEqual({ count: 3 });
  });

  it('rejects everything that waits when the worker breaks', async () => {
    const pipe = new HandPipe();
    const client = new QueryClient(pipe);
    const both = [client.ask('find', find), client.ask('ledger', {})];
    pipe.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    for (const one of both) await expect(one).rejects.toThrow('out of memory');
  });

  it('leaves one measure of each call, with the part of the worker', async () => {
    const pipe = new HandPipe();
    const client = new QueryClient(pipe);
    for (const number of [1, 2]) {
      const found = client.ask('find', find);
      pipe.answer(answered(number, {}));
      await found;
    }
    expect(performance.getEntriesByName('query:find')).toMatchObject([
      { entryType: 'measure', detail: { milliseconds: 7 } },
    ]);
  });
});
