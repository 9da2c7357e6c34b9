import { describe, expect, it } from 'vitest';
import { partitionKeys } from '../../../../renderer/core/athena/partition-keys.ts';
import {
  prunePartitions,
  type PartitionNeed,
} from '../../../../renderer/core/athena/partition-pruning.ts';
import type { TableMetadata } from '../../../../renderer/core/athena/trail-table.ts';
import { documentedTable, manualTable, plainTable } from '../../../fixtures/trail-tables.ts';

const need: PartitionNeed = {
  span: { start: Date.UTC(2026, 2, 9, 10), end: Date.UTC(2026, 2, 10, 3) },
  lateDays: 1,
  accounts: [],
  regions: [],
};

function pruned(
  table: Pick<TableMetadata, 'partitionKeys' | 'parameters'>,
  change: Partial<PartitionNeed> = {},
) {
  return prunePartitions(partitionKeys(table.partitionKeys, table.parameters), {
    ...need,
    ...change,
  });
}

function keyed(name: string, type: string, ...parameters: [string, string][]) {
  return {
    partitionKeys: [{ name, type }],
    parameters: [
      ['projection.enabled', 'true'] as const,
      ...parameters.map(([of, value]) => [`projection.${name}.${of}`, value] as const),
    ],
  };
}

describe('prunePartitions', () => {
  it('takes the days of the span and those of late delivery', () => {
    const { conditions, byTime, beginsAt } = pruned(documentedTable);
    expect(conditions).toEqual([`"timestamp" BETWEEN '2026/03/09' AND '2026/03/11'`]);
    expect(byTime).toBe(true);
    expect(beginsAt).toBeUndefined();
    expect(pruned(documentedTable, { lateDays: 0 }).conditions).toEqual([
      `"timestamp" BETWEEN '2026/03/09' AND '2026/03/10'`,
    ]);
  });

  it('does not take the day that begins where the span ends', () => {
    const span = { start: Date.UTC(2026, 2, 9), end: Date.UTC(2026, 2, 10) };
    expect(pruned(documentedTable, { span, lateDays: 0 }).conditions).toEqual([
      `"timestamp" BETWEEN '2026/03/09' AND '2026/03/09'`,
    ]);
  });

  it('names years, months and days that are keys of their own, however many digits they have', () => {
    const span = { start: Date.UTC(2025, 11, 31), end: Date.UTC(2026, 1, 2) };
    const { conditions } = pruned(manualTable, { span, lateDays: 0, regions: ['eu-west-1'] });
    expect(conditions).toEqual([
      `"region" = 'eu-west-1'`,
      [
        `(("year" = '2025' AND "month" IN ('12') AND "day" IN ('31'))`,
        `    OR ("year" = '2026' AND "month" IN ('01', '1'))`,
        `    OR ("year" = '2026' AND "month" IN ('02', '2') AND "day" IN ('01', '1')))`,
      ]
        .join('\n')
        .replaceAll(/IN \(('\d+')\)/gu, '= $1'),
    ]);
  });

  it('writes numbers without quotes, and digits as the table says', () => {
    const table = {
      partitionKeys: [
        { name: 'year', type: 'int' },
        { name: 'month', type: 'int' },
        { name: 'account', type: 'bigint' },
      ],
      parameters: [],
    };
    expect(pruned(table, { accounts: ['012345678901'] }).conditions).toEqual([
      '"account" = 12345678901',
      '"year" = 2026 AND "month" = 3',
    ]);
    const projected = {
      partitionKeys: ['year', 'month', 'day'].map((name) => ({ name, type: 'string' })),
      parameters: [
        ['projection.enabled', 'true'],
        ['projection.month.digits', '2'],
        ['projection.day.digits', '2'],
      ] as const,
    };
    expect(pruned(projected, { lateDays: 0 }).conditions).toEqual([
      `"year" = '2026' AND "month" = '03' AND "day" IN ('09', '10')`,
    ]);
  });

  it('understands dates by type, and by format where they sort in order', () => {
    expect(pruned(keyed('dt', 'date')).conditions).toEqual([
      `"dt" BETWEEN DATE '2026-03-09' AND DATE '2026-03-11'`,
    ]);
    const hours = keyed('dt', 'string', ['type', 'date'], ['format', 'yyyy-MM-dd-HH']);
    expect(pruned(hours).conditions).toEqual([`"dt" BETWEEN '2026-03-09-00' AND '2026-03-11-23'`]);
    const backwards = keyed('dt', 'string', ['type', 'date'], ['format', 'dd-MM-yyyy']);
    expect(pruned(backwards)).toMatchObject({ conditions: [], byTime: false, others: ['dt'] });
  });

  it('puts no condition on a key that it does not understand', () => {
    const table = { partitionKeys: [{ name: 'day', type: 'string' }], parameters: [] };
    expect(pruned(table)).toMatchObject({ conditions: [], byTime: false, others: ['day'] });
    expect(pruned(plainTable)).toMatchObject({ conditions: [], byTime: false, others: [] });
  });

  it('tells which values have to be given', () => {
    const table = keyed('account', 'string', ['type', 'injected']);
    expect(pruned(table).missing).toEqual(['account']);
    expect(pruned(table, { accounts: ['111122223333'] }).missing).toEqual([]);
  });

  it('tells where a table begins after the span does', () => {
    const table = keyed(
      'day',
      'string',
      ['type', 'date'],
      ['format', 'yyyy/MM/dd'],
      ['range', '2026/03/10,NOW'],
    );
    expect(pruned(table).beginsAt).toBe('2026/03/10');
    const later = { start: Date.UTC(2026, 2, 10), end: Date.UTC(2026, 2, 11) };
    expect(pruned(table, { span: later }).beginsAt).toBeUndefined();
  });
});
