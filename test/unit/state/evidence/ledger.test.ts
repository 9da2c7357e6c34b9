import { describe, expect, it } from 'vitest';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import type { Ledger } from '../../../../renderer/state/evidence/ledger.svelte.ts';
import { deskEvents, idle, openDesk } from '../desk.ts';

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

/** The files of the ledger that have been fetched, in order. */
function shown({ files, count }: Ledger): readonly number[] {
  return Array.from({ length: count }, (_, place) => files.at(place)?.id ?? -1);
}

describe('Ledger', () => {
  it('lists every file with its verdict, and what could not be read', async () => {
    const reader = readerWithTrouble();
    const { session } = await openDesk(reader);
    await session.ledger.open();
    expect(session.ledger.isOpen).toBe(true);
    expect(shown(session.ledger).toSorted()).toEqual([1, 2, 3]);
    expect([...session.ledger.facts.verdicts]).toEqual([
      ['imported', 2],
      ['unreadable', 1],
    ]);
    expect(session.ledger.facts.issues).toBe(1);
    const path = reader.sourceList[1]?.path;
    expect(session.ledger.issues.at(0)).toMatchObject({ reason: 'truncated gzip', path });
  });

  it('lists what needs a look first, and sorts by any column', async () => {
    const reader = readerWithTrouble();
    reader.sourceList = [
      evidenceSource({ id: 1, verdict: 'imported', path: '/e/b.json', kept: 5 }),
      evidenceSource({ id: 2, verdict: 'archive', path: '/e/a.zip', kept: 0 }),
      evidenceSource({ id: 3, verdict: 'skipped', path: '/e/c.txt', kept: 0 }),
      evidenceSource({ id: 4, verdict: 'partly', path: '/e/d.json', kept: 9 }),
      evidenceSource({ id: 5, verdict: 'unreadable', path: '/e/e.gz', kept: 0 }),
      evidenceSource({ id: 6, verdict: 'imported', path: '/e/f.json', kept: 7 }),
    ];
    const { session } = await openDesk(reader);
    await session.ledger.open();
    const order = async (): Promise<readonly number[]> => {
      await idle(session);
      return shown(session.ledger);
    };
    expect(await order()).toEqual([5, 4, 3, 1, 6, 2]);
    session.ledger.sortBy('kept');
    expect(await order()).toEqual([4, 6, 1, 2, 3, 5]);
    session.ledger.sortBy('kept');
    expect((await order()).slice(-2)).toEqual([6, 4]);
    session.ledger.sortBy('path');
    expect(await order()).toEqual([2, 1, 3, 4, 5, 6]);
  });

  it('says once in which folder all files are', async () => {
    const reader = readerWithTrouble();
    reader.sourceList = [
      evidenceSource({ id: 1, path: '/evidence/AWSLogs/1111/eu-west-1/x.json.gz' }),
      evidenceSource({ id: 2, path: '/evidence/AWSLogs/1112/eu-west-1/y.json.gz' }),
    ];
    const { session } = await openDesk(reader);
    await session.ledger.open();
    expect(session.ledger.facts.folder).toBe('/evidence/AWSLogs/');
    expect(session.ledger.within('/evidence/AWSLogs/1111/x')).toBe('1111/x');
    expect(session.ledger.within('/elsewhere/x')).toBe('/elsewhere/x');
  });

  it('shows the files of one verdict', async () => {
    const { session } = await openDesk(readerWithTrouble());
    await session.ledger.open('unreadable');
    expect(shown(session.ledger)).toEqual([2]);
    session.ledger.showOnly(undefined);
    await idle(session);
    expect(shown(session.ledger)).toHaveLength(3);
  });
});
