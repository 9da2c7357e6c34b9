import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyJournal,
  hashOf,
  sealEntry,
  type JournalRow,
} from '../../../../renderer/core/journal/journal-entry.ts';
import { journalLines, verifyJournal } from '../../../../renderer/core/journal/verify-journal.ts';

/** A journal of so many entries. */
function journalOf(length: number): readonly JournalRow[] {
  const rows: JournalRow[] = [];
  for (let made = 0; made < length; made++) {
    const act = { kind: 'case renamed', before: `${made}`, after: `ü ${made + 1}` } as const;
    const head = rows.at(-1) ?? emptyJournal;
    const at = '2026-05-01T10:00:00+02:00';
    rows.push(sealEntry(head, { at, zone: 'Europe/Berlin', user: 'A. Analyst', app: '1.0', act }));
  }
  return rows;
}

describe('verifyJournal', () => {
  it('finds nothing wrong with what was sealed', () => {
    const rows = journalOf(5);
    expect(verifyJournal(rows)).toEqual([]);
    expect(verifyJournal(rows, rows[4])).toEqual([]);
    expect(verifyJournal(rows, rows[2])).toEqual([]);
    expect(verifyJournal([])).toEqual([]);
  });

  it('finds any change of any text, and where it is', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), (place, at) => {
        const rows = journalOf(5).map((row, number) => {
          if (number !== place) return row;
          const index = at % row.text.length;
          const other = row.text[index] === 'x' ? 'y' : 'x';
          return { ...row, text: row.text.slice(0, index) + other + row.text.slice(index + 1) };
        });
        expect(verifyJournal(rows).map(({ number }) => number)).toEqual([place + 1]);
      }),
    );
  });

  it('finds a text whose hash was made anew, by the entry after it', () => {
    const rows = journalOf(3).map((row, place) => {
      const text = place === 1 ? row.text.replace('Analyst', 'Nobody') : row.text;
      return { ...row, text, hash: hashOf(text) };
    });
    expect(verifyJournal(rows).map(({ number }) => number)).toEqual([3]);
  });

  it.each([
    ['one taken out', (rows: readonly JournalRow[]) => rows.toSpliced(1, 1)],
    ['two exchanged', ([a, b, ...rest]: readonly JournalRow[]) => [b, a, ...rest]],
    ['one twice', ([a, ...rest]: readonly JournalRow[]) => [a, a, ...rest]],
    ['the first cut off', ([, ...rest]: readonly JournalRow[]) => rest],
    [
      'no JSON, with its hash',
      ([a, ...rest]: readonly JournalRow[]) => [
        { number: 1, text: 'x', hash: hashOf('x') },
        ...rest.slice(0, 0),
        a,
      ],
    ],
  ])('finds %s', (_, change) => {
    const rows = change(journalOf(4)).filter((row) => row !== undefined);
    expect(verifyJournal(rows).length).toBeGreaterThan(0);
  });

  it('finds an end that was cut off, or written again, by the head noted elsewhere', () => {
    const rows = journalOf(4);
    const last = rows[3];
    expect(verifyJournal(rows.slice(0, 3))).toEqual([]);
    expect(verifyJournal(rows.slice(0, 3), last)).toMatchObject([{ number: 4 }]);
    const other = sealEntry(rows[2] ?? emptyJournal, {
      ...{ at: '', zone: '', user: '', app: '' },
      act: { kind: 'case renamed', before: '', after: 'x' },
    });
    expect(verifyJournal([...rows.slice(0, 3), other], last)).toMatchObject([{ number: 4 }]);
  });
});

describe('journalLines', () => {
  it('can be checked with nothing but SHA-256', () => {
    const lines = journalLines(journalOf(3)).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    let previous = '0'.repeat(64);
    for (const line of lines) {
      const text = line.slice(66);
      expect(createHash('sha256').update(text).digest('hex')).toBe(line.slice(0, 64));
      expect(text).toContain(`"previous":"${previous}"`);
      previous = line.slice(0, 64);
    }
  });
});
