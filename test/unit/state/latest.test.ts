import { describe, expect, it } from 'vitest';
import { Latest, reasonOf } from '../../../renderer/state/latest.ts';

describe('Latest', () => {
  it('hands an answer on', async () => {
    const outcome = await new Latest().ask(() => Promise.resolve(7));
    expect(outcome).toEqual({ kind: 'answer', value: 7 });
  });

  it('drops the answer of the question before, even where it comes last', async () => {
    const latest = new Latest();
    let arrive = (): void => undefined;
    const first = latest.ask(
      () =>
        new Promise<string>((resolve) => {
          arrive = () => {
            resolve('old');
          };
        }),
    );
    const second = await latest.ask(() => Promise.resolve('new'));
    arrive();
    expect(second).toEqual({ kind: 'answer', value: 'new' });
    expect(await first).toEqual({ kind: 'late' });
  });

  it('tells the question before that it is not wanted any more', async () => {
    const latest = new Latest();
    let told: AbortSignal | undefined;
    const first = latest.ask((signal) => {
      told = signal;
      return Promise.resolve(1);
    });
    latest.drop();
    expect(told?.aborted).toBe(true);
    expect(await first).toEqual({ kind: 'late' });
  });

  it('takes a failure as an outcome, and one that is not wanted any more as late', async () => {
    const latest = new Latest();
    const failed = await latest.ask(() => Promise.reject(new Error('no disk')));
    const late = latest.ask(() => Promise.reject(new Error('aborted')));
    latest.drop();
    expect(failed).toEqual({ kind: 'failed', reason: 'no disk' });
    expect(await late).toEqual({ kind: 'late' });
  });
});

describe('reasonOf', () => {
  it('is the message of an error, and the text of anything else', () => {
    expect([reasonOf(new Error('full')), reasonOf('odd')]).toEqual(['full', 'odd']);
  });
});
