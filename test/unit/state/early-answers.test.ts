import { describe, expect, it } from 'vitest';
import { everything } from '../../../renderer/core/query/filter.ts';
import { EarlyAnswers } from '../../../renderer/state/early-answers.ts';
import type { QueryPort } from '../../../renderer/state/query-port.ts';

const span = { start: 0, end: 9 };

/** Answers every question with the number of questions so far; `refuses` those of a call. */
function setUp(refuses = '') {
  const asked: string[] = [];
  const port: QueryPort = {
    ask: (call) => {
      asked.push(call);
      return call === refuses
        ? Promise.reject(new Error('gone'))
        : Promise.resolve(asked.length as never);
    },
  };
  return { asked, early: new EarlyAnswers(port) };
}

describe('EarlyAnswers', () => {
  it('answers what was asked early from what has come, one time', async () => {
    const { asked, early } = setUp();
    const ask = () => early.ask('countIn', { filter: everything, span });
    void ask();
    await early.arrive();
    expect(asked).toEqual(['countIn']);
    expect(await ask()).toBe(1);
    expect(asked).toHaveLength(1);
    expect(await ask()).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('asks what is another question', async () => {
    const { asked, early } = setUp();
    void early.ask('countIn', { filter: everything, span });
    await early.arrive();
    expect(await early.ask('countIn', { filter: everything, span: { start: 0, end: 8 } })).toBe(2);
    expect(await early.ask('find', { filter: everything })).toBe(3);
    expect(asked).toEqual(['countIn', 'countIn', 'find']);
  });

  it('arrives where a question has no answer, and tells so who asks it again', async () => {
    const { early } = setUp('sources');
    void early.ask('sources', {});
    await early.arrive();
    await expect(early.ask('sources', {})).rejects.toThrow('gone');
  });
});
