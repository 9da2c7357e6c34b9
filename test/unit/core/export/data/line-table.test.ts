import { describe, expect, it } from 'vitest';
import { entityLines } from '../../../../../renderer/core/export/data/entity-lines.ts';
import { findingLines } from '../../../../../renderer/core/export/data/finding-lines.ts';
import {
  ledgerLines,
  type LedgerSource,
} from '../../../../../renderer/core/export/data/ledger-lines.ts';
import { headLine, rowLine } from '../../../../../renderer/core/export/data/line-table.ts';
import type { LineTable } from '../../../../../renderer/core/export/data/line-table.ts';
import type { EvidenceSource } from '../../../../../renderer/core/source/evidence.ts';
import { laneFields } from '../../../../../renderer/core/layout/marks.ts';
import { TextIndex } from '../../../../../renderer/core/query/text-index.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { madeSource, madeTable } from '../made-table.ts';
import { hostileTexts } from '../report/made-report.ts';
import { readPlainCsv, withoutApostrophe } from './plain-csv.ts';
import { allOf, streamed } from './streams.ts';

const noon = Date.UTC(2026, 4, 1, 12);

async function csvOf(table: LineTable): Promise<readonly (readonly string[])[]> {
  const lines = (await allOf(table.rows)).map((row) => rowLine(table.columns, row, 'csv'));
  return readPlainCsv(headLine(table, 'csv') + lines.join(''));
}

async function jsonOf(table: LineTable): Promise<readonly Readonly<Record<string, unknown>>[]> {
  expect(headLine(table, 'ndjson')).toBe('');
  return (await allOf(table.rows)).map((row) => {
    const line = rowLine(table.columns, row, 'ndjson');
    expect(line.trimEnd()).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cc}]/u);
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  });
}

/** A ledger of one file that was wholly read. */
function ledgerOf(source: EvidenceSource): LedgerSource {
  return {
    sources: [source],
    issues: streamed([]),
    issuesInAll: 0,
    conflicts: [],
    check: undefined,
  };
}

describe('entityLines', () => {
  const table = madeTable([
    { time: noon, text: { sourceIp: '203.0.113.7', accessKey: 'AKIA1' } },
    { time: noon + 1000, flags: flag.failed, text: { sourceIp: '203.0.113.7' } },
  ]);
  const all = entityLines({ table, index: new TextIndex(table) }, Uint32Array.of(0, 1), 'UTC');

  it('counts every event once in each field', async () => {
    const rows = await jsonOf(all);
    expect(rows).toHaveLength(all.length);
    expect(new Set(rows.map(({ field }) => field)).size).toBe(laneFields.length);
    expect(rows.reduce((sum, { events }) => sum + Number(events), 0)).toBe(2 * laneFields.length);
    expect(rows[0]).toEqual({
      ...{ field: 'Source IP', value: '203.0.113.7', events: 2, writes: 1, failed: 1, denied: 0 },
      ...{ firstSeen: '2026-05-01T12:00:00Z', lastSeen: '2026-05-01T12:00:01Z' },
    });
    expect(rows[2]).not.toHaveProperty('value');
  });

  it('is the same as CSV', async () => {
    const [header, first] = await csvOf(all);
    expect(header?.slice(0, 3)).toEqual(['Field', 'Value', 'Events']);
    expect(first?.slice(0, 3)).toEqual(['Source IP', '203.0.113.7', '2']);
  });
});

describe('findingLines', () => {
  const note = { starred: true, tags: ['a', 'b, c'], text: '=1+1' };

  it('writes tags as a list, and in CSV in one cell; formulas are text', async () => {
    const target = { kind: 'span', start: noon, end: noon + 1000 } as const;
    const table = findingLines([{ target, note, event: undefined, events: 7 }], 'UTC');
    expect(await jsonOf(table)).toEqual([
      {
        ...{ place: 1, kind: 'span', starred: true, tags: ['a', 'b, c'], note: '=1+1', events: 7 },
        ...{ time: '2026-05-01T12:00:00Z', until: '2026-05-01T12:00:01Z' },
      },
    ]);
    const [, row] = await csvOf(table);
    expect(row?.slice(0, 5)).toEqual(['1', 'span', 'yes', 'a | b, c', "'=1+1"]);
  });
});

describe('lines of hostile texts', () => {
  it('are whole, run nothing and hide nothing', async () => {
    for (const hostile of hostileTexts) {
      const note = { starred: false, tags: [hostile], text: hostile };
      const target = { kind: 'entity', field: 'userAgent', value: hostile } as const;
      const findings = findingLines([{ target, note, event: undefined, events: 0 }], 'UTC');
      expect((await jsonOf(findings))[0]).toMatchObject({
        note: hostile,
        value: hostile,
        tags: [hostile],
      });
      const source = madeSource({ path: hostile, reason: hostile });
      const ledger = ledgerLines(ledgerOf(source), 'UTC');
      expect((await jsonOf(ledger))[0]).toMatchObject({ file: hostile, reason: hostile, kept: 98 });
      for (const table of [findings, ledgerLines(ledgerOf(source), 'UTC')]) {
        const [, ...rows] = await csvOf(table);
        expect(rows).toHaveLength(1);
        for (const cell of rows.flat()) {
          expect(cell).not.toMatch(/^[=+@\t\r]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(withoutApostrophe(cell).length).toBeLessThanOrEqual(cell.length);
        }
      }
    }
  });
});
