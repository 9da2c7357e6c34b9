import { describe, expect, it } from 'vitest';
import { elbOnly } from '../../../../renderer/core/query/filter.ts';
import { runCommand } from '../../../../renderer/state/app/run-command.ts';
import { idle, openDesk } from '../desk.ts';

describe('CompareState', () => {
  it('sets what was kept beside what is selected later', async () => {
    const { session } = await openDesk();
    const { compare, search } = session;
    runCommand('compare', session);
    expect([compare.isOpen, compare.kept]).toEqual([true, undefined]);
    compare.keep(search.filter);
    expect([compare.kept, compare.differs]).toEqual([elbOnly, false]);
    expect(compare.comparison).toEqual({ phase: 'none' });
    compare.close();
    search.setSpan({ start: 0, end: 2500 });
    compare.open();
    await idle(session);
    expect(compare.differs).toBe(true);
    expect(compare.comparison).toMatchObject({
      phase: 'done',
      value: { first: { count: 4 }, second: { count: 2 } },
    });
  });

  it('keeps an entity’s activity, and forgets it with the case', async () => {
    const { session } = await openDesk();
    session.compare.keep({ ...elbOnly, scope: 'all' });
    await session.caseWork.create('Another');
    expect(session.compare.kept).toBeUndefined();
    await idle(session);
  });
});
