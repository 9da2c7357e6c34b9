import { describe, expect, it } from 'vitest';
import { evidenceSource } from '../../fixtures/evidence-source.ts';
import { MemoryCase } from '../../fixtures/memory-case.ts';
import { deskEvents, openDesk } from './desk.ts';

function readerWithTrouble(): MemoryCase {
  const reader = new MemoryCase(deskEvents).store();
  reader.sourceList = [
    evidenceSource({ id: 1, verdict: 'imported' }),
    evidenceSource({ id: 2, verdict: 'unreadable', reason: 'truncated gzip' }),
    evidenceSource({ id: 3, verdict: 'imported' }),
  ];
  reader.issueList = [
    { source: 2, recordIndex: undefined, offset: 40, reason: 'truncated gzip', sample: '' },
  ];
  return reader;
}

describe('Ledger', () => {
  it('lists every file with its verdict, and what could not be read', async () => {
    const { session } = await openDesk(readerWithTrouble());
    await session.ledger.open();
    expect(session.ledger.isOpen).toBe(true);
    expect(session.ledger.shown.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect([...session.ledger.counts]).toEqual([
      ['imported', 2],
      ['unreadable', 1],
    ]);
    expect(session.ledger.issues[0]?.reason).toBe('truncated gzip');
    expect(session.ledger.sourceOf(2)?.verdict).toBe('unreadable');
  });

  it('shows the files of one verdict', async () => {
    const { session } = await openDesk(readerWithTrouble());
    await session.ledger.open('unreadable');
    expect(session.ledger.shown.map(({ id }) => id)).toEqual([2]);
    session.ledger.showOnly(undefined);
    expect(session.ledger.shown).toHaveLength(3);
  });
});
