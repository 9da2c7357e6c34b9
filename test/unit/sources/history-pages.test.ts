import { describe, expect, it } from 'vitest';
import type { AwsProblem, LookUpRequest } from '../../../renderer/host/host.ts';
import type { AnswerInput } from '../../../renderer/sources/answer-pages.ts';
import { historyPages, type RegionQuery } from '../../../renderer/sources/history-pages.ts';

const query = (region: string): RegionQuery => ({
  ...{ account: '111122223333', region, attribute: undefined },
  span: { start: 0, end: 86_400_000 },
});
const folder = (region: string): string =>
  `event-history://111122223333/${region}/all/1970-01-01T000000Z--1970-01-02T000000Z/`;
const denied: AwsProblem = { scope: 'object', reason: 'Denied.', wayOut: 'Ask for it.' };

/** Answers a request by its region and the place to go on from: pages that were put there. */
function read(
  regions: readonly string[],
  answer: (request: LookUpRequest) => { next: string | undefined } | AwsProblem,
) {
  const failed: string[] = [];
  const stop = new AbortController();
  const pages = historyPages(regions.map(query), {
    aws: {
      lookUpEvents: (request) => {
        const found = answer(request);
        if ('scope' in found) return Promise.resolve({ kind: 'problem', problem: found });
        const text = `${request.region} ${request.next ?? 'first'}`;
        const bytes = new Uint8Array(new TextEncoder().encode(text));
        return Promise.resolve({ kind: 'answer', answer: { bytes, next: found.next } });
      },
    },
    ...{ connection: 1, signal: stop.signal },
    failed: ({ region }) => failed.push(region),
  });
  const inputs: AnswerInput[] = [];
  return { pages, inputs, failed, stop };
}

async function all(reading: ReturnType<typeof read>): Promise<readonly AnswerInput[]> {
  for await (const slice of reading.pages) reading.inputs.push(...slice);
  return reading.inputs;
}

describe('historyPages', () => {
  it('follows each region to its end, page by page, and keeps the bytes', async () => {
    const reading = read(['eu-west-1', 'us-east-1'], ({ region, next }) => ({
      next: region === 'eu-west-1' && next === undefined ? 'more' : undefined,
    }));
    const inputs = await all(reading);
    expect(inputs.map(({ path }) => path).sort()).toEqual([
      `${folder('eu-west-1')}page-00001.json`,
      `${folder('eu-west-1')}page-00002-last.json`,
      `${folder('us-east-1')}page-00001-last.json`,
    ]);
    const second = inputs.find(({ path }) => path.endsWith('2-last.json'));
    if (second?.kind !== 'file') throw new Error('there is no second page');
    expect(await second.file.text()).toBe('eu-west-1 more');
    expect(reading.failed).toEqual([]);
  });

  it('names a region that gives no more, and goes on with the others', async () => {
    const reading = read(['eu-west-1', 'us-east-1'], ({ region }) =>
      region === 'eu-west-1' ? denied : { next: undefined },
    );
    expect(await all(reading)).toEqual(
      expect.arrayContaining([
        {
          ...{ kind: 'unlisted', path: folder('eu-west-1') },
          ...{ outcome: 'unreadable', reason: 'Denied. Ask for it.' },
        },
        expect.objectContaining({ path: `${folder('us-east-1')}page-00001-last.json` }),
      ]),
    );
    expect(reading.failed).toEqual(['eu-west-1']);
  });

  it('ends where the places to go on from go round', async () => {
    const reading = read(['eu-west-1'], ({ next }) => ({ next: next === 'a' ? 'b' : 'a' }));
    const inputs = await all(reading);
    expect(inputs.map(({ kind }) => kind)).toEqual(['file', 'file', 'file', 'unlisted']);
    expect(reading.failed).toEqual(['eu-west-1']);
  });

  it('asks nothing more after it was told to stop', async () => {
    let asked = 0;
    const reading = read(['eu-west-1'], () => ({ next: String(asked++) }));
    await reading.pages.next();
    reading.stop.abort();
    expect(await all(reading)).toEqual([]);
    expect(asked).toBeLessThanOrEqual(2);
  });
});
