import { HiveSQL } from 'dt-sql-parser';
import { describe, expect, it } from 'vitest';
import {
  createTableStatement,
  newTableFault,
  type NewTable,
} from '../../../../renderer/core/athena/create-table.ts';
import { trailTable } from '../../../../renderer/core/athena/trail-table.ts';

const table: NewTable = {
  database: 'default',
  table: 'trailwitness_trail',
  place: { bucket: 'trail-logs', prefix: "o'clock/AWSLogs/o-abc123/" },
  accounts: ['111122223333', '444455556666'],
  regions: ['eu-west-1', 'us-gov-east-1'],
  firstDay: '2026-01-31',
};

describe('createTableStatement', () => {
  const sql = createTableStatement(table);

  it('is a statement of Hive', () => {
    expect(new HiveSQL().validate(sql)).toEqual([]);
  });

  it('projects the partitions of a trail’s folders', () => {
    expect(sql).toContain(
      "'storage.location.template' = 's3://trail-logs/o\\'clock/AWSLogs/o-abc123/${account}/CloudTrail/${region}/${day}'",
    );
    expect(sql).toContain("'projection.account.values' = '111122223333,444455556666'");
    expect(sql).toContain("'projection.day.range' = '2026/01/31,NOW'");
  });

  it('makes a table that the app understands', () => {
    const lines = sql.split('\n').map((line) => /^ {2}`(\w+)` (.*?),?$/u.exec(line));
    const columns = lines.flatMap((line) =>
      line === null ? [] : { name: line[1] ?? '', type: line[2] ?? '' },
    );
    const read = trailTable({ name: table.table, columns, partitionKeys: [], parameters: [] });
    expect(read?.columns.get('useridentity')?.kind).toBe('struct');
    expect(read?.columns.get('resources')?.kind).toBe('list');
    expect(read?.columns.size).toBe(columns.length);
  });
});

describe('newTableFault', () => {
  it.each([
    [{}, undefined],
    [{ place: { bucket: 'trail-logs', prefix: 'AWSLogs/' } }, undefined],
    [{ place: { bucket: 'trail-logs', prefix: 'AWSLogs/111122223333/' } }, 'place'],
    [{ place: { bucket: 'trail-logs', prefix: '' } }, 'place'],
    [{ accounts: [] }, 'accounts'],
    [{ accounts: ["1'; DROP"] }, 'accounts'],
    [{ regions: ['eu-west-1', '${x}'] }, 'regions'],
    [{ firstDay: '2026-13-01' }, 'first day'],
    [{ table: 'with space' }, 'name'],
  ])('finds in %o: %s', (change, fault) => {
    expect(newTableFault({ ...table, ...change })).toBe(fault);
  });
});
