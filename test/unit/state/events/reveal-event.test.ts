import { describe, expect, it } from 'vitest';
import { elbOnly } from '../../../../renderer/core/query/filter.ts';
import { pivotTo } from '../../../../renderer/state/search/filter-edits.ts';
import { revealEvent } from '../../../../renderer/state/events/reveal-event.ts';
import { idle, openDesk } from '../desk.ts';

describe('revealEvent', () => {
  it('chooses an event and leaves a filter that has it as it is', async () => {
    const { session } = await openDesk();
    await revealEvent(session, 1);
    await idle(session);
    expect(session.selection.event?.ref).toBe(1);
    expect(session.search.filter).toEqual(elbOnly);
  });

  it('shows all that the key did where the filter leaves the event out', async () => {
    const { session } = await openDesk();
    await revealEvent(session, 3);
    await idle(session);
    expect(session.selection.event?.ref).toBe(3);
    expect(session.search.filter).toEqual(pivotTo('accessKey', ['AKIA1']));
    expect(session.pages.place).toBe(2);
  });
});
