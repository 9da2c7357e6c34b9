import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../../renderer/views/table/column-widths.ts';

const rules = { chosen: () => 100, zone: 'UTC', hasMilliseconds: false, characterWidth: 7 };

describe('columnWidths', () => {
  it('gives every column the width chosen for it', () => {
    const chosen = (column: string): number => (column === 'region' ? 80 : 400);
    expect(columnWidths(['time', 'region'], { ...rules, chosen })).toEqual([400, 80]);
  });

  it('keeps the column of times as wide as the longest time of the zone', () => {
    const timeWidth = (zone: string, hasMilliseconds: boolean) =>
      columnWidths(['time'], { ...rules, zone, hasMilliseconds })[0];
    expect(timeWidth('UTC', false)).toBe('2026-03-11 10:31:48Z'.length * 7 + 16);
    expect(timeWidth('UTC', true)).toBe('2026-03-11 10:31:48.123Z'.length * 7 + 16);
    expect(timeWidth('Asia/Kolkata', true)).toBe('2026-03-11 10:31:48.123+05:30'.length * 7 + 16);
  });
});
