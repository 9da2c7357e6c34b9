import { describe, expect, it } from 'vitest';
import {
  ledgerLines,
  type LedgerConflict,
} from '../../../../../renderer/core/export/data/ledger-lines.ts';
import { headLine, rowLine } from '../../../../../renderer/core/export/data/line-table.ts';
import type { IntegrityCheck } from '../../../../../renderer/core/integrity/integrity-check.ts';
import type {
  EvidenceIssue,
  EvidenceSource,
} from '../../../../../renderer/core/source/evidence.ts';
import { madeCheck, madeSignFile } from '../report/made-check.ts';
import { madeSource } from '../made-table.ts';
import { readPlainCsv } from './plain-csv.ts';
import { allOf, streamed } from './streams.ts';

async function write(
  sources: readonly EvidenceSource[],
  issues: readonly EvidenceIssue[] = [],
  check?: IntegrityCheck,
  conflicts: readonly LedgerConflict[] = [],
): Promise<readonly ReadonlyMap<string, string>[]> {
  const ledger = {
    sources,
    issues: streamed(issues),
    issuesInAll: issues.length,
    conflicts,
    check,
  };
  const table = ledgerLines(ledger, 'Europe/Berlin');
  const all = await allOf(table.rows);
  const lines = all.map((row) => rowLine(table.columns, row, 'csv'));
  expect(lines).toHaveLength(table.length);
  const [header = [], ...rows] = readPlainCsv(headLine(table, 'csv') + lines.join(''));
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return new Map(header.map((name, place) => [name, row[place] ?? '']));
  });
}

describe('ledgerLines', () => {
  it('says of a file what became of it', async () => {
    const [line] = await write([madeSource()]);
    expect(Object.fromEntries(line ?? [])).toEqual({
      Kind: 'file',
      'Evidence file': '/evidence/trail-1.json.gz',
      'SHA-256': '1'.padStart(64, '0'),
      Verdict: 'imported',
      Reason: '',
      Content: 'CloudTrail trail file',
      Container: 'gzip',
      Bytes: '20480',
      'Inflated bytes': '146000',
      Modified: '2026-05-02T02:00:00+02:00',
      Read: '100',
      Kept: '98',
      Duplicate: '2',
      Rejected: '0',
      ELB: '20',
      'First event': '2026-05-01T02:00:00+02:00',
      'Last event': '2026-05-01T03:00:00+02:00',
      'Duplicate of': '',
      'Record index': '',
      'Byte offset': '',
      Sample: '',
      'By digest': '',
      'Digest remark': '',
      ETag: '',
      'Version id': '',
      Query: '',
    });
  });

  it('names both records of an event id with different content', async () => {
    const eventId = '4a48a30a-0000-4000-8000-0123456789ab';
    const conflicts = [
      { source: 1, recordIndex: 3, offset: 700, eventId },
      { source: 1, recordIndex: 9, offset: 2100, eventId },
    ];
    const lines = (await write([madeSource()], [], undefined, conflicts)).slice(1);
    expect(lines.map((line) => [line.get('Kind'), line.get('Record index')])).toEqual([
      ['conflict', '3'],
      ['conflict', '9'],
    ]);
    expect(lines[0]?.get('Reason')).toBe(
      `event ID ${eventId}: another record has the same ID and other content`,
    );
    expect(lines[0]?.get('Evidence file')).toBe('/evidence/trail-1.json.gz');
  });

  it('says which version of an object it was', async () => {
    const object = { etag: '9b2cf535f27731c9-3', versionId: 'L4kqtJlcpXroDTDm', metadata: [] };
    const [line] = await write([madeSource({ object })]);
    expect(line?.get('ETag')).toBe('9b2cf535f27731c9-3');
    expect(line?.get('Version id')).toBe('L4kqtJlcpXroDTDm');
  });

  it('says what the digests say of files, and what they name or leave out', async () => {
    const lines = await write([madeSource({ id: 1 }), madeSource({ id: 2 })], [], madeCheck());
    expect(
      lines.map((line) => [line.get('Kind'), line.get('By digest'), line.get('Reason')]),
    ).toEqual([
      ['file', 'altered', ''],
      ['file', '', ''],
      ['missing', '', 'named by /evidence/trail-2.json.gz'],
      ['gap', '', expect.stringContaining('collect it') as string],
    ]);
    expect(lines[2]?.get('Evidence file')).toBe('AWSLogs/gone.json.gz');
    expect(lines[2]?.get('Last event')).toBe('1970-01-01T01:00:00.999+01:00');
    expect(lines[3]?.get('Evidence file')).toBe('trail main in eu-west-1, account 111122223333');
  });

  it('counts the results that a sign file names and the evidence lacks among its lines', async () => {
    const check = madeCheck();
    const signFiles = [
      madeSignFile({ source: 1, missing: ['result_1.csv.gz', 'result_2.csv.gz'] }),
    ];
    const trail = check.trail && { ...check.trail, signFiles };
    const lines = await write([madeSource({ id: 1 })], [], { ...check, trail });
    expect(lines.map((line) => [line.get('Evidence file'), line.get('Reason')])).toContainEqual([
      'result_2.csv.gz',
      'named by /evidence/trail-1.json.gz',
    ]);
  });

  it('lists what could not be read below its file', async () => {
    const issues = [
      { source: 1, recordIndex: undefined, offset: 0, reason: 'cut off', sample: '{"Rec' },
      { source: 3, recordIndex: 7, offset: 9000, reason: 'no eventTime', sample: '=1+1' },
      { source: 3, recordIndex: 8, offset: 9100, reason: 'no eventTime', sample: '' },
    ];
    const sources = [1, 2, 3].map((id) => madeSource({ id }));
    const lines = await write(sources, issues);
    expect(lines.map((line) => [line.get('Kind'), line.get('Evidence file')])).toEqual([
      ['file', '/evidence/trail-1.json.gz'],
      ['record', '/evidence/trail-1.json.gz'],
      ['file', '/evidence/trail-2.json.gz'],
      ['file', '/evidence/trail-3.json.gz'],
      ['record', '/evidence/trail-3.json.gz'],
      ['record', '/evidence/trail-3.json.gz'],
    ]);
    expect(lines[1]?.get('Record index')).toBe('');
    expect(lines[4]?.get('Record index')).toBe('7');
    expect(lines[4]?.get('Byte offset')).toBe('9000');
    expect(lines[4]?.get('Reason')).toBe('no eventTime');
    expect(lines[4]?.get('Sample')).toBe("'=1+1");
  });

  it('leaves out what was imported after it was begun', async () => {
    const issue = { recordIndex: 0, offset: 5, reason: 'no JSON', sample: '' };
    const ledger = {
      ...{ sources: [madeSource({ id: 1 })], check: undefined, issuesInAll: 1, conflicts: [] },
      issues: streamed([1, 2].map((source) => ({ source, ...issue }))),
    };
    expect(await allOf(ledgerLines(ledger, 'UTC').rows)).toHaveLength(2);
  });

  it('names the earlier file with the same bytes, and leaves unknown times empty', async () => {
    const copy = { id: 2, verdict: 'duplicate', duplicateOf: 1, reason: 'same bytes' } as const;
    const lines = await write([
      madeSource(),
      madeSource({ ...copy, span: undefined, modified: undefined }),
    ]);
    expect(lines[1]?.get('Duplicate of')).toBe('/evidence/trail-1.json.gz');
    expect(lines[1]?.get('First event')).toBe('');
    expect(lines[1]?.get('Modified')).toBe('');
  });
});
