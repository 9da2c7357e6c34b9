import { describe, expect, it } from 'vitest';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { markSameIds } from '../../../../renderer/core/table/mark-same-ids.ts';

const marked = flag.sameIdOtherContent;

describe('markSameIds', () => {
  it('marks every event of an id and account that has a mark, and no other', () => {
    const ids = Uint32Array.of(1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3, 4, 1, 2, 3, 4);
    const flags = Uint32Array.of(flag.elb, 0, marked, 0);
    markSameIds(flags, ids, Uint32Array.of(7, 7, 7, 8));
    expect([...flags]).toEqual([flag.elb | marked, 0, marked, 0]);
  });

  it('clears the mark of an event whose like has gone', () => {
    const flags = Uint32Array.of(flag.elb | marked, 0);
    markSameIds(flags, Uint32Array.of(1, 2, 3, 4, 1, 2, 3, 5), Uint32Array.of(7, 7));
    expect([...flags]).toEqual([flag.elb, 0]);
  });
});
