import { describe, expect, it } from 'vitest';
import { hiveType } from '../../../../renderer/core/athena/hive-type.ts';
import { trailTable, typeAt } from '../../../../renderer/core/athena/trail-table.ts';
import { documentedTable } from '../../../fixtures/trail-tables.ts';

describe('trailTable', () => {
  it('finds the fields of structs, whatever the case and spaces of their types', () => {
    const columns = documentedTable.columns.map(({ name, type }) => ({
      name: name.toUpperCase(),
      type: type.replaceAll(',', ' , ').toUpperCase(),
    }));
    const table = trailTable({ ...documentedTable, columns });
    expect(table && typeAt(table, 'useridentity.sessioncontext.sessionissuer.arn')).toEqual({
      kind: 'plain',
      name: 'string',
    });
    expect(table && typeAt(table, 'useridentity.nothing')).toBeUndefined();
  });

  it('refuses a table of something else', () => {
    const columns = [
      { name: 'type', type: 'string' },
      { name: 'elb', type: 'string' },
    ];
    expect(trailTable({ ...documentedTable, columns })).toBeUndefined();
  });
});

describe('hiveType', () => {
  it.each(['struct<', 'struct<a>', 'decimal(10,2)', 'struct<a:int>>', ''])(
    'takes %j as it comes',
    (text) => {
      expect(['plain', 'struct']).toContain(hiveType(text).kind);
    },
  );

  it('keeps what stands in brackets together', () => {
    const type = hiveType('struct<a:decimal(10,2),b:map<string,array<int>>,c:int>');
    expect(type.kind === 'struct' ? [...type.fields.keys()] : []).toEqual(['a', 'b', 'c']);
  });

  it('does not lose itself in depth', () => {
    const deep = `${'struct<a:'.repeat(5000)}int${'>'.repeat(5000)}`;
    expect(hiveType(deep).kind).toBe('struct');
  });
});
