import { describe, expect, it } from 'vitest';
import type { JournalRow } from '../../../../renderer/core/journal/journal-entry.ts';
import { Activity } from '../../../../renderer/state/app/activity.svelte.ts';
import { Notices } from '../../../../renderer/state/app/notices.svelte.ts';
import { CaseJournal } from '../../../../renderer/state/case/case-journal.svelte.ts';

const info = {
  ...{ id: 'one', name: 'Checkout outage', created: 0, opened: 0 },
  ...{ events: 0, files: 0, bytes: 0 },
};

describe('CaseJournal', () => {
  it('begins none in a case whose journal can’t be read', async () => {
    const added: JournalRow[] = [];
    const notices = new Notices();
    const journal = new CaseJournal({
      open: () => ({
        read: () => Promise.reject(new Error('the disk fails')),
        append: (row) => {
          added.push(row);
          return Promise.resolve();
        },
        entryOf: () => undefined,
        onLost: () => undefined,
        close: () => undefined,
      }),
      query: { ask: () => Promise.reject(new Error('nothing is asked')) },
      notices,
      activity: new Activity(),
      version: () => Promise.resolve('1.2.3'),
      zone: () => 'UTC',
      user: () => '',
    });
    await journal.open(info);
    expect(added).toEqual([]);
    expect(notices.list.map(({ title }) => title)).toEqual(['The journal can’t be read']);
  });
});
