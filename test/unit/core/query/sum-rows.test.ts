import { describe, expect, it } from 'vitest';
import { everything } from '../../../../renderer/core/query/filter.ts';
import { Selections } from '../../../../renderer/core/query/selections.ts';
import { sumRows } from '../../../../renderer/core/query/sum-rows.ts';
import { eventTable } from '../../../fixtures/events.ts';

const table = eventTable(`
  time | is
  1000 | readOnly
  2000 |
  3000 | failed
  4000 | readOnly denied
  5000 | denied
`);

describe('sumRows', () => {
  it('counts each event for its outcome', () => {
    expect(sumRows(table, new Selections(table).rows(everything))).toEqual({
      count: 5,
      writes: 1,
      failed: 1,
      denied: 2,
      firstSeen: 1000,
      lastSeen: 5000,
    });
  });

  it('has no first and last where there is nothing', () => {
    expect(sumRows(table, new Uint32Array(0))).toMatchObject({
      count: 0,
      firstSeen: undefined,
      lastSeen: undefined,
    });
  });
});
