import { describe, expect, it } from 'vitest';
import { settingsAtFirst } from '../../../../renderer/state/app/settings-schema.ts';
import { columnWidths } from '../../../../renderer/views/table/column-widths.ts';

const rules = {
  drawn: () => undefined,
  room: 5000,
  zone: 'UTC',
  hasMilliseconds: false,
  characterWidth: 7.25,
};
const sumOf = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0);

describe('columnWidths', () => {
  it('leaves a column as wide as it was drawn, whatever the room', () => {
    const drawn = (column: string) => (column === 'region' ? 70 : 400);
    expect(columnWidths(['time', 'region'], { ...rules, drawn, room: 100 })).toEqual([400, 70]);
  });

  it('keeps the column of times as wide as the longest time of the zone', () => {
    const timeWidth = (zone: string, hasMilliseconds: boolean) =>
      columnWidths(['time'], { ...rules, zone, hasMilliseconds, room: 0 })[0];
    const wide = (time: string) => Math.ceil(time.length * 7.25) + 16;
    expect(timeWidth('UTC', false)).toBe(wide('2026-03-11 10:31:48Z'));
    expect(timeWidth('UTC', true)).toBe(wide('2026-03-11 10:31:48.123Z'));
    expect(timeWidth('Asia/Kolkata', true)).toBe(wide('2026-03-11 10:31:48.123+05:30'));
  });

  it('fits all columns of the first start in a window of 1280 pixels without the details', () => {
    // The facets take 17 % of it, and marks, chooser, scroll bar and the details' button 124 pixels.
    const room = Math.floor(1280 * 0.83) - 124;
    expect(sumOf(columnWidths(settingsAtFirst.columns, { ...rules, room }))).toBeLessThanOrEqual(
      room,
    );
  });

  it('shows time, event, outcome, address and key of the first start beside the details', () => {
    const room = Math.floor(1280 * 0.83 * 0.73) - 96;
    const widths = columnWidths(settingsAtFirst.columns, { ...rules, room });
    expect(settingsAtFirst.columns.slice(0, 5)).toEqual([
      'time',
      'eventName',
      'outcome',
      'sourceIp',
      'accessKey',
    ]);
    expect(sumOf(widths.slice(0, 5))).toBeLessThanOrEqual(room);
  });

  it('never narrows an address or a key below what tells it apart', () => {
    const [address = 0, key = 0] = columnWidths(['sourceIp', 'accessKey'], { ...rules, room: 0 });
    expect(address).toBeGreaterThanOrEqual('203.0.113.142'.length * 7.25 + 30);
    expect(key).toBeGreaterThanOrEqual('AKIAI…XAMPLE'.length * 7.25 + 30);
  });
});
