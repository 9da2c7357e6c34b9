import { describe, expect, it } from 'vitest';
import { pageRows } from '../../../../renderer/core/query/page-rows.ts';
import { eventTable } from '../../../fixtures/events.ts';

const table = eventTable(`
  time | is             | eventName  | sourceIp
  3000 | denied         | DeleteLB   | 203.0.113.9
  1000 | readOnly       | DescribeLB |
  2000 | byService      | CreateRule | 198.51.1.1
`);
const rows = Uint32Array.of(2, 1, 0);

describe('pageRows', () => {
  it('gives the rows of a span with the columns asked for', () => {
    expect(pageRows(table, rows, { start: 0, end: 2 }, ['eventName'])).toEqual([
      {
        row: 2,
        ref: 0,
        time: 3000,
        outcome: 'denied',
        byService: false,
        text: { eventName: 'DeleteLB' },
      },
      {
        row: 1,
        ref: 2,
        time: 2000,
        outcome: 'write',
        byService: true,
        text: { eventName: 'CreateRule' },
      },
    ]);
  });

  it('goes as far as there are rows', () => {
    const page = pageRows(table, rows, { start: 2, end: 50 }, ['sourceIp']);
    expect(page.map(({ text }) => text)).toEqual([{ sourceIp: '' }]);
    expect(pageRows(table, rows, { start: 7, end: 50 }, [])).toEqual([]);
  });
});
